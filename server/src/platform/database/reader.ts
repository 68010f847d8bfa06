import { createHash } from 'node:crypto';
import { Client, escapeLiteral } from 'pg';
import { columnTypes } from './types';
import type { Statement } from './sql';

/** Runs one statement for one company and returns plain rows. */
export interface Reader {
  read<Row>(statement: Statement): Promise<Row[]>;
}

const names = new Map<string, string>();
/** Prepared once per connection: the name is the text's own digest, so two texts never share one. */
export function preparedName(text: string): string {
  let name = names.get(text);
  if (!name) names.set(text, (name = createHash('sha1').update(text).digest('base64url')));
  return name;
}

interface Waiting {
  statement: Statement;
  resolve(rows: unknown[]): void;
  reject(error: unknown): void;
}

/**
 * A few connections that many requests share. What one company asks in one tick leaves together, without
 * waiting in between, as BEGIN READ ONLY, the company for row-level security, the statements, COMMIT.
 */
export class Readers {
  private readonly lanes: Lane[];
  private readonly waiting = new Map<string, Waiting[]>();
  private next = 0;

  constructor(url: string, lanes = 4) {
    this.lanes = Array.from({ length: lanes }, () => new Lane(url));
  }

  forCompany(companyId: string): Reader {
    return {
      read: <Row>(statement: Statement) =>
        new Promise<Row[]>((resolve, reject) => {
          const group = this.waiting.get(companyId);
          const entry = { statement, resolve: resolve as Waiting['resolve'], reject };
          if (group) {
            group.push(entry);
            return;
          }
          this.waiting.set(companyId, [entry]);
          setImmediate(() => this.send(companyId));
        }),
    };
  }

  private send(companyId: string): void {
    const group = this.waiting.get(companyId) ?? [];
    this.waiting.delete(companyId);
    this.next = (this.next + 1) % this.lanes.length;
    void this.lanes[this.next]!.run(companyId, group);
  }

  async close(): Promise<void> {
    await Promise.all(this.lanes.map((lane) => lane.close()));
  }
}

class Lane {
  private client: Promise<Client> | null = null;

  constructor(private readonly url: string) {}

  async run(companyId: string, group: Waiting[]): Promise<void> {
    let client: Client;
    try {
      client = await (this.client ??= this.connect());
    } catch (error) {
      this.client = null;
      group.forEach(({ reject }) => reject(error));
      return;
    }
    // Everything is queued before anything is awaited: no other request's statement can come in between.
    const { stream } = client.connection;
    stream.cork();
    const begun = client.query(`BEGIN READ ONLY; SET LOCAL app.company_id = ${escapeLiteral(companyId)}`);
    const answers = group.map(({ statement: { text, values } }) =>
      client.query({ name: preparedName(text), text, values }),
    );
    const committed = client.query('COMMIT');
    stream.uncork();
    const settled = await Promise.allSettled([...answers, begun, committed]);
    group.forEach((entry, index) => {
      const outcome = settled[index]!;
      if (outcome.status === 'fulfilled') entry.resolve(outcome.value.rows);
      // One failed statement aborts the transaction for its companions: each of them is asked again alone.
      else if (group.length > 1) void this.run(companyId, [entry]);
      else entry.reject(outcome.reason);
    });
  }

  private async connect(): Promise<Client> {
    const client = new Client({
      connectionString: this.url,
      pipeline: true,
      types: columnTypes,
      application_name: 'portico-reads',
      connectionTimeoutMillis: 5000,
      options: '-c timezone=UTC -c statement_timeout=15000 -c plan_cache_mode=force_generic_plan',
    });
    const forget = () => {
      this.client = null;
    };
    client.on('error', forget);
    client.on('end', forget);
    await client.connect();
    return client;
  }

  async close(): Promise<void> {
    const client = await this.client?.catch(() => null);
    await client?.end();
  }
}
