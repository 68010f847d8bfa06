import { Client, escapeIdentifier } from 'pg';
import type { DatabaseRoles } from './database-roles';
import { LaunchError } from './launch-error';

/** Which company a statement is about; transaction-local, so that it cannot leak into the next request. */
export const companyFunction = `
  CREATE SCHEMA IF NOT EXISTS app;
  CREATE OR REPLACE FUNCTION app.company() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('app.company_id', true), '')::uuid;
`;

/** The two questions that come before a company is known: whose page is this, and is there any company at all. */
const registryFunctions = `
  CREATE OR REPLACE FUNCTION app.company_id_by_slug(wanted text) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS 'SELECT id FROM public.companies WHERE slug = wanted';
  CREATE OR REPLACE FUNCTION app.first_company_id() RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS 'SELECT id FROM public.companies ORDER BY created_at, id LIMIT 1';
`;

const registryFunctionNames = 'app.company_id_by_slug(text), app.first_company_id()';

/** Every table that holds rows of companies, with the column that names the company. */
const companyTables = `
  SELECT class.oid, class.relname AS name, class.relowner, class.relrowsecurity, class.relforcerowsecurity,
         attribute.attname AS key
  FROM pg_class class
  JOIN pg_attribute attribute ON attribute.attrelid = class.oid AND NOT attribute.attisdropped
   AND attribute.attname = CASE class.relname WHEN 'companies' THEN 'id' ELSE 'company_id' END
  WHERE class.relkind IN ('r', 'p') AND class.relnamespace = 'public'::regnamespace
`;

/** Tables that any role but the owner and the worker could read across companies. */
const unguarded = `
  WITH company_tables AS (${companyTables})
  SELECT t.name, t.key FROM company_tables t
  WHERE NOT t.relrowsecurity OR NOT t.relforcerowsecurity OR (
    SELECT count(*) FILTER (WHERE policyname = 'tenant' AND cmd = 'ALL' AND permissive = 'PERMISSIVE'
             AND qual = expected AND with_check = expected) <> 1
        OR count(*) <> 1
    FROM pg_policies, format('(%s = ( SELECT app.company() AS company))', t.key) expected
    WHERE schemaname = 'public' AND tablename = t.name
      AND EXISTS (
        SELECT FROM unnest(roles) role
        WHERE CASE role WHEN 'public' THEN true ELSE pg_has_role($1::name, role, 'MEMBER') END
      )
  )
  ORDER BY t.name
`;

/** What the application only ever adds to. */
const neverChanged = new Set(['audit_events', 'removals']);

interface Guarded {
  name: string;
  key: string;
}

/** Puts every table of a company behind its policy and gives the roles what they need; changes nothing that is right. */
export async function secureTables(owner: Client, roles: DatabaseRoles, tables: string[]): Promise<void> {
  const app = escapeIdentifier(roles.app);
  const worker = escapeIdentifier(roles.worker);
  const { rows: open } = await owner.query<Guarded>(unguarded, [roles.app]);

  await owner.query('BEGIN');
  for (const table of open) await owner.query(tenantPolicy(table));
  await owner.query(`
    GRANT USAGE ON SCHEMA app, public TO ${app}, ${worker};
    REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${app}, ${worker};
  `);
  for (const name of tables) {
    const rights = neverChanged.has(name) ? 'SELECT, INSERT' : 'SELECT, INSERT, UPDATE, DELETE';
    await owner.query(`GRANT ${rights} ON public.${escapeIdentifier(name)} TO ${app}`);
  }
  // Whether all are applied is asked by whoever serves.
  await owner.query(`GRANT SELECT ON public.migrations TO ${app}`);
  if (tables.includes('companies')) {
    await policy(owner, 'companies', 'registry', 'FOR SELECT TO CURRENT_USER USING (true)');
    await policy(owner, 'companies', 'worker', `FOR SELECT TO ${worker} USING (true)`);
    await owner.query(`
      GRANT SELECT (id) ON public.companies TO ${worker};
      ${registryFunctions}
      REVOKE ALL ON FUNCTION ${registryFunctionNames} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${registryFunctionNames} TO ${app};
    `);
  }
  if (tables.includes('outbox')) {
    await policy(owner, 'outbox', 'worker', `TO ${worker} USING (true) WITH CHECK (true)`);
    await owner.query(`GRANT SELECT, UPDATE, DELETE ON public.outbox TO ${worker}`);
  }
  await owner.query('COMMIT');
}

const tenantPolicy = ({ name, key }: Guarded) => {
  const table = `public.${escapeIdentifier(name)}`;
  const own = `${key} = (SELECT app.company())`;
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
    DROP POLICY IF EXISTS tenant ON ${table};
    CREATE POLICY tenant ON ${table} USING (${own}) WITH CHECK (${own});
  `;
};

async function policy(owner: Client, table: string, name: string, definition: string): Promise<void> {
  const { rowCount } = await owner.query(
    `SELECT FROM pg_policies WHERE schemaname = 'public' AND tablename = $1 AND policyname = $2`,
    [table, name],
  );
  if (!rowCount) await owner.query(`CREATE POLICY ${name} ON public.${table} ${definition}`);
}

/** What would let the role of the requests see past its company; each asks for the names of culprits. */
const breaches = [
  {
    reason: 'it has the powers of these roles, which row-level security does not bind',
    culprits: `SELECT rolname AS name FROM pg_roles WHERE (rolsuper OR rolbypassrls) AND pg_has_role(oid, 'MEMBER')`,
  },
  {
    reason: 'it owns these tables',
    culprits: `SELECT name FROM (${companyTables}) t WHERE pg_has_role(relowner, 'MEMBER')`,
  },
  {
    reason: 'these tables lack their row-level security',
    culprits: unguarded.replace('$1', 'current_user'),
  },
  {
    reason: 'it may rewrite the audit log',
    culprits: `SELECT name FROM (${companyTables}) t WHERE name = 'audit_events' AND has_table_privilege(oid, 'UPDATE, DELETE, TRUNCATE')`,
  },
];

/** Refuses to serve under a role that row-level security does not hold to one company. */
export async function verifyWalls(appUrl: string): Promise<void> {
  const client = new Client(appUrl);
  await client.connect();
  try {
    for (const { reason, culprits } of breaches) {
      const { rows } = await client.query<{ name: string }>(culprits);
      if (!rows.length) continue;
      const names = rows.map(({ name }) => name).join(', ');
      throw new LaunchError(`Portico does not serve with its database role, because ${reason}: ${names}.`);
    }
  } finally {
    await client.end();
  }
}
