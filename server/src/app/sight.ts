import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RunningPlatform } from './platform';
import { clientOperations } from './client-operations';
import type { Worker } from './worker';

interface Sight {
  worker: Worker;
  /** Of all processes, where this is one of several. */
  metricsOfAll?: (() => Promise<string>) | undefined;
}

/** What those who look after a server see of it: figures for Prometheus, and a line of the log for each request at `debug`. */
export function serveSight(app: FastifyInstance, platform: RunningPlatform, { worker, metricsOfAll }: Sight) {
  const { config, metrics } = platform.services;
  logRequests(app, platform);
  if (!config.metricsToken) return;
  const isRight = isBearerOf(config.metricsToken);
  countRequests(app, platform);
  metrics.observeProcess();
  metrics.shareWithOthers();
  observeOutbox(platform, worker);
  metrics.observe('portico_waiting_commands', 'Commands that wait for a connection to the database.', () =>
    platform.writers.waiting(),
  );
  metrics.observe('portico_open_reads', 'Statements that the database has not answered yet.', () =>
    platform.readers.open(),
  );
  app.get('/metrics', async ({ headers }, reply) => {
    if (!isRight(headers.authorization)) {
      const error = { message: 'Show the token.', extensions: { code: 'UNAUTHENTICATED' } };
      return reply
        .code(401)
        .header('www-authenticate', 'Bearer')
        .send({ errors: [error] });
    }
    const figures = await (metricsOfAll?.() ?? metrics.registry.metrics());
    return reply.type(metrics.registry.contentType).send(figures);
  });
}

/** Digests are compared, which are of one length, in a time that tells nothing. */
function isBearerOf(token: string): (header: string | undefined) => boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const right = digest(`Bearer ${token}`);
  return (header) => header !== undefined && timingSafeEqual(digest(header), right);
}

/** The pattern of an address, never what stood in it. */
const routeOf = ({ routeOptions, is404 }: FastifyRequest) => (is404 ? 'page' : (routeOptions.url ?? 'page'));

/** The name of a question of our own client; all others share one, so that nobody fills the memory with names. */
function operationOf(request: FastifyRequest): string {
  if (request.routeOptions.url !== '/graphql') return '';
  const name = (request.body as { operationName?: unknown } | null | undefined)?.operationName;
  return typeof name === 'string' && clientOperations.has(name) ? name : 'other';
}

function logRequests(app: FastifyInstance, { services: { log } }: RunningPlatform): void {
  if (!log.isLevelEnabled('debug')) return;
  app.addHook('onResponse', async (request, reply) => {
    const { id: requestId, method } = request;
    const ms = Math.round(reply.elapsedTime);
    const asked = { requestId, method, route: routeOf(request), operation: operationOf(request) };
    log.debug({ ...asked, status: reply.statusCode, ms }, 'Answered.');
  });
}

function countRequests(app: FastifyInstance, { services: { metrics } }: RunningPlatform): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = routeOf(request);
    const operation = operationOf(request);
    metrics.requests.inc({ route, operation, status: reply.statusCode });
    metrics.seconds.observe({ route, operation }, reply.elapsedTime / 1000);
  });
}

function observeOutbox({ services: { metrics } }: RunningPlatform, worker: Worker): void {
  let asked: ReturnType<Worker['waiting']> | null = null;
  /** Asked once for all that look at the same time. */
  const waiting = () => (asked ??= worker.waiting().finally(() => (asked = null)));
  const told = {
    due: ['portico_outbox_due_jobs', 'Mails and other work that should be done by now.'],
    failing: ['portico_outbox_failing_jobs', 'Work that failed and is tried again.'],
    abandoned: ['portico_outbox_abandoned_jobs', 'Work that failed for about a day, and is left.'],
    seconds: ['portico_outbox_oldest_seconds', 'For how long the oldest work has been due.'],
  } as const;
  for (const [what, [name, help]] of Object.entries(told)) {
    // Every process sees the same outbox.
    metrics.observe(name, help, async () => (await waiting())[what as keyof typeof told], 'max');
  }
}
