import { sql } from '../database/sql';
import type { MailToSend } from '../mail/mail-to-send';
import type { RequestContext, Transaction } from '../request-context';
import { OutboxEntry } from './outbox-entry.entity';

type Payload = Record<string, string>;

interface JobBase {
  /** `feature.what-it-does`, for example `access.send-invitation`. */
  name: string;
}

/** Work in a transaction of its own. At least once: it must be right when it runs again. */
export interface WorkJob extends JobBase {
  kind: 'work';
  run(tx: Transaction, payload: never): Promise<void>;
}

/** A mail. Reads the state again when it runs: null when there is no longer anything to say. */
export interface MailJob extends JobBase {
  kind: 'mail';
  compose(ctx: RequestContext, payload: never): Promise<MailToSend | null>;
}

export type Job = WorkJob | MailJob;
type Typed<P> = { payload?: P };

export const workJob = <P extends Payload>(
  name: string,
  run: (tx: Transaction, payload: P) => Promise<void>,
): WorkJob & Typed<P> => ({ kind: 'work', name, run });

export const mailJob = <P extends Payload>(
  name: string,
  compose: (ctx: RequestContext, payload: P) => Promise<MailToSend | null>,
): MailJob & Typed<P> => ({ kind: 'mail', name, compose });

/** A row in the command's transaction; the worker takes it when, and only if, the command commits. */
export async function enqueue<P extends Payload>(
  tx: Transaction,
  job: Job & Typed<P>,
  payload: P,
  { subjectId, runAt }: { subjectId?: string; runAt?: string } = {},
): Promise<void> {
  await tx.insert(OutboxEntry, {
    job: job.name,
    payload,
    subjectId: subjectId ?? null,
    runAt: runAt ?? new Date().toISOString(),
    attempts: 0,
    lastError: null,
  });
  tx.send(sql`SELECT pg_notify('outbox', '')`);
}
