import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import {
  ErrorCode,
  forbidden,
  impersonationReadOnly,
  invalid,
  Refusal,
  unauthenticated,
  type Trouble,
} from '../../platform/errors';
import { charge, headersOf } from '../../platform/charges';
import type { Serving } from '../../platform/feature';
import type { Limit } from '../../platform/rate-limits';
import { FilePurpose } from './file.entity';
import { safeName } from './file-name';
import { megabyte, purposes } from './file-purposes';
import { imagePath } from './image.types';
import { drain, receive } from './receive';
import { storePicture } from './store-picture';
import { isFull } from '../../platform/storage';

type Upload = FastifyRequest<{ Querystring: { purpose?: unknown } }>;

const uploadsPerPerson: Limit = { name: 'upload', points: 60, seconds: 600 };

/** It is drawn anew in several sizes. */
const pointsPerUpload = 200;

const statusOf: Record<string, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  IMPERSONATION_READ_ONLY: 403,
  FILE_TOO_LARGE: 413,
  FILE_TYPE_NOT_ALLOWED: 415,
  RATE_LIMITED: 429,
  STORAGE_FULL: 507,
};

/** The bytes of a picture, as they are, in the body; with a name of their own beside the API, for their progress. */
export function serveUploads(app: FastifyInstance, { contextOf }: Serving): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _body, done) => done(null));

    scope.post('/uploads', async (request: Upload, reply) => {
      try {
        const file = await upload(request, reply, contextOf);
        return await reply.code(201).send(file);
      } catch (error) {
        return refused(error, request, reply);
      }
    });
  });
}

async function upload(request: Upload, reply: FastifyReply, contextOf: Serving['contextOf']) {
  if (!couldOnlyBeOurs(request)) throw forbidden();
  const ctx = await contextOf(request);
  if (!ctx.viewer) throw unauthenticated();
  if (ctx.viewer.impersonation) throw impersonationReadOnly();
  const purpose = Object.values(FilePurpose).find((known) => known === request.query.purpose);
  if (!purpose) throw invalid('purpose', 'invalid', 'Say what the picture is for.');
  const { maxBytes, mayUpload } = purposes[purpose];
  if (!mayUpload(ctx.viewer)) throw forbidden();
  void reply.headers(Object.fromEntries(headersOf(charge(ctx, pointsPerUpload)!)));
  await ctx.platform.services.rateLimits.count(uploadsPerPerson, ctx.viewer.identityId);

  const bytes = await receive(request.raw, maxBytes);
  const name = safeName(request.headers['x-file-name']?.toString());
  const file = await storePicture(ctx, { bytes, purpose, name });
  return { id: file.id, url: imagePath(file, null), width: file.width, height: file.height };
}

/** A form of another site can send the simple types only, and no header of its own. */
const couldOnlyBeOurs = ({ headers }: FastifyRequest) =>
  headers['x-file-name'] !== undefined ||
  headers['x-requested-with'] !== undefined ||
  !/^\s*($|text\/plain|multipart\/form-data|application\/x-www-form-urlencoded)/i.test(
    headers['content-type'] ?? '',
  );

function refused(error: unknown, request: Upload, reply: FastifyReply): FastifyReply {
  const errors = troublesOf(error, request);
  if (!errors) throw error;
  drain(request.raw, 64 * megabyte);
  const wait = error instanceof GraphQLError && error.extensions['retryAfter'];
  if (wait) void reply.header('retry-after', wait);
  return reply.code(statusOf[errors[0]!.code] ?? 400).send({ errors });
}

function troublesOf(error: unknown, request: Upload): readonly { code: string; message: string }[] | null {
  if (error instanceof Refusal) return error.troubles;
  if (error instanceof GraphQLError)
    return [{ code: String(error.extensions['code']), message: error.message }];
  if (isFull(error)) {
    request.log.error({ err: error, requestId: request.id }, 'There is no room left for files.');
    return [{ code: 'STORAGE_FULL', message: 'The server has no room left for files. Nothing was kept.' }];
  }
  // The client went away, or never finished.
  if (request.raw.destroyed && !request.raw.complete) return [brokenOff];
  return null;
}

const brokenOff: Trouble = {
  code: ErrorCode.VALIDATION_FAILED,
  reason: 'incomplete',
  message: 'The upload broke off.',
};
