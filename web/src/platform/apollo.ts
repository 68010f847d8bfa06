import type { openSocket } from './socket';
import { ApolloClient, ApolloLink } from '@apollo/client';
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { ErrorLink } from '@apollo/client/link/error';
import { OperationTypeNode } from 'graphql';
import { from, switchMap, tap } from 'rxjs';
import { createCache } from './cache';
import { setConnection } from './connection';
import { isNetworkFailure } from './errors';
import { overHttp } from './http';
import { signal } from './signals';

/** Failures that every page treats alike; the rest is the page's own to tell. */
const failures = new ErrorLink(({ error }) => {
  if (isNetworkFailure(error)) return setConnection({ online: false });
  const codes = CombinedGraphQLErrors.is(error) ? error.errors.map((each) => each.extensions?.code) : [];
  if (codes.includes('UNAUTHENTICATED') || (ServerError.is(error) && error.statusCode === 401)) {
    signal('sessionExpired');
  }
  if (codes.includes('IMPERSONATION_READ_ONLY')) signal('readOnly');
});

const reachability = new ApolloLink((operation, forward) =>
  forward(operation).pipe(tap(() => setConnection({ online: true }))),
);

type Socket = ReturnType<typeof openSocket>;

export interface Connected {
  client: ApolloClient;
  /** Drops the socket so that the next one carries the new identity's cookie. */
  reconnect: () => void;
}

export function createApollo(): Connected {
  let socket: Promise<Socket> | undefined;
  const bySocket = new ApolloLink((operation) => {
    socket ??= import('./socket').then(({ openSocket }) => openSocket());
    socket.catch(() => (socket = undefined));
    return from(socket).pipe(switchMap(({ link }) => link.request(operation)));
  });
  const transport = ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    bySocket,
    reachability.concat(overHttp),
  );
  const client = new ApolloClient({
    link: failures.concat(transport),
    cache: createCache(),
    dataMasking: true,
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  });
  const reconnect = () => void socket?.then((opened) => opened.reconnect()).catch(() => undefined);
  return { client, reconnect };
}
