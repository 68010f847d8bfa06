import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { projectDir } from '../platform/config';
import type { Serving } from '../platform/feature';
import { isTeam } from '../platform/viewer';

const folder = join(projectDir, 'web/dist');
const playground = '/developers/playground';

/** Addresses of programs; all others are pages, and the page itself says where there is none. */
const programs = /^\/(graphql|uploads|files|health|assets|demo)(\/|$)/;

const isBuilt = (file: string) =>
  stat(join(folder, file)).then(
    (found) => found.isFile(),
    () => false,
  );

/** Console, portal and playground as they were built: files with a digest in their name for ever, pages each time anew. */
export async function serveWeb(app: FastifyInstance, contextOf: Serving['contextOf']): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    serve: false,
    preCompressed: true,
    cacheControl: false,
    dotfiles: 'ignore',
  });

  app.get<{ Params: { '*': string } }>('/assets/*', async (request, reply) => {
    if (!(await isBuilt(join('assets', request.params['*'])))) return nothingHere(reply);
    void reply.header('cache-control', 'public, max-age=31536000, immutable');
    return reply.sendFile(join('assets', request.params['*']));
  });

  app.get(playground, async (request, reply) => {
    const { viewer } = await contextOf(request);
    if (!viewer) return reply.redirect(`/login?return=${encodeURIComponent(playground)}`);
    if (!isTeam(viewer)) return reply.redirect('/');
    // GraphiQL brings its typefaces inside its style sheet.
    const policy = `${String(reply.getHeader('content-security-policy'))};font-src 'self' data:`;
    return page(reply.header('content-security-policy', policy), 'playground.html', 'no-store');
  });

  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?', 1)[0]!;
    if (!['GET', 'HEAD'].includes(request.method) || programs.test(path)) return nothingHere(reply);
    const file = /^\/([\w-]+\.(?!html)\w+)$/.exec(path)?.[1];
    if (file && (await isBuilt(file))) {
      return reply.header('cache-control', 'public, max-age=3600').sendFile(file);
    }
    return wantsPage(request) ? page(reply, 'index.html', 'no-cache') : nothingHere(reply);
  });
}

const wantsPage = ({ headers }: FastifyRequest) => /text\/html/.test(headers.accept ?? '');

async function page(reply: FastifyReply, file: string, cacheControl: string): Promise<FastifyReply> {
  if (await isBuilt(file)) return reply.header('cache-control', cacheControl).sendFile(file);
  return reply.code(503).type('text/html; charset=utf-8').send(notBuilt);
}

const notBuilt = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Portico</title>
<h1>The pages are not built yet</h1><p>The server runs, but <code>web/dist</code> is missing. Run <code>npm start</code>.</p>`;

const nothingHere = (reply: FastifyReply) =>
  reply
    .code(404)
    .send({ errors: [{ message: 'There is nothing at this address.', extensions: { code: 'NOT_FOUND' } }] });
