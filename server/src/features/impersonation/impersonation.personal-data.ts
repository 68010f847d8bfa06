import { sql } from '../../platform/database/sql';
import type { PersonalData } from '../../platform/personal-data';
import { Impersonation } from './impersonation.entity';

/** The log about her goes with her last home; that somebody looked at all stays in the audit log, without her name. */
export const impersonationsOfPerson: PersonalData = {
  kind: 'impersonations',
  async count(ctx, { contactId, lastHome }) {
    return lastHome
      ? (await ctx.rows(Impersonation, { where: sql`row.contact_id = ${contactId}` })).length
      : 0;
  },
  async delete(tx, { contactId, lastHome }) {
    return lastHome ? tx.delete(Impersonation, { contactId }) : 0;
  },
};
