import { createHash } from 'node:crypto';

const uuid = (bytes) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** What a session's cookie says, and its digest as the database keeps it; null where it is none. */
export function sessionOf(cookie) {
  const token = /(?:^|; )portico=([^;]+)/.exec(cookie ?? '')?.[1];
  const bytes = Buffer.from(token ?? '', 'base64url');
  if (bytes.length !== 64) return null;
  return {
    companyId: uuid(bytes.subarray(0, 16)),
    id: uuid(bytes.subarray(16, 32)),
    digest: createHash('sha256').update(token).digest('base64url'),
  };
}

/** A cursor as the product writes it, and the values in it. */
export const cursorOf = (keys, value, id) =>
  Buffer.from(JSON.stringify([keys, value, id])).toString('base64url');
export const placeOf = (after) => JSON.parse(Buffer.from(after, 'base64url').toString()).slice(1);

/** Who asks, by company, session and digest; the same statement for every peer. */
export const viewerText = `
  SELECT co.id AS "companyId", s.id AS "sessionId", i.id, i.email, i.language, i.tour_finished_at IS NOT NULL AS "tourFinished",
         m.id AS "memberId", m.role, c.id AS "contactId",
         coalesce(m.first_name || ' ' || m.last_name, c.first_name || ' ' || c.last_name) AS name,
         co.portal_enabled AND EXISTS (SELECT 1 FROM unit_buyers b WHERE b.company_id = $1 AND b.contact_id = c.id
           AND b.access_state = 'ACTIVE') AS "isCustomer"
    FROM sessions s
    JOIN companies co ON co.id = s.company_id
    JOIN identities i ON i.company_id = s.company_id AND i.id = s.identity_id
    LEFT JOIN team_members m ON m.company_id = i.company_id AND m.identity_id = i.id AND m.state = 'ACTIVE'
    LEFT JOIN contacts c ON c.company_id = i.company_id AND c.identity_id = i.id
   WHERE s.company_id = $1 AND s.id = $2 AND s.token_digest = $3 AND s.ended_at IS NULL
     AND s.last_seen_at > now() - CASE WHEN m.id IS NULL THEN make_interval(days => co.session_idle_days_portal)
                                       ELSE make_interval(hours => co.session_idle_hours_team) END`;
