/**
 * How many requests may be at work at once: where it begins and returns to, and its bounds. Fewer than the least are
 * never turned away, for a person's own work, such as fifty homes at once or a password's hash, is slow without any
 * overload.
 */
export const bounds = { usual: 128, least: 64, most: 512 };
/** By how many it returns to the usual number each time it looks. */
const step = 8;
/** Fewer answers than this in a window tell nothing. */
const few = 3;

/** What a window of time has shown. */
interface Seen {
  answered: number;
  slow: number;
  full: boolean;
}

const nothing = (): Seen => ({ answered: 0, slow: 0, full: false });

/**
 * Decides how many requests are worked on at once. While more than a twentieth of them take longer than `patience`, fewer
 * are let in by a fifth each time it looks; while all is quick and somebody had to be turned away, a few more. Whatever
 * is let in is then answered soon, and the rest is told at once to come again, instead of all waiting in vain.
 */
export class Admission {
  private limit = bounds.usual;
  private working = 0;
  private seen = nothing();

  constructor(private readonly patience: number) {}

  /** How many are at work, and how many may be. */
  get state(): { working: number; limit: number } {
    return { working: this.working, limit: this.limit };
  }

  /** Whether the next one is turned away. */
  get isFull(): boolean {
    if (this.working < this.limit) return false;
    this.seen.full = true;
    return true;
  }

  get isHalfFull(): boolean {
    return this.working * 2 > this.limit;
  }

  begin(): void {
    this.working += 1;
  }

  end(milliseconds: number): void {
    this.working -= 1;
    this.seen.answered += 1;
    if (milliseconds > this.patience) this.seen.slow += 1;
  }

  /** Looks back at what was seen since the last time, and for how long the event loop was held up at worst. */
  adapt(heldUp: number): void {
    const { answered, slow, full } = this.seen;
    this.seen = nothing();
    const isSlow = heldUp > this.patience || (answered >= few && slow * 20 > answered);
    const { usual, least, most } = bounds;
    if (isSlow) this.limit = Math.max(least, Math.floor(this.limit * 0.8));
    else if (full) this.limit = Math.min(most, this.limit + 4);
    else if (this.limit < usual) this.limit = Math.min(usual, this.limit + step);
    else this.limit = Math.max(usual, this.limit - step);
  }
}
