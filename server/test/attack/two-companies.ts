import { escapeIdentifier } from 'pg';
import { uuidv7 } from '../../src/platform/database/uuid';
import { TestCompany, theProduct } from '../world';
import type { Breach } from './attack';
import { Canaries } from './canaries';
import { aFilledCompany, type FilledCompany } from './filled-company';
import { asTheirOwner, mark, readLedger, type Ledger, type Row } from './ledger';

/** Another seed is another order, other texts and other people’s ids. */
export const firstSeed = Number(process.env['ATTACK_SEED'] ?? 1);

export interface Attacked {
  companies: FilledCompany[];
  ledger: Ledger;
}

/** Two builders who know nothing of each other, with everything that a builder can have. */
export async function twoCompanies(seed: number): Promise<Attacked> {
  const canaries = new Canaries(`${seed}`);
  const companies = [await aFilledCompany(canaries), await aFilledCompany(canaries)];
  for (const { company } of companies) await mark(company, canaries);
  return { companies, ledger: await readLedger(companies.map(({ company }) => company)) };
}

/**
 * A company whose rows have the very ids of another’s, and texts, prices and addresses of their own. Ids are unique
 * within a company only: a statement that forgets the company finds the twin’s rows.
 */
export async function aTwinOf({ company }: FilledCompany, seed: number): Promise<TestCompany> {
  const { platform } = await theProduct();
  const twin = new TestCompany(uuidv7(), platform);
  const canaries = new Canaries(`twin ${seed}`);
  const { rows } = await readLedger([company]);
  const others = new Map<string, string>();
  const other = (text: string) => {
    if (!others.has(text)) others.set(text, canaries.text());
    return others.get(text)!;
  };
  const projects = rows.get(company.id)!.get('projects')!;
  const next = (projectId: unknown) =>
    projects[(projects.findIndex(({ id }) => id === projectId) + 1) % projects.length]!.id;
  const copyOf = (table: string, row: Row): Row => {
    const copy = JSON.parse(JSON.stringify(row).replace(/xq[a-p]{12}qx/g, other)) as Row;
    for (const column of Object.keys(copy).filter((name) => name.endsWith('_minor')))
      if (copy[column] !== null) copy[column] = canaries.price();
    if (copy['ip']) copy['ip'] = canaries.address();
    // Its homes stand in other projects; a root stays where it is.
    if (['levels', 'units', 'spaces'].includes(table) && copy['type'] !== 'PROJECT') {
      for (const column of ['project_id', 'parent_id'])
        if (projects.some(({ id }) => id === copy[column])) copy[column] = next(copy[column]);
      if (copy['path']) copy['path'] = (copy['path'] as string).replace(/^[^/]+/, next);
    }
    return table === 'companies'
      ? { ...copy, id: twin.id, slug: `twin-${twin.id.slice(-12)}` }
      : { ...copy, company_id: twin.id };
  };
  const copies = [...rows.get(company.id)!].flatMap(([table, held]) =>
    held.map((row) => [table, copyOf(table, row)] as const),
  );
  await asTheirOwner(twin, async (client) => {
    // Rows point at each other: what points at one that is not there yet waits for the next round.
    for (let left = copies, before = Infinity; left.length > 0;) {
      if (left.length === before) throw new Error('Rows of a twin point at each other in a circle.');
      before = left.length;
      const waiting: typeof copies = [];
      for (const [table, copy] of left) {
        const into = escapeIdentifier(table);
        const insertion = `INSERT INTO ${into} SELECT * FROM jsonb_populate_record(NULL::${into}, $1)`;
        await client.query(insertion, [copy]).catch((error: { code?: string }) => {
          if (error.code !== '23503') throw error;
          waiting.push([table, copy]);
        });
      }
      left = waiting;
    }
  });
  await openEverything(twin);
  return twin;
}

/** In the twin everybody has bought, works on and looks at everything: whoever goes by its links sees too much of her own. */
const generous = [
  `INSERT INTO unit_buyers (company_id, id, unit_id, contact_id, is_primary, access_state)
   SELECT c.company_id, gen_random_uuid(), u.id, c.id, false, 'ACTIVE' FROM contacts c JOIN units u ON u.company_id = c.company_id
    WHERE c.company_id = $1 AND NOT EXISTS (SELECT FROM unit_buyers b WHERE b.company_id = $1 AND b.unit_id = u.id AND b.contact_id = c.id)`,
  `UPDATE unit_buyers SET access_state = 'ACTIVE' WHERE company_id = $1`,
  `INSERT INTO unit_leads (company_id, id, unit_id, contact_id)
   SELECT c.company_id, gen_random_uuid(), u.id, c.id FROM contacts c JOIN units u ON u.company_id = c.company_id
    WHERE c.company_id = $1 AND NOT EXISTS (SELECT FROM unit_leads l WHERE l.company_id = $1 AND l.unit_id = u.id AND l.contact_id = c.id)`,
  `INSERT INTO project_administrators (company_id, id, project_id, team_member_id)
   SELECT m.company_id, gen_random_uuid(), p.id, m.id FROM team_members m JOIN projects p ON p.company_id = m.company_id
    WHERE m.company_id = $1 AND NOT EXISTS (SELECT FROM project_administrators a WHERE a.company_id = $1 AND a.project_id = p.id AND a.team_member_id = m.id)`,
  // Each has the picture, the place and the impersonation of the next.
  ...[
    ['projects', 'image_id'],
    ['units', 'plan_id'],
    ['levels', 'path'],
    ['impersonations', 'contact_id'],
    ['impersonations', 'actor_member_id'],
  ].map(
    ([table, column]) => `UPDATE ${table} row SET ${column} = other.held FROM (
       SELECT id, coalesce(lead(${column}) OVER w, first_value(${column}) OVER w) AS held FROM ${table}
        WHERE company_id = $1 AND ${column} IS NOT NULL WINDOW w AS (ORDER BY ${column}, id)) other
      WHERE row.company_id = $1 AND row.id = other.id`,
  ),
];

const openEverything = (twin: TestCompany) =>
  asTheirOwner(twin, async (client) => {
    for (const statement of generous) await client.query(statement, [twin.id]);
  });

/** What was found, once for each kind, as somebody who wants to see it again needs it. */
export function told(breaches: readonly Breach[]): string[] {
  const kinds = new Map(
    breaches.map((breach) => [
      `${breach.asker} ${breach.why.slice(0, 60)} ${breach.text.slice(0, 60)}`,
      breach,
    ]),
  );
  return [...kinds.values()]
    .slice(0, 5)
    .map(({ asker, why, text, variables }) => `${asker}: ${why}\n${text}\n${JSON.stringify(variables)}`);
}

/** For `npm run attack`, which wants to know how far it is. */
export function report(
  what: string,
  { requests, breaches }: { requests: number; breaches: unknown[] },
): void {
  if (!process.env['ATTACK_REQUESTS']) return;
  process.stdout.write(`  ${what}: ${requests} requests, ${breaches.length} breaches\n`);
}
