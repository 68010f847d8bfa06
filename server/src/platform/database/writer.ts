import { Pool, type PoolClient } from 'pg';
import { asking, Batch, type Answer, type Asked } from './batch';
import type { Reader } from './reader';
import { setCompany, type Statement } from './sql';
import { connectionTimeoutMillis } from './unavailable';

/** The connections of commands: one for each transaction, for as long as it lasts. */
export class Writers {
  private readonly pool: Pool;

  constructor(url: string, connections: number) {
    this.pool = new Pool({
      connectionString: url,
      max: connections,
      pipeline: true,
      application_name: 'portico',
      connectionTimeoutMillis,
      options:
        '-c timezone=UTC -c statement_timeout=15000 -c idle_in_transaction_session_timeout=30000 -c plan_cache_mode=force_generic_plan',
    } as object);
    this.pool.on('error', () => undefined);
    // A connection that breaks tells those who wait for it; that it broke is nobody else's news.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** Commits when `work` resolves, rolls back when it throws. */
  async inTransaction<T>(companyId: string, work: (writer: Writer) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    const writer = new Writer(client, companyId);
    try {
      const result = await work(writer);
      await writer.commit();
      client.release();
      return result;
    } catch (error) {
      const isSound = await writer.rollback();
      client.release(!isSound);
      throw error;
    }
  }

  /** How many commands wait for a connection. */
  waiting(): number {
    return this.pool.waitingCount;
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

const begin: Statement = { text: 'BEGIN', values: [] };
const commit: Statement = { text: 'COMMIT', values: [] };
const rollback: Statement = { text: 'ROLLBACK', values: [] };
const isOver = () => new Error('This transaction is over.');

/**
 * One transaction. Its statements run in their order. What is asked in one tick leaves together; what nobody needs an
 * answer to leaves with the next question or the commit, and so costs no time of its own. Once one has failed, all that
 * follow tell the first failure.
 */
export class Writer implements Reader {
  private unsent: Asked[];
  private leaving = false;
  private over = false;
  private failure: { cause: unknown } | null = null;

  constructor(
    private readonly client: PoolClient,
    companyId: string,
  ) {
    this.unsent = [begin, setCompany(companyId)].map((statement) => this.unattended(statement));
  }

  /** Leaves with what comes next; its failure is told there. */
  send(statement: Statement): void {
    if (this.over) throw isOver();
    this.unsent.push(this.unattended(statement));
  }

  ask(statement: Statement): Promise<Answer> {
    // The connection may serve another command by now.
    return this.over ? Promise.reject(isOver()) : this.queue(statement);
  }

  private queue(statement: Statement): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const told = (error: unknown) => {
        this.failure ??= { cause: error };
        reject(this.failure.cause as Error);
      };
      this.unsent.push(asking(statement, resolve, told));
      if (this.leaving) return;
      this.leaving = true;
      setImmediate(() => this.leave());
    });
  }

  private leave(): void {
    this.leaving = false;
    const batch = this.unsent;
    this.unsent = [];
    new Batch(batch, (skipped, cause) => skipped.forEach(({ reject }) => reject(cause))).sendBy(this.client);
  }

  async read<Row>(statement: Statement): Promise<Row[]> {
    return (await this.ask(statement)).rows as Row[];
  }

  /** How many rows it wrote. */
  async write(statement: Statement): Promise<number> {
    const { done } = await this.ask(statement);
    return Number(done.slice(done.lastIndexOf(' ') + 1));
  }

  async commit(): Promise<void> {
    this.over = true;
    const { done } = await this.queue(commit);
    // What has failed cannot be committed, and PostgreSQL then says so without calling it an error.
    if (done !== 'COMMIT')
      throw (this.failure?.cause ?? new Error('PostgreSQL rolled the transaction back.')) as Error;
  }

  /** Whether the connection can serve the next transaction. */
  async rollback(): Promise<boolean> {
    this.over = true;
    if (!this.leaving) this.unsent = [];
    return this.queue(rollback).then(
      () => true,
      () => false,
    );
  }

  private unattended(statement: Statement): Asked {
    return asking(statement, undefined, (error) => {
      this.failure ??= { cause: error };
    });
  }
}
