import { Pool } from 'pg';
import type { Logger } from 'pino';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Budgets } from './budgets';
import { connections } from './database/connections';
import { connectionTimeoutMillis, silence } from './database/unavailable';
import { rateLimited } from './errors';
import { Turns } from './turns';

/** Counters of attempts; no company's data, only digests and numbers. */
@Entity('rate_limits')
export class RateLimitCounter {
  @PrimaryColumn('varchar', { length: 255 })
  key!: string;

  @Column('int', { default: 0 })
  points!: number;

  @Column('bigint', { nullable: true })
  expire!: string | null;
}

export interface Limit {
  name: string;
  points: number;
  seconds: number;
  /** For a limit whose wait is another than the usual quarter of an hour. */
  reason?: string;
}

/** A limit, and for whom it is counted. */
type Counted = readonly [limit: Limit, key: string];

/** Counted in PostgreSQL, so that several servers count together and a restart forgets nothing. */
export class RateLimits {
  private readonly pool: Pool;
  private readonly turns: Turns;
  private readonly limiters = new Map<string, RateLimiterPostgres>();
  /** For what is asked too often to be counted in PostgreSQL each time. */
  readonly budgets: Budgets;

  constructor(appUrl: string, log: Logger) {
    this.pool = new Pool({
      connectionString: appUrl,
      max: connections.limits,
      connectionTimeoutMillis,
      query_timeout: silence,
      application_name: 'portico-limits',
    });
    this.pool.on('error', () => undefined);
    this.turns = new Turns(appUrl);
    this.budgets = new Budgets(this.pool, log);
  }

  /**
   * Whether an attempt is right; a wrong one is counted. Throws RATE_LIMITED, and tries nothing, where a limit is reached
   * already. Attempts of the same key take turns, in whichever process: none slips by uncounted.
   */
  async attempt(counted: readonly Counted[], isRight: () => Promise<boolean>): Promise<boolean> {
    // Whoever has no attempt left does not stand in the way of those who have.
    await this.check(counted);
    const keys = counted.map(([{ name }, key]) => `${name} ${key}`);
    return this.turns.take(keys, async () => {
      await this.check(counted);
      const right = await isRight();
      if (!right) await Promise.all(counted.map(([limit, key]) => this.count(limit, key)));
      return right;
    });
  }

  private async check(counted: readonly Counted[]): Promise<void> {
    for (const [limit, key] of counted) {
      const state = await this.limiter(limit).get(key);
      if (state && state.consumedPoints >= limit.points)
        throw rateLimited(Math.ceil(state.msBeforeNext / 1000), limit.reason);
    }
  }

  /** Counts one, and throws RATE_LIMITED where that is one too many. */
  async count(limit: Limit, key: string): Promise<void> {
    try {
      await this.limiter(limit).consume(key);
    } catch (outcome) {
      if (outcome instanceof RateLimiterRes) {
        throw rateLimited(Math.ceil(outcome.msBeforeNext / 1000), limit.reason);
      }
      throw outcome;
    }
  }

  async reset(limit: Limit, key: string): Promise<void> {
    await this.limiter(limit).delete(key);
  }

  private limiter(limit: Limit): RateLimiterPostgres {
    let limiter = this.limiters.get(limit.name);
    if (!limiter) {
      limiter = new RateLimiterPostgres({
        storeClient: this.pool,
        storeType: 'pool',
        tableName: 'rate_limits',
        tableCreated: true,
        keyPrefix: limit.name,
        points: limit.points,
        duration: limit.seconds,
      });
      this.limiters.set(limit.name, limiter);
    }
    return limiter;
  }

  async close(): Promise<void> {
    await this.budgets.close();
    await Promise.all([this.pool.end(), this.turns.close()]);
  }
}
