import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Serving } from '../../platform/feature';
import type { File } from './file.entity';
import { keyOf } from './file-keys';
import { imageById } from './file.loader';
import { downloadName } from './file-name';

interface OneSize {
  Params: { id: string; width?: string };
}

/** The bytes, through the same visibility as the object that they belong to; asked again at each use. */
export function serveFiles(app: FastifyInstance, { services, contextOf }: Serving): void {
  app.get<OneSize>('/files/:id/:width?', async (request, reply) => {
    const ctx = await contextOf(request);
    const file = await ctx.load(imageById, request.params.id);
    const width = file && widthOf(file, request.params.width);
    if (!file || !width) return nothingHere(reply);

    const tag = `"${file.sha256.slice(0, 32)}-${width}"`;
    void reply.headers({ etag: tag, 'cache-control': 'private, no-cache', vary: 'Cookie' });
    if (request.headers['if-none-match']?.split(/,\s*/).includes(tag)) return reply.code(304).send();
    const stored = await services.storage.read(keyOf(ctx.companyId, file.id, width));
    if (!stored) return nothingHere(reply);
    return reply
      .headers({
        'content-type': file.mime,
        'content-length': stored.bytes,
        'content-disposition': `inline; ${downloadName(file.name)}`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
      })
      .send(stored.stream);
  });
}

const widthOf = (file: File, asked: string | undefined) =>
  asked === undefined || asked === '' ? file.width : file.widths.find((kept) => String(kept) === asked);

const nothingHere = (reply: FastifyReply) =>
  reply
    .code(404)
    .removeHeader('etag')
    .header('cache-control', 'no-store')
    .send({ errors: [{ code: 'NOT_FOUND', message: 'This does not exist, or is not yours to see.' }] });
