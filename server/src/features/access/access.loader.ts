import { isUuid } from '../../platform/database/uuid';
import { byId, manyBy } from '../../platform/loaders';
import { sql } from '../../platform/database/sql';
import type { LoaderDefinition } from '../../platform/request-context';
import { LinkPurpose } from '../identities/login-link.entity';
import { MailState } from '../../platform/mail/mail-delivery.entity';
import { AccessState, UnitBuyer } from './unit-buyer.entity';

export const buyerById = byId(UnitBuyer);
export const buyersByUnitId = manyBy(UnitBuyer, 'unitId', sql`row.is_primary DESC, row.id`);
export const purchasesByContactId = manyBy(UnitBuyer, 'contactId', sql`row.id`);

const strongestFirst = [
  AccessState.ACTIVE,
  AccessState.INVITED,
  AccessState.REVOKED,
  AccessState.NOT_YET_INVITED,
];

export const strongest = (states: readonly AccessState[]): AccessState =>
  strongestFirst.find((state) => states.includes(state)) ?? AccessState.NOT_YET_INVITED;

export interface InvitationFacts {
  expiresAt: string | null;
  mail: MailState | null;
}

/** How the last invitation of each contact fares: until when its link lives, and what became of the mail. */
export const invitationByContactId: LoaderDefinition<string, InvitationFacts> = async (ctx, contactIds) => {
  const rows = await ctx.asSystem().select<InvitationFacts & { contactId: string }>(sql`
    SELECT c.id AS "contactId",
           (SELECT l.expires_at FROM login_links l
             WHERE l.company_id = c.company_id AND l.identity_id = c.identity_id AND l.used_at IS NULL
               AND l.purpose = ${LinkPurpose.INVITATION}) AS "expiresAt",
           CASE WHEN EXISTS (SELECT 1 FROM outbox o WHERE o.company_id = c.company_id AND o.subject_id = c.identity_id
                               AND o.job = 'access.send-invitation' AND o.run_at < 'infinity') THEN ${MailState.QUEUED}
                WHEN EXISTS (SELECT 1 FROM outbox o WHERE o.company_id = c.company_id AND o.subject_id = c.identity_id
                               AND o.job = 'access.send-invitation') THEN ${MailState.FAILED}
                ELSE (SELECT d.state FROM mail_deliveries d
                       WHERE d.company_id = c.company_id AND d.identity_id = c.identity_id AND d.template = 'invitation'
                       ORDER BY d.created_at DESC, d.id DESC LIMIT 1) END AS mail
      FROM contacts c
     WHERE c.company_id = ${ctx.companyId} AND c.id = ANY(${contactIds}::uuid[])`);
  const byContact = new Map(rows.map((row) => [row.contactId, row]));
  return contactIds.map((id) => byContact.get(id) ?? { expiresAt: null, mail: null });
};

/** Whether a person has chosen a password. */
export const hasLogin: LoaderDefinition<string, boolean> = async (ctx, identityIds) => {
  const asked = identityIds.filter(isUuid);
  const rows = asked.length
    ? await ctx.asSystem().select<{ id: string }>(sql`SELECT id FROM identities
        WHERE company_id = ${ctx.companyId} AND id = ANY(${asked}::uuid[]) AND password_hash IS NOT NULL`)
    : [];
  const having = new Set(rows.map(({ id }) => id));
  return identityIds.map((id) => having.has(id));
};
