import { Client } from 'pg';
import type { Logger } from 'pino';
import { connectionTimeoutMillis } from './database/unavailable';

export const channel = 'live';
const reconnectAfter = 1_000;

/** What travels between servers: whose view has changed; null where it is everybody's of the company. */
export interface Notice {
  companyId: string;
  identityId: string | null;
}

/** Hears what any server of this database publishes. */
export class Notices {
  private readonly hearers = new Set<(notice: Notice | null) => void>();
  private client: Client | null = null;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly log: Logger,
  ) {}

  async start(): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      connectionTimeoutMillis,
      application_name: 'portico-live',
    });
    client.on('error', () => undefined);
    client.on('end', () => this.again());
    client.on('notification', ({ payload }) => {
      const notice = JSON.parse(payload ?? '{}') as Notice;
      this.hearers.forEach((hear) => hear(notice));
    });
    await client.connect();
    await client.query(`LISTEN ${channel}`);
    this.client = client;
    // What was published while nobody listened is lost: everybody asks again.
    this.hearers.forEach((hear) => hear(null));
  }

  private again(): void {
    if (this.closed) return;
    setTimeout(() => {
      this.start().catch((err: unknown) => {
        this.log.warn({ err }, 'The live connection is cut; it is tried again.');
        this.again();
      });
    }, reconnectAfter).unref();
  }

  /** One event per change that concerns these people of a company; changes in quick succession are one. */
  async *of(companyId: string, identityIds: readonly string[]): AsyncGenerator<void, void> {
    let due = false;
    let wake: () => void = () => undefined;
    const hear = (notice: Notice | null) => {
      if (notice && notice.companyId !== companyId) return;
      if (notice?.identityId && !identityIds.includes(notice.identityId)) return;
      due = true;
      wake();
    };
    this.hearers.add(hear);
    try {
      while (!this.closed) {
        if (!due) await new Promise<void>((resolve) => (wake = resolve));
        due = false;
        if (!this.closed) yield;
      }
    } finally {
      this.hearers.delete(hear);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    this.hearers.forEach((hear) => hear(null));
    await this.client?.end();
  }
}
