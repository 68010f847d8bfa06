import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { registerMailbox } from '../features/mailbox/mailbox.routes';
import { demoMailById, mailboxTimeZone, newestDemoMails } from '../features/mailbox/demo-mails';
import type { ReadyConfig } from '../platform/config';
import type { Serving } from '../platform/feature';
import { createLog } from '../platform/log';
import { among } from '../platform/proxies';
import type { RequestContext } from '../platform/request-context';
import { Contexts } from './context';
import { asGateway } from './execution';
import { features } from './features';
import {
  formatError,
  rememberRequest,
  requestIdInErrors,
  tellHttpErrors,
  unavailableAsStatus,
  unknownAsker,
} from './format-error';
import { bareHeaders, guardHeaders } from './headers';
import { serveHealth } from './health';
import { listen } from './listening';
import { serveLive } from './live';
import { createMailTransport } from './mail-transport';
import { shedLoad } from './overload';
import { createPlatform, type RunningPlatform } from './platform';
import { queryGuard } from './query-guard';
import { parseOptions } from './query-limits';
import { limitRates } from './rates';
import { createSchema } from './schema';
import { SessionCookie } from './session-cookie';
import { serveSight } from './sight';
import { serveWeb } from './web';
import { Worker } from './worker';

export interface DatabaseUrls {
  appUrl: string;
  workerUrl: string;
}

export interface RunningServer {
  port: number;
  platform: RunningPlatform;
  close(): Promise<void>;
}

/** What a server is given beside its configuration. */
export interface Surroundings {
  log?: Logger;
  /** The figures of all processes, where this is one of several. */
  metricsOfAll?: () => Promise<string>;
}

/** Everything from one process: API, sockets, files, console and portal, and the worker of the outbox. */
export async function startServer(
  config: ReadyConfig,
  urls: DatabaseUrls,
  { log = createLog(config.logLevel), metricsOfAll }: Surroundings = {},
): Promise<RunningServer> {
  const platform = await createPlatform(config, urls, log);
  const contexts = new Contexts(platform);
  const schema = createSchema(features);
  const session = new SessionCookie(config);
  const app = httpServer(config, log.child({}) as FastifyBaseLogger);
  const contextOf = (request: FastifyRequest, keepSession?: (token: string | null) => void) =>
    contexts
      .of({
        host: request.headers.host,
        sessionToken: session.read(request),
        ip: request.ip,
        userAgent: request.headers['user-agent'] ?? null,
        requestId: request.id,
        ...(keepSession && { keepSession }),
      })
      .catch((error: unknown) => {
        rememberRequest(error, request.id);
        throw error;
      });

  const admission = shedLoad(app, platform.services);
  tellHttpErrors(app);
  await guardHeaders(app, config);
  limitRates(app, platform.services);
  const apollo = await startApollo(app, schema, log);
  await app.register(fastifyApollo(apollo), {
    context: (request, reply) =>
      contextOf(request, (token) => session.keep(reply, token)).catch((cause: unknown) => {
        throw unknownAsker(cause, request.id);
      }),
  });
  const worker = new Worker(features, platform, createMailTransport(config, platform), urls.workerUrl, log);
  serveHealth(app, platform, worker);
  serveSight(app, platform, { worker, metricsOfAll });
  for (const feature of features) feature.routes?.(app, { services: platform.services, contextOf });
  if (!config.smtpUrl) serveMailbox(app, config, contextOf);
  await serveWeb(app, contextOf);

  await listen(app, config);
  const live = serveLive(app.server, { schema, contexts, cookieName: session.name, platform, admission });
  await platform.services.notices.start();
  worker.start();
  return {
    port: (app.server.address() as AddressInfo).port,
    platform,
    async close() {
      await live.close();
      await worker.stop();
      await apollo.stop();
      await app.close();
      await platform.close();
    },
  };
}

function httpServer(config: ReadyConfig, loggerInstance: FastifyBaseLogger): FastifyInstance {
  const isTrusted = among(config.trustedProxies);
  return fastify({
    loggerInstance,
    // Addresses hold the tokens of invitations.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustedProxies.length ? config.trustedProxies : false,
    bodyLimit: 256 * 1024,
    // As long as an upload of a slow phone takes.
    requestTimeout: 300_000,
    // A trusted proxy may have named the request already; anybody else could write what he likes into the log.
    genReqId: ({ headers, socket }) => {
      const given = headers['x-request-id'];
      return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) && isTrusted(socket.remoteAddress)
        ? given
        : randomUUID();
    },
    forceCloseConnections: 'idle',
    // Such as an address that is none: it has no route, and no hooks.
    frameworkErrors: ({ message }, { id }, reply) =>
      void (reply as FastifyReply)
        .code(400)
        .headers({ ...bareHeaders, 'x-request-id': id })
        .send({ errors: [{ message, extensions: { code: 'BAD_REQUEST', requestId: id } }] }),
  });
}

async function startApollo(
  app: FastifyInstance,
  schema: GraphQLSchema,
  log: Logger,
): Promise<ApolloServer<RequestContext>> {
  const apollo = new ApolloServer<RequestContext>({
    gateway: asGateway(schema),
    csrfPrevention: true,
    parseOptions,
    // Both are for the team alone, see `queryGuard`.
    introspection: true,
    hideSchemaDetailsFromClientErrors: false,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stringifyResult: (value) => JSON.stringify(value),
    // The process itself decides in which order to end.
    stopOnTerminationSignals: false,
    formatError: formatError(log),
    logger: log,
    plugins: [
      fastifyApolloDrainPlugin(app),
      queryGuard,
      unavailableAsStatus,
      requestIdInErrors,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
  await apollo.start();
  return apollo;
}

function serveMailbox(
  app: FastifyInstance,
  { publicUrl }: ReadyConfig,
  contextOf: Serving['contextOf'],
): void {
  registerMailbox(app, {
    publicUrl,
    mayRead: async (request) => (await contextOf(request)).viewer?.roles.has('OWNER') ?? false,
    list: async (request) => newestDemoMails(await contextOf(request)),
    get: async (request, id) => demoMailById(await contextOf(request), id),
    timeZone: async (request) => mailboxTimeZone(await contextOf(request)),
  });
}
