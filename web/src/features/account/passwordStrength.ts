import type { UserErrorLike } from '../../platform/errors';

export const PASSWORD_LENGTH = 12;

export type Strength = 'weak' | 'fair' | 'strong';

/** A hint, not a rule: length counts, repetition does not. */
export function passwordStrength(password: string): Strength {
  const different = new Set(password.toLowerCase()).size;
  if (different < 5 || /^(.{1,4})\1+$/i.test(password)) return 'weak';
  return password.length >= 16 && different >= 9 ? 'strong' : 'fair';
}

/** What the server would say to a new password that is missing or too short. */
export function tooShort(password: string, field = 'password'): UserErrorLike[] {
  if (!password) return [{ code: 'VALIDATION_FAILED', reason: 'required', field: [field] }];
  return [...password].length < PASSWORD_LENGTH
    ? [{ code: 'VALIDATION_FAILED', reason: 'tooShort', field: [field], limit: PASSWORD_LENGTH }]
    : [];
}
