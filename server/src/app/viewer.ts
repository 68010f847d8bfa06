import { raw, sql, type Sql } from '../platform/database/sql';
import type { RequestContext } from '../platform/request-context';
import type { Home, RoleName, Viewer } from '../platform/viewer';

interface Found {
  sessionId: string;
  identityId: string;
  name: string;
  memberId: string | null;
  memberRole: 'OWNER' | 'ADMINISTRATOR' | null;
  contactId: string | null;
  partnerCompanyId: string | null;
  homes: HomeRow[] | null;
  isPartner: boolean;
  impersonationId: string | null;
  impersonationStartedAt: string | null;
  impersonationExpiresAt: string | null;
  subjectId: string | null;
  seenRecently: boolean;
}

/** Unit, project, path, plan, and picture of the project. */
type HomeRow = [
  unitId: string,
  projectId: string,
  path: string,
  planId: string | null,
  imageId: string | null,
];

/** The homes of a contact `c` of the company `co` that are open to her in one of these states; null where there are none. */
const homesIn = (states: Sql) => sql`CASE WHEN co.portal_enabled THEN (
  SELECT json_agg(json_build_array(u.id, u.project_id, l.path, u.plan_id, p.image_id) ORDER BY b.id) FROM unit_buyers b
    JOIN units u ON u.company_id = b.company_id AND u.id = b.unit_id
    JOIN levels l ON l.company_id = u.company_id AND l.id = u.id
    JOIN projects p ON p.company_id = u.company_id AND p.id = u.project_id
   WHERE b.company_id = c.company_id AND b.contact_id = c.id AND b.access_state ${states}) END`;

const homeOf = ([unitId, projectId, path, ...pictures]: HomeRow): Home => ({
  unitId,
  projectId,
  levelIds: path.split('/').filter(Boolean),
  pictureIds: pictures.filter((id) => id !== null),
});

/**
 * Who a session stands for: one statement for the session, the person, her roles and a running impersonation.
 * Null when the session has ended or idled too long.
 */
async function find(ctx: RequestContext, sessionId: string, tokenDigest?: string): Promise<Found | null> {
  const [found] = await ctx.select<Found>(sql`
    SELECT s.id AS "sessionId", i.id AS "identityId",
           coalesce(m.first_name || ' ' || m.last_name, c.first_name || ' ' || c.last_name, '') AS name,
           m.id AS "memberId", m.role AS "memberRole",
           c.id AS "contactId", c.partner_company_id AS "partnerCompanyId",
           ${homesIn(raw(`= 'ACTIVE'`))} AS homes,
           co.portal_enabled AND coalesce(c.is_partner, false) AND i.password_hash IS NOT NULL AS "isPartner",
           imp.id AS "impersonationId", imp.started_at AS "impersonationStartedAt",
           imp.expires_at AS "impersonationExpiresAt", imp.contact_id AS "subjectId",
           s.last_seen_at > now() - interval '1 minute' AS "seenRecently"
      FROM sessions s
      JOIN companies co ON co.id = s.company_id
      JOIN identities i ON i.company_id = s.company_id AND i.id = s.identity_id
      LEFT JOIN team_members m ON m.company_id = i.company_id AND m.identity_id = i.id AND m.state = 'ACTIVE'
      LEFT JOIN contacts c ON c.company_id = i.company_id AND c.identity_id = i.id
      LEFT JOIN impersonations imp ON imp.company_id = s.company_id AND imp.id = s.impersonation_id
           AND imp.ended_at IS NULL AND imp.expires_at > now()
     WHERE s.company_id = ${ctx.companyId} AND s.id = ${sessionId} AND s.ended_at IS NULL
       ${tokenDigest === undefined ? raw('') : sql`AND s.token_digest = ${tokenDigest}`}
       AND s.last_seen_at > now() - CASE WHEN m.id IS NULL
             THEN make_interval(days => co.session_idle_days_portal)
             ELSE make_interval(hours => co.session_idle_hours_team) END`);
  return found ?? null;
}

/** The person looked at, as herself: also before she accepted her invitation. */
async function findSubject(ctx: RequestContext, contactId: string) {
  const [subject] = await ctx.select<Omit<Found, 'sessionId'>>(sql`
    SELECT i.id AS "identityId", c.first_name || ' ' || c.last_name AS name, c.id AS "contactId",
           c.partner_company_id AS "partnerCompanyId", co.portal_enabled AND c.is_partner AS "isPartner",
           ${homesIn(raw(`IN ('ACTIVE', 'INVITED')`))} AS homes
      FROM contacts c
      JOIN companies co ON co.id = c.company_id
      JOIN identities i ON i.company_id = c.company_id AND i.id = c.identity_id
     WHERE c.company_id = ${ctx.companyId} AND c.id = ${contactId}`);
  return subject ?? null;
}

function portalRoles({ homes, isPartner }: Pick<Found, 'homes' | 'isPartner'>): RoleName[] {
  return [...(homes ? ['CUSTOMER' as const] : []), ...(isPartner ? ['PARTNER' as const] : [])];
}

export async function viewerOfSession(
  ctx: RequestContext,
  sessionId: string,
  tokenDigest?: string,
): Promise<Viewer | null> {
  const found = await find(ctx, sessionId, tokenDigest);
  if (!found) return null;
  const own = {
    identityId: found.identityId,
    name: found.name,
    sessionId: found.sessionId,
    memberId: found.memberId,
    contactId: found.contactId,
    partnerCompanyId: found.partnerCompanyId,
    homes: (found.homes ?? []).map(homeOf),
    roles: new Set([...(found.memberRole ? [found.memberRole] : []), ...portalRoles(found)]),
    impersonation: null,
    seenRecently: found.seenRecently,
  };
  const subject = found.subjectId && found.memberId ? await findSubject(ctx, found.subjectId) : null;
  // Whoever has lost her last access meanwhile has no portal to look at, nor has anybody while it is switched off.
  if (!subject || portalRoles(subject).length === 0) return own;
  return {
    ...own,
    identityId: subject.identityId,
    name: subject.name,
    memberId: null,
    contactId: subject.contactId,
    partnerCompanyId: subject.partnerCompanyId,
    homes: (subject.homes ?? []).map(homeOf),
    roles: new Set(portalRoles(subject)),
    impersonation: {
      id: found.impersonationId!,
      actorIdentityId: found.identityId,
      actorMemberId: found.memberId!,
      actorRole: found.memberRole!,
      startedAt: found.impersonationStartedAt!,
      expiresAt: found.impersonationExpiresAt!,
    },
  };
}
