import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient } from 'graphql-ws';
import { setConnection } from './connection';
import { signal } from './signals';

/** By what subscriptions travel; loaded once somebody is signed in. */
export function openSocket() {
  let interrupted = false;
  const client = createClient({
    url: `${window.location.origin.replace(/^http/, 'ws')}/graphql`,
    keepAlive: 20_000,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    on: {
      connected: () => {
        setConnection({ live: true });
        // Whatever happened while nobody listened was missed.
        if (interrupted) signal('viewerChanged');
        interrupted = false;
      },
      closed: () => {
        setConnection({ live: false });
        interrupted = true;
      },
    },
  });
  return { link: new GraphQLWsLink(client), reconnect: () => client.terminate() };
}
