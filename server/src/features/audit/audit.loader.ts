import { sql } from '../../platform/database/sql';
import type { LoaderDefinition } from '../../platform/request-context';

/** Names of people by their identity. The log holds ids only: whoever is gone has no name here any more. */
export const personNameByIdentityId: LoaderDefinition<string, string | null> = async (ctx, ids) => {
  const rows = await ctx.asSystem().select<{ id: string; name: string }>(sql`
    SELECT i.id, coalesce(m.first_name || ' ' || m.last_name, c.first_name || ' ' || c.last_name) AS name
      FROM identities i
      LEFT JOIN team_members m ON m.company_id = i.company_id AND m.identity_id = i.id
      LEFT JOIN contacts c ON c.company_id = i.company_id AND c.identity_id = i.id
     WHERE i.company_id = ${ctx.companyId} AND i.id = ANY(${ids}::uuid[])`);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return ids.map((id) => names.get(id) ?? null);
};

/** What an entry's object is called today; null where it is gone, or has no name. */
export const objectNameById: LoaderDefinition<string, string | null> = async (ctx, ids) => {
  const rows = await ctx.asSystem().select<{ id: string; name: string }>(sql`
    SELECT id, first_name || ' ' || last_name AS name FROM contacts WHERE company_id = ${ctx.companyId} AND id = ANY(${ids}::uuid[])
    UNION ALL SELECT id, first_name || ' ' || last_name FROM team_members WHERE company_id = ${ctx.companyId} AND id = ANY(${ids}::uuid[])
    UNION ALL SELECT identity_id, first_name || ' ' || last_name FROM contacts WHERE company_id = ${ctx.companyId} AND identity_id = ANY(${ids}::uuid[])
    UNION ALL SELECT identity_id, first_name || ' ' || last_name FROM team_members WHERE company_id = ${ctx.companyId} AND identity_id = ANY(${ids}::uuid[])
    UNION ALL SELECT id, name FROM projects WHERE company_id = ${ctx.companyId} AND id = ANY(${ids}::uuid[])
    UNION ALL SELECT id, number FROM units WHERE company_id = ${ctx.companyId} AND id = ANY(${ids}::uuid[])
    UNION ALL SELECT b.id, c.first_name || ' ' || c.last_name || ' · ' || u.number FROM unit_buyers b
      JOIN contacts c ON c.company_id = b.company_id AND c.id = b.contact_id
      JOIN units u ON u.company_id = b.company_id AND u.id = b.unit_id
      WHERE b.company_id = ${ctx.companyId} AND b.id = ANY(${ids}::uuid[])
    UNION ALL SELECT l.id, c.first_name || ' ' || c.last_name || ' · ' || u.number FROM unit_leads l
      JOIN contacts c ON c.company_id = l.company_id AND c.id = l.contact_id
      JOIN units u ON u.company_id = l.company_id AND u.id = l.unit_id
      WHERE l.company_id = ${ctx.companyId} AND l.id = ANY(${ids}::uuid[])`);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return ids.map((id) => names.get(id) ?? null);
};
