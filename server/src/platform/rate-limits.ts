import { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { rateLimited } from './errors';

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

/** Counted in PostgreSQL, so that several servers count together and a restart forgets nothing. */
export class RateLimits {
  private readonly pool: Pool;
  private readonly limiters = new Map<string, RateLimiterPostgres>();

  constructor(appUrl: string) {
    this.pool = new Pool({ connectionString: appUrl, max: 2, application_name: 'portico-limits' });
    this.pool.on('error', () => undefined);
  }

  /** Throws RATE_LIMITED where the limit is reached already; counts nothing. */
  async check(limit: Limit, key: string): Promise<void> {
    const state = await this.limiter(limit).get(key);
    if (state && state.consumedPoints >= limit.points)
      throw rateLimited(Math.ceil(state.msBeforeNext / 1000), limit.reason);
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
    await this.pool.end();
  }
}
