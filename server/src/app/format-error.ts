import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import type { FastifyError, FastifyInstance } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { isUnavailable } from '../platform/database/unavailable';
import { retryAfter, unavailable } from '../platform/errors';

const refusedByServer = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** In whose request an error was thrown; Apollo tells it of no error that it wants formatted. */
const requestIds = new WeakMap<object, string>();

export function rememberRequest(error: unknown, requestId: string): void {
  if (typeof error === 'object' && error) requestIds.set(error, requestId);
}

const requestOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error
    ? (requestIds.get(error) ?? requestOf((error as Partial<GraphQLError>).originalError))
    : undefined;

/** Our own errors as they are; what the client wrote wrongly as BAD_USER_INPUT or as GraphQL says; the rest masked. */
export const formatError =
  (log: Logger) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(error);
    const code = isWrongArgument(cause) ? 'BAD_USER_INPUT' : formatted.extensions?.['code'];
    if (cause instanceof GraphQLError && code !== 'INTERNAL_SERVER_ERROR') {
      const { stacktrace: _trace, ...extensions } = formatted.extensions ?? {};
      return { ...formatted, extensions: { ...extensions, code } };
    }
    if (
      typeof code === 'string' &&
      (refusedByServer.has(code) || code === 'BAD_USER_INPUT' || code === 'BAD_REQUEST')
    ) {
      return {
        message: formatted.message,
        ...(formatted.path && { path: formatted.path }),
        extensions: { code },
      };
    }
    const requestId = requestOf(error) ?? requestOf(cause);
    if (isUnavailable(cause)) {
      log.warn({ err: cause, requestId }, 'The database cannot answer.');
      const { message, extensions } = unavailable();
      return { message, ...(formatted.path && { path: formatted.path }), extensions };
    }
    log.error({ err: cause, requestId }, 'An unexpected error was masked.');
    return {
      message: 'Something went wrong on our side.',
      ...(formatted.path && { path: formatted.path }),
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    };
  };

/** A null by a variable that only the execution sees; GraphQL itself gives it no code. */
const isWrongArgument = (cause: unknown) =>
  cause instanceof GraphQLError && !cause.extensions['code'] && cause.message.startsWith('Argument "');

/** Whoever asks in front of us, a proxy or a program, need not read the body to know that it may try again. */
export const unavailableAsStatus: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body, http } }) {
        const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
        if (!errors.some(({ extensions }) => extensions?.['code'] === 'UNAVAILABLE')) return;
        http.status = 503;
        http.headers.set('retry-after', `${retryAfter}`);
      },
    };
  },
};

/** Who asks could not be found out, because the database is away: said by HTTP as well, see `unavailableAsStatus`. */
export function unknownAsker(cause: unknown, requestId: string): unknown {
  if (!isUnavailable(cause)) return cause;
  const { message, extensions } = unavailable();
  // Apollo wants its own map; another package's types say a plain object.
  const headers = new HeaderMap([['retry-after', `${retryAfter}`]]);
  return new GraphQLError(message, {
    extensions: { ...extensions, requestId, http: { status: 503, headers: headers as never } },
    originalError: cause as Error,
  });
}

/** Tells the request's id with every error, so that a person can quote it and we can find it in the log. */
export const requestIdInErrors: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, contextValue }) {
        const id = (contextValue as { request?: { id?: string } }).request?.id;
        if (id) errors.forEach((error) => rememberRequest(error, id));
      },
      async willSendResponse({ response, contextValue }) {
        const { body } = response;
        const id = (contextValue as { request?: { id?: string } }).request?.id;
        if (body.kind !== 'single' || !body.singleResult.errors) return;
        body.singleResult.errors = body.singleResult.errors.map((error) => ({
          ...error,
          extensions: { ...error.extensions, ...(id && { requestId: id }) },
        }));
      },
    };
  },
};

/** What never reached GraphQL: a body that is no JSON, or too large; and what broke on our side. */
export function tellHttpErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const { status, code, message } = told(error);
    if (status >= 500)
      request.log.error({ err: error, requestId: request.id }, 'An unexpected error was masked.');
    if (status === 503) void reply.header('retry-after', `${retryAfter}`);
    return reply.code(status).send({ errors: [{ message, extensions: { code, requestId: request.id } }] });
  });
}

function told(error: FastifyError): { status: number; code: string; message: string } {
  const { statusCode: status = 500, message } = error;
  if (isUnavailable(error)) return { status: 503, code: 'UNAVAILABLE', message: unavailable().message };
  if (status >= 400 && status < 500) return { status, code: 'BAD_REQUEST', message };
  return { status: 500, code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong on our side.' };
}
