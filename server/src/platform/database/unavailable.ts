import { DatabaseError } from 'pg';

/**
 * How long a connection may be silent while something is asked of it. PostgreSQL itself ends a statement after 15
 * seconds; one that is frozen, or behind a network that swallows everything, does not.
 */
export const silence = 20_000;
/** For a connection, also for one that others hold. */
export const connectionTimeoutMillis = 5_000;

/** It ends, crashed, starts, has no connection left, or cannot write: classes 08, 53, 57P and 58 of its codes. */
const itsOwnWord = /^(08|53|57P0|58)/;
const ofTheSystem = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
const ofTheDriver =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|timeout expired|Query read timeout|The database fell silent|The server is stopping)/;

/** The database is away or cannot write; nothing is wrong with what was asked, and it may be asked again. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof DatabaseError) return itsOwnWord.test(error.code ?? '');
  if (!(error instanceof Error)) return false;
  return ofTheSystem.has((error as NodeJS.ErrnoException).code ?? '') || ofTheDriver.test(error.message);
}

/** Breaks a connection that stays silent while it owes answers: whoever waits for them is then told. */
export class Patience {
  private readonly timer: NodeJS.Timeout;
  private owed = 0;

  constructor(breakOff: (error: Error) => void) {
    this.timer = setTimeout(() => {
      if (this.owed > 0) breakOff(new Error('The database fell silent.'));
    }, silence).unref();
  }

  asked(): void {
    if (this.owed === 0) this.timer.refresh();
    this.owed += 1;
  }

  heard(): void {
    this.timer.refresh();
  }

  answered(): void {
    this.owed -= 1;
    this.timer.refresh();
  }
}
