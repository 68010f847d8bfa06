import { sql } from '../../platform/database/sql';
import { ErrorCode, refuse } from '../../platform/errors';
import { event } from '../../platform/events';
import type { Language } from '../../platform/language';
import { publish } from '../../platform/live';
import type { RequestContext, Transaction } from '../../platform/request-context';
import { isTeam } from '../../platform/viewer';
import { Identity } from './identity.entity';
import { endSessions } from './sessions';
import { withdrawLinks } from './links';
import { LinkPurpose } from './login-link.entity';

/** Somebody's address is another: what was mailed to the old one is dead; access invites anew where it had invited. */
export const addressChanged = event<{ identityId: string }>('identity.address-changed');

/** The new identity of a person with this address; refused where anybody of the company has it. */
export async function claimAddress(tx: Transaction, email: string, language: Language): Promise<Identity> {
  await refuseTakenAddress(tx, email);
  // The unique index stays the last word: two who claim at once meet there.
  return tx.insert(Identity, { email, language });
}

export async function refuseTakenAddress(
  ctx: RequestContext,
  email: string,
  field: string[] | null = ['email'],
): Promise<void> {
  const taken = await ctx.asSystem().row(Identity, sql`row.email = ${email}`);
  if (!taken) return;
  const mayKnow =
    ctx.asker === 'system' || (ctx.viewer !== null && isTeam(ctx.viewer) && ctx.viewer.roles.has('OWNER'));
  throw refuse(ErrorCode.DUPLICATE_EMAIL, 'Somebody has this address already.', {
    ...(field && { field }),
    ...(mayKnow && { existingId: await holderOf(ctx, taken.id) }),
  });
}

/** The team member or contact behind an identity; these features come later, so they are asked by name. */
async function holderOf(ctx: RequestContext, identityId: string): Promise<string> {
  const [holder] = await ctx.asSystem().select<{ id: string }>(sql`
    SELECT id FROM team_members WHERE company_id = ${ctx.companyId} AND identity_id = ${identityId}
    UNION ALL SELECT id FROM contacts WHERE company_id = ${ctx.companyId} AND identity_id = ${identityId}`);
  return holder?.id ?? identityId;
}

/** Gives a person another address at once. Rows that carry it follow by their foreign key. */
export async function changeAddress(
  tx: Transaction,
  identityId: string,
  email: string,
  field: string[] | null = ['email'],
): Promise<void> {
  await refuseTakenAddress(tx, email, field);
  await tx.update(Identity, identityId, { email });
  await withdrawLinks(tx, identityId, ...Object.values(LinkPurpose));
  await endSessions(tx, identityId, tx.viewer?.identityId === identityId ? tx.viewer.sessionId : null);
  await tx.emit(addressChanged, { identityId });
  publish(tx, identityId);
}
