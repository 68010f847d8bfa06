import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import type { ErrorCode } from '../gql/graphql';

/** Codes that can reach a person: those of payloads, those thrown, and the one the browser makes. */
export type AnyErrorCode =
  ErrorCode | 'IMPERSONATION_READ_ONLY' | 'BAD_USER_INPUT' | 'INTERNAL_SERVER_ERROR' | 'NETWORK';

/** The shape of `UserError` in a payload; ask for at least `code message field reason`. */
export interface UserErrorLike {
  code: AnyErrorCode;
  message?: string;
  field?: readonly string[] | null;
  reason?: string | null;
  from?: string | null;
  to?: string | null;
  limit?: number | null;
  proposal?: string | null;
  existingId?: string | null;
  requestId?: string | null;
}

/** Expected errors of a payload, thrown where there is no form to tell them. */
export class Refused extends Error {
  constructor(readonly errors: readonly UserErrorLike[]) {
    super(errors[0]?.message ?? 'This was refused');
  }
}

/** Turns whatever a request threw into the same shape as expected errors. */
export function toUserErrors(thrown: unknown): UserErrorLike[] {
  if (CombinedGraphQLErrors.is(thrown)) {
    return thrown.errors.map(({ message, extensions = {} }) => ({
      code: (extensions.code as AnyErrorCode | undefined) ?? 'INTERNAL_SERVER_ERROR',
      message,
      field:
        typeof extensions.field === 'string' ? extensions.field.split('.') : (extensions.field as string[]),
      reason: extensions.reason as string | undefined,
      limit: extensions.limit as number | undefined,
      requestId: extensions.requestId as string | undefined,
    }));
  }
  if (ServerError.is(thrown)) {
    const code = thrown.statusCode === 429 ? 'RATE_LIMITED' : 'INTERNAL_SERVER_ERROR';
    return [{ code, message: thrown.message, requestId: thrown.response.headers.get('x-request-id') }];
  }
  if (Array.isArray((thrown as { errors?: unknown } | null)?.errors)) {
    return (thrown as { errors: UserErrorLike[] }).errors;
  }
  return [{ code: isNetworkFailure(thrown) ? 'NETWORK' : 'INTERNAL_SERVER_ERROR', message: String(thrown) }];
}

/** fetch rejects with a TypeError when nothing answered. */
export const isNetworkFailure = (thrown: unknown): boolean => thrown instanceof TypeError;

/** Whether the server answered that the thing does not exist, or is not the viewer's to see. */
export const isNotFound = (thrown: unknown): boolean => toUserErrors(thrown)[0]?.code === 'NOT_FOUND';

/** What a person may quote to the people who run the server. */
export const referenceOf = (thrown: unknown): string | null => toUserErrors(thrown)[0]?.requestId ?? null;
