import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { projectDir } from '../platform/config';
import type { Serving } from '../platform/feature';
import { isTeam } from '../platform/viewer';

const folder = join(projectDir, 'web/dist');
const playground = '/developers/playground';

/** Addresses of programs; all others are pages, and the page itself says where there is none. */
const programs = /^\/(graphql|uploads|files|health|metrics|assets|demo)(\/|$)/;

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

  const firstFiles = await firstFilesOf();

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
    if (!wantsPage(request)) return nothingHere(reply);
    announce(reply, firstFiles[firstPages[path.split('/')[1]!] ?? ''] ?? []);
    return page(reply, 'index.html', 'no-cache');
  });
}

/** By which of its names in `first-files.json` the build knows the page that an address begins with. */
const firstPages: Partial<Record<string, string>> = { portal: 'portal', console: 'console', login: 'public' };

type FirstFiles = Partial<Record<string, string[]>>;

const firstFilesOf = (): Promise<FirstFiles> =>
  readFile(join(folder, 'first-files.json'), 'utf8').then(
    (noted) => JSON.parse(noted) as FirstFiles,
    () => ({}),
  );

/** Lets a browser ask for the files of a page while it still reads those of all pages: on a phone that is a round trip. */
function announce(reply: FastifyReply, files: string[]): void {
  const links = files.map((file) => {
    const kind = file.endsWith('.css') ? 'rel=preload; as=style' : 'rel=modulepreload';
    return `</${file}>; ${kind}; crossorigin`;
  });
  if (links.length) void reply.header('link', links.join(', '));
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
