import type { Server } from 'node:http';
import { parseCookie } from 'cookie';
import {
  GraphQLError,
  createSourceEventStream,
  execute,
  parse,
  specifiedRules,
  validate,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { makeServer } from 'graphql-ws';
import type { Platform, RequestContext } from '../platform/request-context';
import type { Admission } from './admission';
import type { Asking, Contexts } from './context';
import { formatError, rememberRequest } from './format-error';
import { retryAfter } from './overload';
import { costOf, parseOptions } from './query-limits';
import { chargeQuestion } from './rates';
import { end, openSockets, type Opened } from './sockets';

interface LiveSettings {
  schema: GraphQLSchema;
  contexts: Contexts;
  cookieName: string;
  platform: Platform;
  admission: Admission;
}

const subscriptionsPerSocket = 20;

/**
 * Subscriptions over graphql-ws at /graphql, within the same limits as by HTTP; queries and mutations go by HTTP only.
 * A stream's opening passes shield, and each event is answered in a context of its own, so that what was revoked in
 * between is no longer seen.
 */
export function serveLive(
  server: Server,
  { schema, contexts, cookieName, platform, admission }: LiveSettings,
) {
  const asking = new WeakMap<RequestContext, Asking>();
  // What is thrown here closes the socket with its message.
  const contextOf = (asked: Asking) =>
    contexts.of(asked).catch((cause: unknown) => {
      throw new Error('Something went wrong on our side.', { cause });
    });
  const protocol = makeServer<Record<string, unknown>, Opened>({
    schema,
    parse: (source) => parse(source, parseOptions),
    validate: (against, document) => validate(against, document, specifiedRules, { hideSuggestions: true }),
    context: async ({ extra }) => {
      const { headers } = extra.request;
      const asked = {
        host: headers.host,
        sessionToken: parseCookie(headers.cookie ?? '')[cookieName],
        ip: extra.ip,
        userAgent: headers['user-agent'] ?? null,
      };
      const ctx = await contextOf(asked);
      asking.set(ctx, asked);
      return ctx;
    },
    onSubscribe: ({ subscriptions }) => {
      if (admission.isFull)
        return [
          new GraphQLError('Ask again in a second.', { extensions: { code: 'OVERLOADED', retryAfter } }),
        ];
      return Object.keys(subscriptions).length > subscriptionsPerSocket
        ? [new GraphQLError('Too many subscriptions.', { extensions: { code: 'RATE_LIMITED' } })]
        : undefined;
    },
    execute: () => ({
      errors: [new GraphQLError('Ask this by HTTP.', { extensions: { code: 'BAD_USER_INPUT' } })],
    }),
    subscribe: async (args: ExecutionArgs) => {
      const ctx = args.contextValue as RequestContext;
      const refusal = refusedOpening(args, ctx);
      if (refusal) return masked({ errors: [refusal] }, ctx);
      const events = await createSourceEventStream(args);
      if (!(Symbol.asyncIterator in events)) return masked(events, ctx);
      return answers(events, args, () => contextOf(asking.get(ctx)!));
    },
  });
  const sockets = openSockets(server, platform.services, { protocol, admission });
  return {
    async close() {
      for (const socket of sockets.clients) end(socket, 1001, 'Going away');
      sockets.removeAllListeners('connection');
      await new Promise((closed) => sockets.close(closed));
    },
  };
}

/** Why a stream is not opened; null where it is. */
function refusedOpening(args: ExecutionArgs, ctx: RequestContext): GraphQLError | null {
  try {
    chargeQuestion(ctx, costOf({ ...args, variables: args.variableValues, viewer: ctx.viewer }));
    return null;
  } catch (refusal) {
    if (!(refusal instanceof GraphQLError)) throw refusal;
    const { http: _answer, ...extensions } = refusal.extensions;
    return new GraphQLError(refusal.message, { extensions });
  }
}

async function* answers(
  events: AsyncIterable<unknown>,
  args: ExecutionArgs,
  freshContext: () => Promise<RequestContext>,
): AsyncGenerator<ExecutionResult> {
  for await (const event of events) {
    const contextValue = await freshContext();
    yield masked(await execute({ ...args, rootValue: event ?? {}, contextValue }), contextValue);
    // Whoever has lost her session was told so by this last answer.
    if (!contextValue.viewer) return;
  }
}

/** What broke on our side is logged, and told as by HTTP. */
function masked(result: ExecutionResult, { platform, request }: RequestContext): ExecutionResult {
  const told = formatError(platform.services.log);
  const errors = result.errors?.map((error) => {
    rememberRequest(error, request.id);
    const { message, extensions } = told(error.toJSON(), error);
    const quoted = { ...extensions, requestId: request.id };
    return new GraphQLError(message, { nodes: error.nodes, path: error.path, extensions: quoted });
  });
  return errors ? { ...result, errors } : result;
}
