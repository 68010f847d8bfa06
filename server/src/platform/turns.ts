import { createHash } from 'node:crypto';
import { Pool } from 'pg';
import { connections } from './database/connections';
import { connectionTimeoutMillis, silence } from './database/unavailable';

/** Lets what has the same key happen one after the other, in whichever process it is asked for. */
export class Turns {
  private readonly last = new Map<string, Promise<void>>();
  private readonly pool: Pool;

  constructor(appUrl: string) {
    this.pool = new Pool({
      connectionString: appUrl,
      max: connections.turns,
      connectionTimeoutMillis,
      query_timeout: silence,
      application_name: 'portico-turns',
      // Nobody waits for ever for the turn of a process that is frozen.
      options: '-c lock_timeout=10s',
    });
    this.pool.on('error', () => undefined);
    // A connection that is lost while it is held is told by the query that ends the turn.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** Whoever takes turns by several keys names them in the same order, so that nobody waits in a circle. */
  take<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    // First among ourselves: those who wait here hold no connection.
    return keys.reduceRight<() => Promise<T>>(
      (inner, key) => () => this.here(key, inner),
      () => this.everywhere(keys, work),
    )();
  }

  private here<T>(key: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.last.get(key) ?? Promise.resolve()).then(work);
    const over: Promise<void> = turn.then(
      () => this.leave(key, over),
      () => this.leave(key, over),
    );
    this.last.set(key, over);
    return turn;
  }

  private leave(key: string, over: Promise<void>): void {
    if (this.last.get(key) === over) this.last.delete(key);
  }

  /** The locks go with the transaction, also with that of a process that is killed. */
  private async everywhere<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken = false;
    try {
      const locks = keys.map((key, place) => `SELECT pg_advisory_xact_lock(${place}, ${numberOf(key)})`);
      await client.query(['BEGIN', ...locks].join(';'));
      return await work();
    } finally {
      await client.query('ROLLBACK').catch(() => (broken = true));
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

/** Two keys of one number take turns as well, which does no harm. */
const numberOf = (key: string) => createHash('sha256').update(key).digest().readInt32BE();
