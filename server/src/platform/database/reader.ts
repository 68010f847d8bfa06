import { Client } from 'pg';
import { asking, Batch, isLost, isOutdated, type Asked } from './batch';
import { setCompany, type Statement } from './sql';

/** Runs one statement for one company and returns plain rows. */
export interface Reader {
  read<Row>(statement: Statement): Promise<Row[]>;
}

/**
 * A few connections that many requests share. What one company asks in one tick leaves together, without waiting in
 * between: the company for row-level security and the statements, as one transaction that may only read.
 */
export class Readers {
  private readonly lanes: Lane[];
  private readonly waiting = new Map<string, Asked[]>();
  private next = 0;
  private unanswered = 0;

  constructor(url: string, lanes: number) {
    this.lanes = Array.from({ length: lanes }, () => new Lane(url));
  }

  forCompany(companyId: string): Reader {
    return {
      read: <Row>(statement: Statement) =>
        new Promise<Row[]>((resolve, reject) => {
          const asked = asking(
            statement,
            ({ rows }) => {
              this.unanswered -= 1;
              resolve(rows as Row[]);
            },
            (error) => {
              this.unanswered -= 1;
              reject(error as Error);
            },
          );
          this.unanswered += 1;
          if (this.waiting.size === 0) setImmediate(() => this.send());
          const group = this.waiting.get(companyId);
          if (group) group.push(asked);
          else this.waiting.set(companyId, [asked]);
        }),
    };
  }

  /** How many statements wait for their answer. */
  open(): number {
    return this.unanswered;
  }

  /** By one connection, and so in one write: telling the system to send costs more than what is sent. */
  private send(): void {
    const groups = [...this.waiting];
    this.waiting.clear();
    this.next = (this.next + 1) % this.lanes.length;
    void this.lanes[this.next]!.run(groups);
  }

  async close(): Promise<void> {
    await Promise.all(this.lanes.map((lane) => lane.close()));
  }
}

/** What one company asks. */
type Group = readonly [companyId: string, asked: readonly Asked[]];

class Lane {
  private client: Promise<Client> | null = null;
  private closed = false;

  constructor(private readonly url: string) {}

  async run(groups: readonly Group[], isRepeated = false): Promise<void> {
    const connected = (this.client ??= this.connect());
    let client: Client;
    try {
      client = await connected;
    } catch (error) {
      this.leave(connected);
      for (const [, asked] of groups) asked.forEach(({ reject }) => reject(error));
      return;
    }
    const { stream } = client.connection;
    stream.cork();
    for (const group of groups) this.batch(connected, group, isRepeated).sendBy(client);
    stream.uncork();
  }

  /** Whoever stood behind a statement that failed, or lost the connection, is asked once more, alone. */
  private batch(connected: Promise<Client>, [companyId, asked]: Group, isRepeated: boolean): Batch {
    const again = (behind: readonly Asked[], cause: unknown) => {
      if (isLost(cause)) this.leave(connected);
      for (const each of behind) {
        if (isRepeated) each.reject(cause);
        else void this.run([[companyId, [each]]], true);
      }
    };
    const patient = asked.map((each) => ({
      ...each,
      reject: (error: unknown) =>
        isLost(error) || isOutdated(error) ? again([each], error) : each.reject(error),
    }));
    return new Batch([asking(setCompany(companyId)), ...patient], again);
  }

  private leave(connected: Promise<Client>): void {
    if (this.client === connected) this.client = null;
  }

  private connect(): Promise<Client> {
    if (this.closed) return Promise.reject(new Error('The server is stopping.'));
    const client = new Client({
      connectionString: this.url,
      pipeline: true,
      application_name: 'portico-reads',
      connectionTimeoutMillis: 5000,
      options:
        '-c timezone=UTC -c statement_timeout=15000 -c plan_cache_mode=force_generic_plan -c default_transaction_read_only=on',
    });
    const connected = client.connect().then(() => client);
    client.on('error', () => this.leave(connected));
    client.on('end', () => this.leave(connected));
    return connected;
  }

  async close(): Promise<void> {
    this.closed = true;
    const client = await this.client?.catch(() => null);
    await client?.end();
  }
}
