import { hash, verify } from '@node-rs/argon2';
import { ErrorCode, invalid } from '../../platform/errors';
import { isBreached } from './breached-passwords';

export const shortestPassword = 12;
export const longestPassword = 256;

// OWASP's password storage cheat sheet: Argon2id with 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), cost);

let nobody: Promise<string> | undefined;

/** Takes as long for an address without a password as for one with: time does not tell whether it exists. */
export async function isPassword(held: string | null | undefined, given: string): Promise<boolean> {
  const right = await verify(
    held ?? (await (nobody ??= hashPassword('nobody has this'))),
    given.normalize('NFC'),
  );
  return right && Boolean(held);
}

/** Refuses what is too short or known from breaches. No rules of composition: length is what helps. */
export function checkPassword(password: string, field: string): void {
  const length = [...password].length;
  if (length < shortestPassword) {
    throw invalid(field, 'tooShort', `A password has at least ${shortestPassword} characters.`, {
      limit: shortestPassword,
    });
  }
  if (length > longestPassword) {
    throw invalid(field, 'tooLong', `A password has at most ${longestPassword} characters.`, {
      limit: longestPassword,
    });
  }
  if (isBreached(password)) {
    throw invalid(field, 'breached', 'This password is known from data breaches. Choose another.', {
      code: ErrorCode.VALIDATION_FAILED,
    });
  }
}
