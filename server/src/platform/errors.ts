import { GraphQLError } from 'graphql';

export enum ErrorCode {
  VALIDATION_FAILED = 'VALIDATION_FAILED',
  DUPLICATE_EMAIL = 'DUPLICATE_EMAIL',
  INVALID_TRANSITION = 'INVALID_TRANSITION',
  LINK_EXPIRED = 'LINK_EXPIRED',
  LINK_USED = 'LINK_USED',
  LOCKED = 'LOCKED',
  STALE_VERSION = 'STALE_VERSION',
  FILE_TOO_LARGE = 'FILE_TOO_LARGE',
  FILE_TYPE_NOT_ALLOWED = 'FILE_TYPE_NOT_ALLOWED',
  QUOTA_EXCEEDED = 'QUOTA_EXCEEDED',
  MODULE_DISABLED = 'MODULE_DISABLED',
  RATE_LIMITED = 'RATE_LIMITED',
  CONFLICT = 'CONFLICT',
  UNAUTHENTICATED = 'UNAUTHENTICATED',
  FORBIDDEN = 'FORBIDDEN',
  NOT_FOUND = 'NOT_FOUND',
}

/** One expected trouble, as the payload tells it. */
export interface Trouble {
  code: ErrorCode;
  message: string;
  field?: string[];
  reason?: string;
  from?: string;
  to?: string;
  existingId?: string;
  proposal?: string;
  limit?: number;
}

/**
 * An expected refusal. Thrown, so that the transaction it happens in rolls back by itself; a mutation's payload
 * carries it as data (`errors`), see `refusalsAsData`.
 */
export class Refusal extends Error {
  constructor(readonly troubles: readonly Trouble[]) {
    super(troubles.map(({ message }) => message).join(' '));
  }
}

export const refuse = (code: ErrorCode, message: string, more: Omit<Trouble, 'code' | 'message'> = {}) =>
  new Refusal([{ code, message, ...more }]);

export const invalid = (
  field: string | string[],
  reason: string,
  message: string,
  more: Partial<Trouble> = {},
) =>
  refuse(ErrorCode.VALIDATION_FAILED, message, {
    field: typeof field === 'string' ? [field] : field,
    reason,
    ...more,
  });

export const invalidTransition = (from: string, to: string) =>
  refuse(ErrorCode.INVALID_TRANSITION, `This is ${from}, which does not allow ${to}.`, { from, to });

export const staleVersion = () =>
  refuse(ErrorCode.STALE_VERSION, 'Somebody else changed this in the meantime. Load it again.');

const thrown = (code: string, message: string, more: Record<string, unknown> = {}) =>
  new GraphQLError(message, { extensions: { code, ...more } });

export const unauthenticated = () => thrown('UNAUTHENTICATED', 'Sign in first.');
export const forbidden = () => thrown('FORBIDDEN', 'You may not do this.');
/** Also for what exists but is not for this viewer: nobody learns that it does. */
export const notFound = (what = 'This') =>
  thrown('NOT_FOUND', `${what} does not exist, or is not yours to see.`);
export const isNotFound = (error: unknown): boolean =>
  error instanceof GraphQLError && error.extensions['code'] === 'NOT_FOUND';
export const impersonationReadOnly = () =>
  thrown('IMPERSONATION_READ_ONLY', 'You are looking through somebody else’s eyes: nothing can be changed.');
export const badUserInput = (message: string, field?: string) => thrown('BAD_USER_INPUT', message, { field });
export const rateLimited = (seconds: number, reason?: string) =>
  thrown('RATE_LIMITED', `Too many attempts. Try again in ${seconds} seconds.`, {
    retryAfter: seconds,
    ...(reason && { reason }),
  });

/** Seconds after which it is worth asking again. */
export const retryAfter = 5;
export const unavailable = () =>
  thrown(
    'UNAVAILABLE',
    'The database cannot answer at the moment. Nothing is wrong with your request: try again soon.',
    {
      retryAfter,
    },
  );
