import type { UserErrorLike } from './errors';
import { i18n } from './i18n';

/** What to tell a person: what went wrong and what to do, in her language. The finest wording wins. */
export function errorText(error: UserErrorLike): string {
  const { code, reason } = error;
  const field = error.field?.at(-1);
  const key = [
    reason && field && `${code}/${reason}/${field}`,
    reason && `${code}/${reason}`,
    field && `${code}//${field}`,
    code,
    'INTERNAL_SERVER_ERROR',
  ].find((each) => each && i18n.exists(`common:errors.${each}`));
  const values = { count: error.limit ?? 0, limit: error.limit, proposal: error.proposal };
  return i18n.t(`common:errors.${key as 'CONFLICT'}`, values);
}
