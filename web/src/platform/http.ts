import { ApolloLink } from '@apollo/client';
import { ServerError, ServerParseError } from '@apollo/client/errors';
import { print } from 'graphql';
import { Observable } from 'rxjs';

/**
 * Asks the server over HTTP. Apollo's own link also reads answers that come in parts and asks by GET; a phone would
 * download both for nothing.
 */
export const overHttp = new ApolloLink(
  ({ operationName, query, variables }) =>
    new Observable((observer) => {
      const leaving = new AbortController();
      ask({ operationName, variables, query: print(query) }, leaving.signal).then(
        (result) => {
          observer.next(result);
          observer.complete();
        },
        (error: unknown) => {
          if (!leaving.signal.aborted) observer.error(error);
        },
      );
      return () => leaving.abort();
    }),
);

async function ask(question: object, signal: AbortSignal): Promise<ApolloLink.Result> {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { accept: `${ANSWER},application/json;q=0.9`, 'content-type': 'application/json' },
    body: JSON.stringify(question),
    signal,
  });
  const bodyText = await response.text();
  // Whatever the status, this is an answer of GraphQL; anything else may come from what stands in front of it.
  const isAnswer = response.headers.get('content-type')?.startsWith(ANSWER);
  if (!response.ok && !isAnswer) {
    throw new ServerError(`The server answered with status ${response.status}`, { response, bodyText });
  }
  try {
    return JSON.parse(bodyText) as ApolloLink.Result;
  } catch (error) {
    throw new ServerParseError(error as Error, { response, bodyText });
  }
}

const ANSWER = 'application/graphql-response+json';
