import { useApolloClient } from '@apollo/client/react';
import { graphql } from '../gql';
import { useSession } from './session';

const SignOut = graphql(`
  mutation SignOut {
    signOut {
      signedOut
    }
  }
`);

export function useSignOut(): () => Promise<unknown> {
  const client = useApolloClient();
  const { identityChanged } = useSession();
  return () => identityChanged('/login', () => client.mutate({ mutation: SignOut }));
}
