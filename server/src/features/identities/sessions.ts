import { sql } from '../../platform/database/sql';
import { uuidv7 } from '../../platform/database/uuid';
import { event } from '../../platform/events';
import { publish } from '../../platform/live';
import type { RequestContext, Transaction } from '../../platform/request-context';
import type { Viewer } from '../../platform/viewer';
import { ownCompany } from '../companies/company.loader';
import { Session } from './session.entity';

/** Sessions are over, however they ended: what hung on them is over too. */
export const sessionsEnded = event<{ sessionIds: string[] }>('identity.sessions-ended');

export interface StartedSession {
  token: string;
  viewer: Viewer;
}

/** A session for somebody who has proved who she is; null where nothing here is open to her. */
export async function startSession(tx: Transaction, identityId: string): Promise<StartedSession | null> {
  const id = uuidv7();
  const { tokens } = tx.platform.services;
  const token = tokens.forSession(tx.companyId, id);
  await tx.insert(Session, {
    id,
    identityId,
    tokenDigest: tokens.digest(token),
    lastSeenAt: new Date().toISOString(),
    endedAt: null,
    userAgent: tx.request.userAgent?.slice(0, 300) ?? null,
    ip: tx.request.ip,
    impersonationId: null,
  });
  // The places that sign-in remembers are those of the last 90 days.
  await tx.execute(
    `DELETE FROM sessions WHERE company_id = $1 AND identity_id = $2 AND last_seen_at < now() - interval '180 days'`,
    [tx.companyId, identityId],
  );
  const viewer = await tx.platform.viewerOfSession(tx.asSystem(), id);
  if (viewer && viewer.roles.size > 0) return { token, viewer };
  await tx.delete(Session, { id });
  return null;
}

/** Ends sessions of a person at once, but for the one that is named. */
export async function endSessions(
  tx: Transaction,
  identityId: string,
  except: string | null = null,
): Promise<void> {
  const ended = await tx.execute<{ id: string }>(
    `UPDATE sessions SET ended_at = now()
      WHERE company_id = $1 AND identity_id = $2 AND ended_at IS NULL AND id IS DISTINCT FROM $3 RETURNING id`,
    [tx.companyId, identityId, except],
  );
  await tellEnded(tx, identityId, ended);
}

/** Ends one session of a person at once; false where she has no such session. */
export async function endSession(tx: Transaction, identityId: string, sessionId: string): Promise<boolean> {
  const ended = await tx.execute<{ id: string }>(
    `UPDATE sessions SET ended_at = now()
      WHERE company_id = $1 AND identity_id = $2 AND ended_at IS NULL AND id = $3 RETURNING id`,
    [tx.companyId, identityId, sessionId],
  );
  await tellEnded(tx, identityId, ended);
  return ended.length === 1;
}

async function tellEnded(tx: Transaction, identityId: string, ended: { id: string }[]): Promise<void> {
  if (ended.length > 0) await tx.emit(sessionsEnded, { sessionIds: ended.map(({ id }) => id) });
  publish(tx, identityId);
}

/** Where the viewer is signed in, the latest first; what has idled too long is no longer a session. */
export async function openSessions(ctx: RequestContext): Promise<Session[]> {
  const { identityId, memberId } = ctx.signedIn;
  const { sessionIdleHoursTeam, sessionIdleDaysPortal } = await ownCompany(ctx);
  const hours = memberId ? sessionIdleHoursTeam : sessionIdleDaysPortal * 24;
  return ctx.asSystem().rows(Session, {
    where: sql`row.identity_id = ${identityId} AND row.ended_at IS NULL
      AND row.last_seen_at > now() - make_interval(hours => ${hours}::int)`,
    orderBy: sql`row.last_seen_at DESC, row.id DESC`,
    limit: 100,
  });
}
