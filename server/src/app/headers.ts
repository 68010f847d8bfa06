import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { ReadyConfig } from '../platform/config';
import { isOwnOrigin } from './origin';

const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    // Mantine writes its theme as a style element.
    styleSrc: ["'self'", "'unsafe-inline'"],
    // A chosen picture is shown before it is uploaded.
    imgSrc: ["'self'", 'data:', 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

/** For what is answered before a request has a route. */
export const bareHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'content-type': 'application/json; charset=utf-8',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** What browsers are told about every answer, and what they may not ask at all. */
export async function guardHeaders(app: FastifyInstance, config: ReadyConfig): Promise<void> {
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
    void reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()');
  });
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    // A connection that is kept after the last answer would hold up the end.
    if (closing) void reply.header('connection', 'close');
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  });
  await app.register(helmet, {
    contentSecurityPolicy,
    hsts: config.publicUrl.startsWith('https:'),
    crossOriginEmbedderPolicy: false,
  });
  refuseOtherSites(app, config);
}

/** A page of another site cannot make its visitor's browser act here. */
function refuseOtherSites(app: FastifyInstance, config: ReadyConfig): void {
  app.addHook('onRequest', async ({ method, headers }, reply) => {
    if (method === 'GET' || method === 'HEAD') return;
    if (headers['sec-fetch-site'] !== 'cross-site' && isOwnOrigin(headers.origin, headers.host, config))
      return;
    const error = { message: 'This comes from another site.', extensions: { code: 'FORBIDDEN' } };
    await reply.code(403).send({ errors: [error] });
  });
}
