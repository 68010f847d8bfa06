import { useMutation } from '@apollo/client/react';
import { graphql } from '../../gql';
import type { UpdateMyProfileInput } from '../../gql/graphql';

const UpdateMyProfile = graphql(`
  mutation UpdateMyProfile($input: UpdateMyProfileInput!) {
    updateMyProfile(input: $input) {
      emailNeedsConfirmation
      viewer {
        id
        language
        picture {
          id
          url(width: 96)
        }
        ...AccountPicture_viewer
        ...AccountDetails_viewer
        ...AccountEmail_viewer
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

/** Changes what a person may change about herself; left out means unchanged. */
export function useUpdateProfile() {
  const [update] = useMutation(UpdateMyProfile);
  return async (input: UpdateMyProfileInput) =>
    (await update({ variables: { input } })).data?.updateMyProfile;
}
