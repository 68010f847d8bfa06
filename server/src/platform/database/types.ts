import { types as defaults } from 'pg';

const timestamptz = 1184;
const date = 1082;
const bigint = 20;
const numeric = 1700;

/** `2026-11-21 22:55:00.12+00`, as a UTC session prints it, becomes the ISO text; no Date object on the way. */
export function isoMoment(text: string): string {
  const end = text.lastIndexOf('+');
  const clock = text.slice(0, end);
  const point = clock.indexOf('.');
  const whole = point < 0 ? `${clock}.000` : clock.padEnd(point + 4, '0').slice(0, point + 4);
  return `${whole.replace(' ', 'T')}Z`;
}

/** Moments as ISO text, days as `YYYY-MM-DD`, counts as numbers, decimals as text. */
export const columnTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary') {
      if (oid === timestamptz) return isoMoment;
      if (oid === date || oid === numeric) return String;
      if (oid === bigint) return Number;
    }
    return defaults.getTypeParser(oid, format) as (text: string) => unknown;
  },
} as typeof defaults;
