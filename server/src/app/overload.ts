import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../platform/services';
import { Admission } from './admission';
import { bareHeaders } from './headers';

declare module 'fastify' {
  interface FastifyRequest {
    /** When work on it began; 0 where it is not counted. */
    beganAt: number;
  }
}

const lookEvery = 250;
export const retryAfter = 1;

/** Those who look after the server must see it best when there is most to do. */
const spared = /^\/(health\/|metrics)/;

/**
 * Turns away what cannot be answered soon, before anything is known of it: its body is not read, its session not looked
 * up, and the answer is ready. What is counted begins when a body has arrived, for slow senders do no work, and ends
 * when there is an answer, for slow readers do none either.
 */
export function shedLoad(app: FastifyInstance, services: Services): Admission {
  const { config, metrics } = services;
  const admission = new Admission(config.overloadLatency);
  const door = new Door();
  const isTurnedAway = (url: string) => {
    if (!admission.isFull || spared.test(url)) return false;
    metrics.shed.inc({ what: 'request' });
    return true;
  };
  beforeAnythingElse(app, ({ url = '' }, response) => {
    if (!isTurnedAway(url)) return false;
    answerBusy(response);
    return true;
  });
  app.decorateRequest('beganAt', 0);
  app.addHook('preHandler', (request, reply, next) => {
    // An upload is read by its handler, for as long as its sender takes.
    if (spared.test(request.url) || request.routeOptions.url === '/uploads') return next();
    if (isTurnedAway(request.url)) {
      reply.hijack();
      return answerBusy(reply.raw);
    }
    request.beganAt = performance.now();
    admission.begin();
    // The first half begin as they come: together they share their ways to the database.
    if (admission.isHalfFull) door.wait(next);
    else next();
  });
  app.addHook('onSend', (request, _reply, _payload, next) => {
    if (request.beganAt) admission.end(performance.now() - request.beganAt);
    request.beganAt = 0;
    next();
  });
  adaptAlways(app, admission);
  metrics.observe('portico_working_requests', 'Requests at work.', () => admission.state.working);
  metrics.observe('portico_admitted_requests', 'Requests that may be at work.', () => admission.state.limit);
  return admission;
}

/** Fastify makes objects, ids and a log for each request; of ten thousand refusals a second that would be most of the work. */
function beforeAnythingElse(
  { server }: FastifyInstance,
  isAnswered: (request: IncomingMessage, response: ServerResponse) => boolean,
): void {
  const [answer] = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (!isAnswered(request, response)) answer!(request, response);
  });
}

/**
 * Lets one in at each turn of the event loop. Together they would be answered together as well, in one long turn, and a
 * turn is how long everybody waits who wants to connect, or to hear that there is no room.
 */
class Door {
  private readonly waiting: (() => void)[] = [];

  wait(enter: () => void): void {
    this.waiting.push(enter);
    if (this.waiting.length === 1) setImmediate(() => this.open());
  }

  private open(): void {
    this.waiting.shift()!();
    if (this.waiting.length > 0) setImmediate(() => this.open());
  }
}

function adaptAlways(app: FastifyInstance, admission: Admission): void {
  const delays = monitorEventLoopDelay({ resolution: 20 });
  delays.enable();
  const timer = setInterval(() => {
    admission.adapt(delays.percentile(90) / 1e6);
    delays.reset();
  }, lookEvery).unref();
  app.addHook('onClose', async () => {
    clearInterval(timer);
    delays.disable();
  });
}

const message = 'Too many are asking at this moment. Ask again in a second.';
const body = JSON.stringify({ errors: [{ message, extensions: { code: 'OVERLOADED', retryAfter } }] });
const head = Object.entries({
  ...bareHeaders,
  'retry-after': String(retryAfter),
  'content-length': String(Buffer.byteLength(body)),
}).flat();

function answerBusy(response: ServerResponse): void {
  response.writeHead(503, head);
  response.end(body);
}
