import { sql } from '../../platform/database/sql';
import type { LeavingPerson, PersonalData } from '../../platform/personal-data';
import type { RequestContext } from '../../platform/request-context';
import { Identity } from './identity.entity';
import { isColleague } from './identity.loader';
import { LoginLink } from './login-link.entity';
import { Session } from './session.entity';
import { endSessions } from './sessions';

/** The login that goes with a person's last home; null where it stays, because she is a colleague as well. */
async function leavingLogin(
  ctx: RequestContext,
  { identityId, lastHome }: LeavingPerson,
): Promise<Identity | null> {
  if (!identityId || !lastHome || (await isColleague(ctx, identityId))) return null;
  return ctx.asSystem().row(Identity, sql`row.id = ${identityId}`);
}

const sessions: PersonalData = {
  kind: 'sessions',
  async count(ctx, person) {
    const login = await leavingLogin(ctx, person);
    return login
      ? (await ctx.asSystem().rows(Session, { where: sql`row.identity_id = ${login.id}` })).length
      : 0;
  },
  async delete(tx, person) {
    const login = await leavingLogin(tx, person);
    if (!login) return 0;
    await endSessions(tx, login.id);
    return tx.delete(Session, { identityId: login.id });
  },
};

/** Mailed links of every purpose: invitations, resets, changes of address. */
const invitations: PersonalData = {
  kind: 'invitations',
  async count(ctx, person) {
    const login = await leavingLogin(ctx, person);
    return login
      ? (await ctx.asSystem().rows(LoginLink, { where: sql`row.identity_id = ${login.id}` })).length
      : 0;
  },
  async delete(tx, person) {
    const login = await leavingLogin(tx, person);
    return login ? tx.delete(LoginLink, { identityId: login.id }) : 0;
  },
};

/** The contact keeps the address, so the row stays that holds it for her; nothing of a login is left in it. */
const login: PersonalData = {
  kind: 'login',
  count: async (ctx, person) => ((await leavingLogin(ctx, person))?.passwordHash ? 1 : 0),
  async delete(tx, person) {
    const left = await leavingLogin(tx, person);
    if (!left) return 0;
    await tx.update(Identity, left.id, {
      passwordHash: null,
      passwordChangedAt: null,
      lastSeenAt: null,
      termsVersion: null,
      termsAcceptedAt: null,
      tourFinishedAt: null,
    });
    return left.passwordHash ? 1 : 0;
  },
};

export const identityPersonalData = [sessions, invitations, login];
