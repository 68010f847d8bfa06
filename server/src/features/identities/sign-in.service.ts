import { audit } from '../../platform/audit/audit';
import { sql } from '../../platform/database/sql';
import { ErrorCode, refuse } from '../../platform/errors';
import type { Limit } from '../../platform/rate-limits';
import type { RequestContext } from '../../platform/request-context';
import { isTeam } from '../../platform/viewer';
import { Identity } from './identity.entity';
import { isPassword } from './password';
import { placeOf } from '../../platform/place';
import { endSession, startSession, type StartedSession } from './sessions';
import { Session } from './session.entity';

const failures = { points: 10, seconds: 15 * 60 };
const byAddress: Limit = { name: 'sign-in-address', ...failures };
const byAccount: Limit = { name: 'sign-in-account', ...failures };

const nobody = '00000000-0000-0000-0000-000000000000';

const wrongCredentials = () =>
  refuse(ErrorCode.VALIDATION_FAILED, 'This address and password do not belong together.', {
    reason: 'wrongCredentials',
  });

/** Neutral on purpose: it does not say whether access was revoked, never granted, or switched off. */
const nothingOpen = () =>
  refuse(ErrorCode.FORBIDDEN, 'Nothing is open to you here at the moment. Your builder can tell you more.', {
    reason: 'nothingOpen',
  });

export class SignInService {
  async signIn(ctx: RequestContext, email: string, password: string): Promise<StartedSession> {
    const { identity, account } = await this.whoever(ctx, email, password);
    const session = await ctx.inTransaction(async (tx) => {
      const started = await startSession(tx, identity.id);
      if (!started) throw nothingOpen();
      await tx.update(Identity, identity.id, { lastSeenAt: new Date().toISOString() });
      await audit(tx, 'session.started', { actor: { id: identity.id, isTeam: isTeam(started.viewer) } });
      return started;
    });
    await ctx.platform.services.rateLimits.reset(byAccount, account);
    return session;
  }

  /** Who proves to be the owner of the account. */
  private async whoever(ctx: RequestContext, email: string, password: string) {
    const { rateLimits, tokens } = ctx.platform.services;
    const identity = await ctx.asSystem().row(Identity, sql`row.email = ${email}`);
    const place = placeOf(ctx.request.ip);
    // Whoever guesses from many addresses fills the account's counter, but not that of a place its owner knows.
    const known = await this.signedInFromHere(ctx, identity?.id ?? nobody);
    const address = tokens.digest(`${ctx.companyId} ${place}`);
    const account = tokens.digest(`${ctx.companyId} ${email} ${known ? place : ''}`);

    const limits = [[byAddress, address] as const, [byAccount, account] as const];
    const right = await rateLimits.attempt(limits, () => isPassword(identity?.passwordHash, password));
    if (!identity || !right) throw wrongCredentials();
    return { identity, account };
  }

  async signOut(ctx: RequestContext): Promise<void> {
    const { identityId, sessionId } = ctx.signedIn;
    await ctx.inTransaction(async (tx) => {
      await endSession(tx, identityId, sessionId);
      await audit(tx, 'session.ended');
    });
  }

  private async signedInFromHere(ctx: RequestContext, identityId: string): Promise<boolean> {
    const session = await ctx
      .asSystem()
      .row(
        Session,
        sql`row.identity_id = ${identityId} AND row.ip = ${ctx.request.ip} AND row.created_at > now() - interval '90 days'`,
      );
    return session !== null;
  }
}
