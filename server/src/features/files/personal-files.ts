import { sql } from '../../platform/database/sql';
import { enqueue } from '../../platform/outbox/job';
import type { LeavingPerson, PersonalData } from '../../platform/personal-data';
import type { RequestContext } from '../../platform/request-context';
import { deleteFile } from './file.jobs';

/** Her face, and what she uploaded and never used; both go with her login, unless she is a colleague as well. */
async function filesOf(ctx: RequestContext, { identityId, lastHome }: LeavingPerson): Promise<string[]> {
  if (!identityId || !lastHome) return [];
  const found = await ctx.select<{ id: string }>(sql`
    SELECT f.id FROM files f
     WHERE f.company_id = ${ctx.companyId}
       AND (f.uploaded_by_id = ${identityId} OR f.id = (SELECT i.picture_id FROM identities i
             WHERE i.company_id = ${ctx.companyId} AND i.id = ${identityId}))
       AND NOT EXISTS (SELECT 1 FROM team_members m
             WHERE m.company_id = ${ctx.companyId} AND m.identity_id = ${identityId})`);
  return found.map(({ id }) => id);
}

export const personalFiles: PersonalData = {
  kind: 'files',
  count: async (ctx, person) => (await filesOf(ctx, person)).length,
  async delete(tx, person) {
    const ids = await filesOf(tx, person);
    await tx.execute('UPDATE identities SET picture_id = NULL WHERE company_id = $1 AND id = $2', [
      tx.companyId,
      person.identityId,
    ]);
    await tx.execute('DELETE FROM files WHERE company_id = $1 AND id = ANY($2::uuid[])', [tx.companyId, ids]);
    // The errand of their upload, which waits for a day, would outlive her.
    await tx.execute(
      `DELETE FROM outbox WHERE company_id = $1 AND job = $2 AND payload->>'fileId' = ANY($3)`,
      [tx.companyId, deleteFile.name, ids],
    );
    // The bytes go once it is certain that the rows are gone.
    for (const fileId of ids) await enqueue(tx, deleteFile, { fileId });
    return ids.length;
  },
};
