const DAY_MS = 86_400_000;

/** How far a zone's clock is ahead of UTC at a moment. */
function offsetAt(moment: number, timeZone: string): number {
  const wall = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const parts = Object.fromEntries(wall.formatToParts(moment).map(({ type, value }) => [type, value]));
  const { year, month, day, hour, minute, second } = parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - moment;
}

/** The moment a calendar day begins by the clock of a zone; null for what is no day. */
export function startOfDay(day: string, timeZone: string): string | null {
  const midnight = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(midnight)) return null;
  const guess = midnight - offsetAt(midnight, timeZone);
  // Where summer time begins or ends that night, the guess lies an hour off.
  return new Date(midnight - offsetAt(guess, timeZone)).toISOString();
}

/** The moment a calendar day is over. */
export function endOfDay(day: string, timeZone: string): string | null {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight)) return null;
  return startOfDay(new Date(midnight + DAY_MS).toISOString().slice(0, 10), timeZone);
}
