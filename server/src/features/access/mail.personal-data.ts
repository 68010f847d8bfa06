import type { PersonalData } from '../../platform/personal-data';

/** Tables in which mails to a person stand: waiting, delivered, and kept for the demo mailbox. */
const tables = [
  { table: 'outbox', person: 'subject_id' },
  { table: 'mail_deliveries', person: 'identity_id' },
  { table: 'demo_mails', person: 'identity_id' },
];

/** Mails name the home and the person: with her last home all of them go. */
export const mailsOfPerson: PersonalData = {
  kind: 'mails',
  async count(ctx, { identityId, lastHome }) {
    if (!identityId || !lastHome) return 0;
    const [found] = await ctx.platform.readers.forCompany(ctx.companyId).read<{ count: number }>({
      text: `SELECT ${tables
        .map(
          ({ table, person }) => `(SELECT count(*) FROM ${table} WHERE company_id = $1 AND ${person} = $2)`,
        )
        .join(' + ')} AS count`,
      values: [ctx.companyId, identityId],
    });
    return found?.count ?? 0;
  },
  async delete(tx, { identityId, lastHome }) {
    if (!identityId || !lastHome) return 0;
    let deleted = 0;
    for (const { table, person } of tables) {
      const gone = await tx.execute(
        `DELETE FROM ${table} WHERE company_id = $1 AND ${person} = $2 RETURNING id`,
        [tx.companyId, identityId],
      );
      deleted += gone.length;
    }
    return deleted;
  },
};
