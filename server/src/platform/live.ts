import { channel, type Notice } from './notices';
import type { Transaction } from './request-context';

/** Tells the open pages of a person (or of all of the company) to ask again; PostgreSQL delivers it on commit only. */
export async function publish(tx: Transaction, identityId: string | null): Promise<void> {
  const notice: Notice = { companyId: tx.companyId, identityId };
  await tx.execute('SELECT pg_notify($1, $2)', [channel, JSON.stringify(notice)]);
}
