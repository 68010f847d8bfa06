import { dictionary } from '@zxcvbn-ts/language-common';

/** In the order of their keys: what fingers find without the head. */
const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '0123456789',
  '1234567890',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertzuiopasdfghjklyxcvbnm',
];
const runs = rows.flatMap((row) => [row.repeat(3), [...row].reverse().join('').repeat(3)]);
const isRun = (text: string) => runs.some((run) => run.includes(text));

let list: Set<string> | undefined;
/** 50,000 passwords from breaches, made a set when the first password is chosen. */
const isListed = (text: string) => (list ??= new Set(dictionary['passwords-common'])).has(text);

/** The shortest text of which the whole is made: `abc` of `abcabcabc`, else the whole. */
function repeated(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const unit = text.slice(0, length);
    if (unit.repeat(Math.ceil(text.length / length)).slice(0, text.length) === text) return unit;
  }
  return text;
}

const isSimple = (text: string) => isListed(text) || isRun(text) || repeated(text).length <= 4;
const isTail = (digits: string) => digits.length <= 4 || isSimple(digits);

/**
 * Whether the password is known from breaches, in whatever case: on the list, or made in one of the ways of which
 * such lists are full, a listed one with digits or signs around it or repeated, a row of keys, few characters over
 * and over.
 */
export function isBreached(password: string): boolean {
  const typed = password.normalize('NFKC').toLowerCase();
  if ([typed, repeated(typed)].some(isSimple)) return true;
  const bare = typed.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  const parts = /^(\d*)(\D|\D.*\D)(\d*)$/u.exec(bare);
  return parts ? isTail(parts[1]!) && isSimple(parts[2]!) && isTail(parts[3]!) : isSimple(bare);
}
