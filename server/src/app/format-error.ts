import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import type { FastifyError, FastifyInstance } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';

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
    const status =
      error.statusCode && error.statusCode >= 400 && error.statusCode < 500 ? error.statusCode : 500;
    if (status === 500)
      request.log.error({ err: error, requestId: request.id }, 'An unexpected error was masked.');
    return reply.code(status).send({
      errors: [
        {
          message: status === 500 ? 'Something went wrong on our side.' : error.message,
          extensions: {
            code: status === 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST',
            requestId: request.id,
          },
        },
      ],
    });
  });
}
