import { setTimeout } from 'node:timers/promises';
import { audit } from '../../platform/audit/audit';
import { sql } from '../../platform/database/sql';
import { ErrorCode, invalid, refuse } from '../../platform/errors';
import { event } from '../../platform/events';
import { enqueue } from '../../platform/outbox/job';
import type { Limit } from '../../platform/rate-limits';
import type { RequestContext, Transaction } from '../../platform/request-context';
import { ownCompany } from '../companies/company.loader';
import { Identity } from './identity.entity';
import { isColleague } from './identity.loader';
import { sendPasswordChanged, sendPasswordReset } from './identity.jobs';
import { issueLink, livingLinkOfToken, useLink, withdrawLinks } from './links';
import { LinkPurpose } from './login-link.entity';
import { checkPassword, hashPassword, isPassword } from './password';
import { placeOf } from '../../platform/place';
import { endSessions, startSession, type StartedSession } from './sessions';

/** A person has proved to own the address and chosen her first password; team and access activate what waits for it. */
export const invitationAccepted = event<{ identityId: string }>('identity.invitation-accepted');

const invitations = [LinkPurpose.INVITATION, LinkPurpose.TEAM_INVITATION];
const quarter = 15 * 60;
const resetsOfAddress: Limit = { name: 'reset-address', points: 5, seconds: quarter };
const resetsFromPlace: Limit = { name: 'reset-place', points: 50, seconds: quarter };
const wrongPasswords: Limit = { name: 'change-password', points: 10, seconds: quarter };

/** Longer than either answer takes, so that time does not tell which one it was. */
const steadyMilliseconds = 200;

export class PasswordService {
  /** The same answer, in like time, whether anybody has the address: the mail is written by the worker. */
  async requestReset(ctx: RequestContext, email: string): Promise<void> {
    const { rateLimits, tokens } = ctx.platform.services;
    await rateLimits.count(resetsFromPlace, tokens.digest(`${ctx.companyId} ${placeOf(ctx.request.ip)}`));
    await rateLimits.count(resetsOfAddress, tokens.digest(`${ctx.companyId} ${email}`));
    await Promise.all([this.mailReset(ctx, email), setTimeout(steadyMilliseconds)]);
  }

  private mailReset(ctx: RequestContext, email: string): Promise<void> {
    return ctx.inTransaction(async (tx) => {
      const identity = await tx
        .asSystem()
        .row(Identity, sql`row.email = ${email} AND row.password_hash IS NOT NULL`);
      if (!identity) return;
      const link = await issueLink(tx, identity.id, LinkPurpose.RESET);
      await enqueue(tx, sendPasswordReset, { linkId: link.id }, { subjectId: identity.id });
    });
  }

  async reset(ctx: RequestContext, token: string, password: string): Promise<StartedSession | null> {
    const { identityId } = await livingLinkOfToken(ctx, token, [LinkPurpose.RESET]);
    checkPassword(password, 'password');
    return ctx.inTransaction(async (tx) => {
      await tx.lock(Identity, identityId);
      await useLink(tx, token, [LinkPurpose.RESET]);
      await this.setPassword(tx, identityId, password);
      await endSessions(tx, identityId);
      await audit(tx, 'password.reset', {
        actor: { id: identityId, isTeam: await isColleague(tx, identityId) },
      });
      await enqueue(
        tx,
        sendPasswordChanged,
        { identityId, changedAt: new Date().toISOString() },
        { subjectId: identityId },
      );
      return startSession(tx, identityId);
    });
  }

  async change(ctx: RequestContext, current: string, next: string): Promise<void> {
    const { identityId, sessionId } = ctx.signedIn;
    const right = await ctx.platform.services.rateLimits.attempt([[wrongPasswords, identityId]], async () => {
      const identity = await ctx.asSystem().row(Identity, sql`row.id = ${identityId}`);
      return isPassword(identity?.passwordHash, current);
    });
    if (!right) throw invalid('currentPassword', 'wrongCredentials', 'This is not your current password.');
    checkPassword(next, 'newPassword');
    await ctx.inTransaction(async (tx) => {
      await this.setPassword(tx, identityId, next);
      await endSessions(tx, identityId, sessionId);
      await audit(tx, 'password.changed');
      await enqueue(
        tx,
        sendPasswordChanged,
        { identityId, changedAt: new Date().toISOString() },
        { subjectId: identityId },
      );
    });
  }

  /** The first password: activates the account, signs in, and records which terms were accepted. */
  async acceptInvitation(
    ctx: RequestContext,
    token: string,
    password: string,
    termsVersion: string,
  ): Promise<StartedSession> {
    const { identityId } = await livingLinkOfToken(ctx, token, invitations);
    checkPassword(password, 'password');
    return ctx.inTransaction(async (tx) => {
      // The person first, as whoever grants or revokes does; so neither waits for the other in a circle.
      await tx.lock(Identity, identityId);
      await useLink(tx, token, invitations);
      if (termsVersion !== (await ownCompany(tx)).termsVersion) {
        throw invalid('acceptedTermsVersion', 'mismatch', 'The terms have changed in the meantime.');
      }
      await this.setPassword(tx, identityId, password);
      await tx.update(Identity, identityId, { termsVersion, termsAcceptedAt: new Date().toISOString() });
      await endSessions(tx, identityId);
      await tx.emit(invitationAccepted, { identityId });
      const started = await startSession(tx, identityId);
      if (!started) throw refuse(ErrorCode.LINK_USED, 'This invitation was withdrawn.');
      return started;
    });
  }

  private async setPassword(tx: Transaction, identityId: string, password: string): Promise<void> {
    await tx.update(Identity, identityId, {
      passwordHash: await hashPassword(password),
      passwordChangedAt: new Date().toISOString(),
    });
    await withdrawLinks(tx, identityId, ...invitations, LinkPurpose.RESET);
  }
}
