import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { sql } from '../../platform/database/sql';
import { uuidv7 } from '../../platform/database/uuid';
import { enqueue, workJob } from '../../platform/outbox/job';
import type { RequestContext, Transaction } from '../../platform/request-context';
import { Removal } from './removal.entity';

/** Beside the files of the company, where a lost database does not take the list with it. */
export const removalsFolder = 'removals/';
const folderOf = (companyId: string) => `${removalsFolder}${companyId}/`;

type Kept = { digest: string; unitFreed: 'yes' | 'no' };

/** Written once it is certain that the removal was; again when it runs again. */
export const noteRemoval = workJob<Kept>('access.note-removal', (tx, kept) => note(tx, kept));

const note = (ctx: RequestContext, { digest, unitFreed }: Kept) =>
  ctx.platform.services.storage.write(
    `${folderOf(ctx.companyId)}${digest}`,
    Buffer.from(JSON.stringify({ unitFreed })),
  );

/** In the transaction of the removal. */
export async function keepInMind(tx: Transaction, buyerId: string, unitFreed: boolean): Promise<void> {
  const kept: Kept = {
    digest: createHash('sha256').update(buyerId).digest('hex'),
    unitFreed: unitFreed ? 'yes' : 'no',
  };
  insert(tx, kept);
  await enqueue(tx, noteRemoval, kept);
}

const insert = (tx: Transaction, { digest, unitFreed }: Kept) =>
  tx.send(sql`INSERT INTO removals (company_id, id, buyer_digest, unit_freed)
    VALUES (${tx.companyId}, ${uuidv7()}, ${digest}, ${unitFreed === 'yes'})
    ON CONFLICT (company_id, buyer_digest) DO NOTHING`);

/** Makes the list in the database and the one beside the files the same: what either knows, both know. */
export async function mergeLists(ctx: RequestContext): Promise<void> {
  const { storage } = ctx.platform.services;
  const known = new Map(
    (await ctx.rows(Removal)).map(({ buyerDigest, unitFreed }) => [buyerDigest, unitFreed]),
  );
  const folder = folderOf(ctx.companyId);
  const beside = new Set<string>();
  for await (const key of storage.list(folder)) beside.add(key.slice(folder.length));
  for (const [digest, unitFreed] of known)
    if (!beside.has(digest)) await note(ctx, { digest, unitFreed: unitFreed ? 'yes' : 'no' });
  for (const digest of beside) {
    const kept = known.has(digest) ? null : await storage.read(`${folder}${digest}`);
    if (!kept) continue;
    const { unitFreed } = JSON.parse(await text(kept.stream)) as Kept;
    await ctx.inTransaction(async (tx) => insert(tx, { digest, unitFreed }));
  }
}

/** Links to homes that were removed and stand in the database nevertheless. */
export const whoReturned = (ctx: RequestContext) =>
  ctx.select<{ buyerId: string; unitFreed: boolean }>(sql`
    SELECT b.id AS "buyerId", r.unit_freed AS "unitFreed" FROM unit_buyers b
      JOIN removals r ON r.company_id = b.company_id
       AND r.buyer_digest = encode(sha256(convert_to(b.id::text, 'UTF8')), 'hex')
     WHERE b.company_id = ${ctx.companyId} ORDER BY b.id`);
