import { sql } from '../../platform/database/sql';
import type { LoaderDefinition, RequestContext } from '../../platform/request-context';
import { Identity } from './identity.entity';
import { LoginLink } from './login-link.entity';

/** What features show of the login of somebody whom the viewer was shown: never the password. */
export type Login = Pick<
  Identity,
  'id' | 'email' | 'language' | 'pictureId' | 'lastSeenAt' | 'tourFinishedAt'
>;

export const loginById: LoaderDefinition<string, Login | null> = async (ctx, ids) => {
  const system = ctx.asSystem();
  const logins = await system.select<Login>(sql`
    SELECT id, email, language, picture_id AS "pictureId", last_seen_at AS "lastSeenAt",
           tour_finished_at AS "tourFinishedAt"
      FROM ${system.visible(Identity)} login WHERE id = ANY(${ids}::uuid[])`);
  const found = new Map(logins.map((login) => [login.id, login]));
  return ids.map((id) => found.get(id) ?? null);
};

/** The address that a login is about to have, as long as a half of the change can still be confirmed. */
export const pendingEmailByIdentityId: LoaderDefinition<string, string | null> = async (ctx, ids) => {
  const links = await ctx.asSystem().rows(LoginLink, {
    where: sql`row.identity_id = ANY(${ids}::uuid[]) AND row.new_email IS NOT NULL
      AND row.used_at IS NULL AND row.expires_at > now()`,
  });
  const pending = new Map(links.map(({ identityId, newEmail }) => [identityId, newEmail]));
  return ids.map((id) => pending.get(id) ?? null);
};

/** Whether a login is, or was, a colleague's. The team comes later, so it is asked by name. */
export async function isColleague(ctx: RequestContext, identityId: string): Promise<boolean> {
  const found = await ctx.select(
    sql`SELECT 1 FROM team_members WHERE company_id = ${ctx.companyId} AND identity_id = ${identityId}`,
  );
  return found.length > 0;
}
