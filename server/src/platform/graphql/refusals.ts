import { GraphQLError, isObjectType, getNamedType, type GraphQLResolveInfo } from 'graphql';
import type { IMiddlewareResolver } from 'graphql-middleware/types';
import { ErrorCode, Refusal, refuse, type Trouble } from '../errors';
import type { RequestContext } from '../request-context';

interface PostgresError {
  code?: string;
  constraint?: string;
}

/** What the database's own rules say about a race, or about a value no earlier check had caught. */
function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  const { code, constraint } = error as PostgresError;
  if (code === '23505') {
    return constraint === 'one_address_per_company'
      ? refuse(ErrorCode.DUPLICATE_EMAIL, 'Somebody has this address already.', { field: ['email'] })
      : refuse(ErrorCode.CONFLICT, 'This exists already.');
  }
  if (code === '23503')
    return refuse(ErrorCode.CONFLICT, 'What this points at is gone, or something points at it.');
  if (code && ['22001', '22003', '22007', '22008', '22021', '22P02', '22P05', '23514'].includes(code)) {
    return refuse(ErrorCode.VALIDATION_FAILED, 'A value is not valid here.', { reason: 'invalid' });
  }
  return null;
}

const collisions = new Set(['40001', '40P01', '55P03', '57014']);

/**
 * Commands that wanted the same rows: one waited too long, or they waited for each other. Questions wait for nobody;
 * one that takes too long is our trouble and stays it.
 */
function asCollision(error: unknown, ctx: RequestContext): Refusal | null {
  if (!collisions.has((error as PostgresError).code ?? '')) return null;
  ctx.platform.services.log.warn({ err: error, requestId: ctx.request.id }, 'Commands collided.');
  return refuse(ErrorCode.CONFLICT, 'Two changes collided. Try again.', { reason: 'busy' });
}

const isPayloadWithErrors = (info: GraphQLResolveInfo) => {
  const type = getNamedType(info.returnType);
  return isObjectType(type) && 'errors' in type.getFields();
};

const thrown = ({ code, message, ...more }: Trouble) =>
  new GraphQLError(message, { extensions: { code, ...more } });

/** Expected trouble becomes data in a mutation's payload, and a coded error where a query has no payload. */
export const refusalsAsData: IMiddlewareResolver<unknown, RequestContext> = async (
  resolve,
  parent,
  args,
  ctx,
  info,
) => {
  try {
    return (await resolve(parent, args, ctx, info)) as unknown;
  } catch (error) {
    const withErrors = isPayloadWithErrors(info);
    const refusal = asRefusal(error) ?? (withErrors ? asCollision(error, ctx) : null);
    if (!refusal) throw error;
    if (withErrors) return emptyPayload(info, refusal);
    throw thrown(refusal.troubles[0]!);
  }
};

/** The payload of a refused command: its lists are empty, its flags false, its objects null. */
function emptyPayload(info: GraphQLResolveInfo, { troubles }: Refusal) {
  const type = getNamedType(info.returnType);
  if (!isObjectType(type)) throw new Error('A payload is an object type.');
  const values = Object.values(type.getFields()).map(({ name, type: fieldType }) => {
    const text = String(fieldType);
    return [name, text.startsWith('[') ? [] : text === 'Boolean!' ? false : null] as const;
  });
  return { ...Object.fromEntries(values), errors: troubles };
}
