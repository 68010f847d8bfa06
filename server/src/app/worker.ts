import { Client, Pool, type PoolClient, type QueryConfig } from 'pg';
import type { Logger } from 'pino';
import { connections } from '../platform/database/connections';
import { sql } from '../platform/database/sql';
import { connectionTimeoutMillis, isUnavailable, silence } from '../platform/database/unavailable';
import type { Feature } from '../platform/feature';
import { errorInShort } from '../platform/log';
import type { MailTransport } from '../platform/mail/transport';
import { MailDelivery, MailState } from '../platform/mail/mail-delivery.entity';
import type { Job, MailJob } from '../platform/outbox/job';
import { RequestContext, type Platform } from '../platform/request-context';
import { dressMail } from './mail-dress';

interface Entry {
  id: string;
  company_id: string;
  job: string;
  payload: Record<string, string>;
  attempts: number;
}

const pause = 2_000;
/** Of many announcements at once one is enough. */
const gathering = 50;
const givesUpAfter = 20;
/** Longer than any job takes: a mail may take a minute and a half. */
const idleTooLong = 180_000;
/** 10 s, 20 s, 40 s … at most two hours: about a day of trying. */
const delaySeconds = (attempts: number) => Math.min(10 * 2 ** attempts, 7_200);

/** For those who look at the outbox: a frozen database breaks off nothing itself. */
const patiently = (text: string) => ({ text, query_timeout: 10_000 }) as QueryConfig;

/**
 * Takes the outbox's rows one by one. A row is held, not marked: a worker that dies lets go of it. It is deleted in
 * the transaction that records what was done, so only a crash between the mail server's acceptance and that commit
 * can send a mail again, and then with the same Message-ID.
 */
export class Worker {
  private readonly pool: Pool;
  private readonly jobs: Map<string, Job>;
  private listener: Client | null = null;
  private stopped = false;
  private wake: () => void = () => undefined;
  private soon: NodeJS.Timeout | null = null;
  private loop: Promise<void> = Promise.resolve();
  /** When it last came round to looking for the next row. */
  private lookedAt = performance.now();

  constructor(
    features: readonly Feature[],
    private readonly platform: Platform,
    private readonly transport: MailTransport,
    private readonly workerUrl: string,
    private readonly log: Logger,
  ) {
    this.jobs = new Map(features.flatMap((feature) => feature.jobs ?? []).map((job) => [job.name, job]));
    this.pool = new Pool({
      connectionString: workerUrl,
      max: connections.jobs,
      connectionTimeoutMillis,
      query_timeout: silence,
      application_name: 'portico-worker',
    });
    this.pool.on('error', () => undefined);
    // Held while a mail is sent: a database that ends meanwhile is told by the next query, and ends nothing else.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  start(): void {
    this.loop = this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.soon) clearTimeout(this.soon);
    this.wake();
    await this.loop;
    await this.listener?.end().catch(() => undefined);
    await this.pool.end();
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.listen();
        const worked = await this.takeOne();
        this.lookedAt = performance.now();
        if (!worked) await this.rest();
      } catch (error) {
        this.log.warn({ err: error }, 'The worker could not reach the database; it tries again.');
        await this.rest();
      }
    }
  }

  private rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pause);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (this.stopped) this.wake();
    });
  }

  private announced(): void {
    this.soon ??= setTimeout(() => {
      this.soon = null;
      this.wake();
    }, gathering);
  }

  /** New rows announce themselves; the pause is for those whose time comes, and for announcements that were missed. */
  private async listen(): Promise<void> {
    if (this.listener) return;
    const client = new Client({
      connectionString: this.workerUrl,
      connectionTimeoutMillis,
      application_name: 'portico-worker-listen',
    });
    const lost = () => {
      if (this.listener === client) this.listener = null;
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', () => this.announced());
    await client.connect();
    await client.query('LISTEN outbox');
    this.listener = client;
  }

  /** Throws where the outbox cannot be read, or where nobody has looked into it for longer than a job takes. */
  async proveWorking(): Promise<void> {
    await this.pool.query(patiently('SELECT FROM outbox LIMIT 1'));
    const idle = performance.now() - this.lookedAt;
    if (idle > idleTooLong) throw new Error(`The worker has not looked for ${Math.round(idle / 1000)} s.`);
  }

  /** How much waits, of all companies; seconds are those since the oldest of it was due. */
  async waiting(): Promise<{ due: number; failing: number; abandoned: number; seconds: number }> {
    const { rows } = await this.pool.query<Record<'due' | 'failing' | 'abandoned' | 'seconds', number>>(
      patiently(`SELECT count(*) FILTER (WHERE run_at <= now())::int AS due,
                    count(*) FILTER (WHERE attempts > 0 AND run_at < 'infinity')::int AS failing,
                    count(*) FILTER (WHERE run_at = 'infinity')::int AS abandoned,
                    coalesce(extract(epoch FROM now() - min(run_at) FILTER (WHERE run_at <= now())), 0)::float AS seconds
               FROM outbox`),
    );
    return rows[0]!;
  }

  /** Does the next row that is due; false when there is none. */
  async takeOne(): Promise<boolean> {
    const client = await this.pool.connect();
    let broken = false;
    try {
      await client.query('BEGIN');
      const { rows } = await client.query<Entry>(
        `SELECT id, company_id, job, payload, attempts FROM outbox
          WHERE run_at <= now() ORDER BY run_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
      );
      const entry = rows[0];
      if (entry) await this.handle(client, entry);
      await client.query('COMMIT');
      return Boolean(entry);
    } catch (error) {
      broken = isUnavailable(error);
      if (!broken) await client.query('ROLLBACK').catch(() => (broken = true));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  private async handle(client: PoolClient, entry: Entry): Promise<void> {
    const ctx = new RequestContext(this.platform, entry.company_id, 'system', {
      id: `job:${entry.id}`,
      ip: null,
      userAgent: null,
      keepSession: () => undefined,
    });
    const job = this.jobs.get(entry.job);
    try {
      if (!job) throw new Error(`No job is called ${entry.job}.`);
      if (job.kind === 'work') await ctx.inTransaction((tx) => job.run(tx, entry.payload as never));
      else await this.sendMail(ctx, job, entry);
    } catch (error) {
      await this.postpone(client, entry, error);
      return;
    }
    await client.query('DELETE FROM outbox WHERE company_id = $1 AND id = $2', [entry.company_id, entry.id]);
  }

  private async sendMail(ctx: RequestContext, job: MailJob, entry: Entry): Promise<void> {
    if (await ctx.row(MailDelivery, sql`row.id = ${entry.id}`)) return;
    const mail = await job.compose(ctx, entry.payload as never);
    if (!mail) return;
    const messageId = `<${entry.id}@${new URL(this.platform.services.config.publicUrl).hostname}>`;
    const dressed = await dressMail(ctx, mail);
    const { companyId } = ctx;
    const result = await this.transport
      .send({ ...dressed, messageId, companyId, identityId: mail.identityId })
      .catch((error: unknown) => {
        this.mailed('failed');
        throw error;
      });
    this.mailed(result.outcome);
    const state = result.outcome === 'sent' ? MailState.SENT : MailState.BOUNCED;
    await ctx.inTransaction((tx) =>
      tx.insert(MailDelivery, {
        id: entry.id,
        identityId: mail.identityId,
        template: mail.template,
        messageId,
        state,
        response: result.outcome === 'bounced' ? result.response.slice(0, 500) : null,
      }),
    );
  }

  private mailed(outcome: 'sent' | 'bounced' | 'failed'): void {
    this.platform.services.metrics.mails.inc({ outcome });
  }

  private async postpone(client: PoolClient, entry: Entry, error: unknown): Promise<void> {
    const attempts = entry.attempts + 1;
    const givesUp = attempts >= givesUpAfter;
    this.log[givesUp ? 'error' : 'warn'](
      { err: error, job: entry.job, entry: entry.id, attempts },
      'A job failed.',
    );
    await client.query(
      `UPDATE outbox SET attempts = $3, last_error = $4,
              run_at = CASE WHEN $5 THEN 'infinity' ELSE now() + make_interval(secs => $6) END
        WHERE company_id = $1 AND id = $2`,
      [
        entry.company_id,
        entry.id,
        attempts,
        errorInShort(error).slice(0, 500),
        givesUp,
        delaySeconds(attempts),
      ],
    );
  }
}
