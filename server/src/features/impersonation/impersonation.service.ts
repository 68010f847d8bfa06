import { audit } from '../../platform/audit/audit';
import { sql } from '../../platform/database/sql';
import { ErrorCode, forbidden, invalid, invalidTransition, refuse } from '../../platform/errors';
import { publish } from '../../platform/live';
import type { RequestContext, Transaction } from '../../platform/request-context';
import type { Viewer } from '../../platform/viewer';
import { canBeLookedThrough } from '../access/buyer-actions';
import { purchasesByContactId, strongest } from '../access/access.loader';
import type { UnitBuyer } from '../access/unit-buyer.entity';
import { ownCompany } from '../companies/company.loader';
import { contactById } from '../contacts/contact.loader';
import type { Contact } from '../contacts/contact.entity';
import { Session } from '../identities/session.entity';
import { TeamMember } from '../team/team-member.entity';
import { Impersonation } from './impersonation.entity';

const halfAnHour = 30 * 60_000;

/** Whether the viewer, a team member, may look through this person's eyes: the rule of menu and mutation alike. */
export function canLookThrough(contact: Contact, purchases: readonly UnitBuyer[]): boolean {
  if (!contact.identityId) return false;
  return contact.isPartner || purchases.some(({ accessState }) => canBeLookedThrough(accessState));
}

export class ImpersonationService {
  /** The log is written before the session changes: nobody ever looks unnoticed. */
  async start(
    ctx: RequestContext,
    contactId: string,
    unitId: string | null,
    reason: string | null,
  ): Promise<Viewer | null> {
    const { sessionId, identityId, memberId } = ctx.signedIn;
    await ctx.inTransaction(async (tx) => {
      const contact = await tx.load(contactById, contactId);
      const purchases = await tx.load(purchasesByContactId, contact.id);
      await this.check(tx, contact, purchases, unitId, reason);
      await tx.lock(Session, sessionId);
      await this.endWith(tx, [sessionId]);
      const startedAt = new Date();
      const { id } = await tx.insert(Impersonation, {
        actorMemberId: memberId!,
        contactId: contact.id,
        unitId,
        reason,
        startedAt: startedAt.toISOString(),
        expiresAt: new Date(startedAt.getTime() + halfAnHour).toISOString(),
        endedAt: null,
        ip: tx.request.ip,
      });
      await audit(tx, 'impersonation.started', { object: { type: 'Contact', id: contact.id } });
      await tx.update(Session, sessionId, { impersonationId: id });
      publish(tx, identityId);
    });
    return this.viewerNow(ctx, sessionId);
  }

  /** Only for the session that impersonates: from the browser of the person looked at there is nothing to stop. */
  async stop(ctx: RequestContext): Promise<Viewer | null> {
    const { impersonation, sessionId } = ctx.signedIn;
    if (!impersonation) throw invalidTransition('NOT_IMPERSONATING', 'STOPPED');
    await ctx.inTransaction(async (tx) => {
      await tx.update(Impersonation, impersonation.id, { endedAt: new Date().toISOString() });
      await tx.update(Session, sessionId, { impersonationId: null });
      await audit(tx, 'impersonation.ended', { object: { type: 'Impersonation', id: impersonation.id } });
      publish(tx, impersonation.actorIdentityId);
    });
    return this.viewerNow(ctx, sessionId);
  }

  /** The session is over, or looks through other eyes: what it looked at ends. */
  async endWith(tx: Transaction, sessionIds: string[]): Promise<void> {
    await tx.execute(
      `UPDATE impersonations i SET ended_at = least(now(), i.expires_at) FROM sessions s
        WHERE s.company_id = $1 AND s.id = ANY($2) AND i.company_id = $1 AND i.id = s.impersonation_id
          AND i.ended_at IS NULL`,
      [tx.companyId, sessionIds],
    );
  }

  private viewerNow(ctx: RequestContext, sessionId: string): Promise<Viewer | null> {
    return ctx.platform.viewerOfSession(ctx.asSystem(), sessionId);
  }

  private async check(
    tx: Transaction,
    contact: Contact,
    purchases: readonly UnitBuyer[],
    unitId: string | null,
    reason: string | null,
  ): Promise<void> {
    const { impersonationReasonRequired, portalEnabled } = await ownCompany(tx);
    if (!portalEnabled) {
      throw refuse(ErrorCode.MODULE_DISABLED, 'The portal is switched off: she would see nothing.', {
        reason: 'portalOff',
      });
    }
    if (impersonationReasonRequired && !reason)
      throw invalid('reason', 'required', 'Say why you want to look.');
    const colleague = await tx.asSystem().row(TeamMember, sql`row.identity_id = ${contact.identityId}`);
    if (contact.identityId && colleague) throw forbidden();
    const concerned = unitId ? purchases.filter((purchase) => purchase.unitId === unitId) : purchases;
    // A partner has no unit of her own: what is named must be one that she bought.
    if (!canLookThrough(contact, concerned) || (unitId && concerned.length === 0)) {
      throw invalidTransition(strongest(concerned.map(({ accessState }) => accessState)), 'IMPERSONATED');
    }
  }
}
