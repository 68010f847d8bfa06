import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { Logger } from 'pino';

/** What one address, account or session may spend in a minute. */
export interface Budget {
  name: 'address' | 'account' | 'session';
  points: number;
}

export interface Rates {
  /** Requests and messages from one address. */
  address: number;
  /** Points that all sessions of a person share; people of the portal have a quarter. */
  account: number;
  /** Points of one session, likewise. */
  session: number;
}

/** A budget after something was spent of it, or refused. */
export interface Spending {
  budget: Budget;
  left: number;
  /** Until a new minute begins. */
  seconds: number;
  refused: boolean;
}

interface Counter {
  here: number;
  /** How much of `here` the others can know. */
  told: number;
  elsewhere: number;
}

const minute = 60_000;
const pause = 1_000;
/** So many addresses in a minute are an attack that no counting stops; further ones are not counted. */
const mostCounters = 100_000;
const rowsAtOnce = 1_000;

/**
 * Counts in memory and tells PostgreSQL every second, so that spending costs no time of a request, and all processes and
 * servers share one budget. What is spent of it through several in the same second may be too much by that one second.
 */
export class Budgets {
  private readonly timer: NodeJS.Timeout;
  private counters = new Map<string, Counter>();
  private unshared = new Set<string>();
  private current = 0;
  /** In which minute what the earlier ones left was deleted. */
  private cleaned = 0;
  private sharing: Promise<void> | null = null;

  constructor(
    private readonly pool: Pool,
    private readonly log: Logger,
  ) {
    this.timer = setInterval(() => void this.share(), pause).unref();
  }

  spend(budget: Budget, who: string, points: number): Spending {
    const now = Date.now();
    const started = Math.floor(now / minute);
    if (started !== this.current) this.begin(started);
    const key = `${budget.name} ${who}`;
    let counter = this.counters.get(key);
    if (!counter) {
      counter = { here: 0, told: 0, elsewhere: 0 };
      if (this.counters.size < mostCounters) this.counters.set(key, counter);
    }
    const left = budget.points - counter.here - counter.elsewhere;
    const seconds = Math.ceil(((started + 1) * minute - now) / 1000);
    if (points > left) return { budget, left: Math.max(left, 0), seconds, refused: true };
    counter.here += points;
    this.unshared.add(key);
    return { budget, left: left - points, seconds, refused: false };
  }

  /** What the last second of a minute spent is not told any more. */
  private begin(started: number): void {
    this.current = started;
    this.counters = new Map();
    this.unshared = new Set();
  }

  /** Tells what was spent here, and learns what was spent elsewhere of the same budgets. */
  share(): Promise<void> {
    if (this.unshared.size === 0) return this.sharing ?? Promise.resolve();
    this.sharing ??= this.exchange()
      .catch((err: unknown) => this.log.warn({ err }, 'Rate limits are not shared with other processes.'))
      .finally(() => (this.sharing = null));
    return this.sharing;
  }

  private async exchange(): Promise<void> {
    const { counters, current } = this;
    const keys = [...this.unshared];
    this.unshared = new Set();
    // In one order everywhere, so that no two processes wait for each other's rows.
    const rows = keys.map((key) => ({ key: rowOf(key, current), counter: counters.get(key)! }));
    const sorted = rows
      .filter(({ counter }) => counter)
      .toSorted((one, other) => (one.key < other.key ? -1 : 1));
    for (let from = 0; from < sorted.length; from += rowsAtOnce)
      await this.tell(sorted.slice(from, from + rowsAtOnce), (current + 1) * minute);
    if (this.cleaned === current) return;
    this.cleaned = current;
    await this.pool.query(`DELETE FROM rate_limits WHERE key LIKE 'minute %' AND expire <= $1`, [
      current * minute,
    ]);
  }

  private async tell(rows: { key: string; counter: Counter }[], expire: number): Promise<void> {
    const spent = rows.map(({ counter }) => counter.here - counter.told);
    const { rows: totals } = await this.pool.query<{ key: string; points: number }>(
      `INSERT INTO rate_limits AS held (key, points, expire)
       SELECT key, points, $3 FROM unnest($1::text[], $2::int[]) AS spent (key, points)
       ON CONFLICT (key) DO UPDATE SET points = held.points + excluded.points
       RETURNING key, points`,
      [rows.map(({ key }) => key), spent, expire],
    );
    const known = new Map(totals.map(({ key, points }) => [key, points]));
    rows.forEach(({ key, counter }, index) => {
      counter.told += spent[index]!;
      counter.elsewhere = known.get(key)! - counter.told;
    });
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.share();
  }
}

/** The table holds no address and no person. */
const rowOf = (key: string, current: number) =>
  `minute ${current} ${createHash('sha256').update(key).digest('base64url')}`;
