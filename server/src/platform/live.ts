import { sql } from './database/sql';
import { channel, type Notice } from './notices';
import type { Transaction } from './request-context';

/** Tells the open pages of a person (or of all of the company) to ask again; PostgreSQL delivers it on commit only. */
export function publish(tx: Transaction, identityId: string | null): void {
  const notice: Notice = { companyId: tx.companyId, identityId };
  tx.send(sql`SELECT pg_notify(${channel}, ${JSON.stringify(notice)})`);
}
