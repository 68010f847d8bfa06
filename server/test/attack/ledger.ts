import { Client, escapeIdentifier } from 'pg';
import { theProduct, type TestCompany } from '../world';
import { asAmount, tellingIn, type Canaries } from './canaries';

export type Row = Record<string, unknown> & { id: string };

/** Where a value stands. */
export interface Place {
  companyId: string;
  table: string;
  column: string;
  row: Row;
}

/** Everything that the companies have, read past the product, as the owner of the tables: what the product shows of it is what is asked. */
export interface Ledger {
  rows: Map<string, Map<string, Row[]>>;
  places: Map<string, Place[]>;
}

interface Column {
  table: string;
  column: string;
  type: string;
}

/** Words of the product, keys that follow from other columns, and what is set where it is made. All else is somebody’s. */
const words = new Set(
  `audit_events.action audit_events.object_type companies.accent companies.currency companies.default_language companies.font
   companies.primary companies.slug companies.terms_version companies.time_zone contacts.language contacts.search_text
   contacts.sort_name demo_mails.message_id files.mime files.purpose files.storage_key files.sha256 identities.language
   identities.terms_version levels.path levels.type login_links.purpose login_links.token_digest mail_deliveries.message_id
   mail_deliveries.state mail_deliveries.template opened_objects.type_name outbox.job outbox.payload partner_companies.name_key
   partner_companies.sort_name projects.kind projects.sort_name projects.state sessions.token_digest spaces.currency
   spaces.kind team_members.role team_members.sort_name team_members.state unit_buyers.access_state unit_leads.stage
   units.approval_rule units.currency units.number_key units.sale_state units.type identities.password_hash`
    .split(/\s+/)
    .filter(Boolean),
);

/** What a request changes of the asker’s own without being a command. */
const moving: Record<string, string[]> = { identities: ['last_seen_at'], sessions: ['last_seen_at'] };

const keyOf = (table: string) => (table === 'companies' ? 'id' : 'company_id');

export async function asTheirOwner<T>(
  company: TestCompany,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const { database } = await theProduct();
  const client = new Client(database.ownerUrl);
  await client.connect();
  try {
    await client.query(`SELECT set_config('app.company_id', $1, false)`, [company.id]);
    return await work(client);
  } finally {
    await client.end();
  }
}

async function columnsOf(client: Client): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `SELECT c.table_name AS "table", c.column_name AS "column", c.data_type AS type
       FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
        AND (c.table_name = 'companies' OR EXISTS (SELECT FROM information_schema.columns k
             WHERE k.table_schema = 'public' AND k.table_name = c.table_name AND k.column_name = 'company_id'))
      ORDER BY 1, 2`,
  );
  return rows;
}

export const tablesOf = (columns: Column[]) => [...new Set(columns.map(({ table }) => table))];

const rowsIn = async (client: Client, table: string, { id }: TestCompany): Promise<Row[]> => {
  const { rows } = await client.query<{ row: Row }>(
    `SELECT to_jsonb(row) AS row FROM ${escapeIdentifier(table)} row WHERE ${keyOf(table)} = $1 ORDER BY id`,
    [id],
  );
  return rows.map(({ row }) => row);
};

/** Gives every text, price and address that is empty one that stands nowhere else. A new column is marked as well. */
export async function mark(company: TestCompany, canaries: Canaries): Promise<void> {
  await asTheirOwner(company, async (client) => {
    const columns = await columnsOf(client);
    for (const table of tablesOf(columns)) {
      const rows = await rowsIn(client, table, company);
      if (rows.length === 0)
        throw new Error(`A filled company has no row in ${table}: add one to filled-company.ts.`);
      const own = columns.filter((each) => each.table === table && !words.has(`${table}.${each.column}`));
      for (const row of rows) {
        for (const { column, type } of own) {
          const value = markFor(column, type, row[column], canaries);
          if (value === undefined) continue;
          await client.query(
            `UPDATE ${escapeIdentifier(table)} SET ${escapeIdentifier(column)} = $1 WHERE ${keyOf(table)} = $2 AND id = $3`,
            [value, company.id, row.id],
          );
        }
      }
    }
  });
}

function markFor(column: string, type: string, held: unknown, canaries: Canaries): unknown {
  if (column === 'ip') return canaries.address();
  if (type === 'text') return /xq[a-p]{12}qx/.test(String(held)) ? undefined : textFor(column, canaries);
  if (type === 'bigint') return canaries.price();
  if (type !== 'jsonb') return undefined;
  const parts = ['street', 'houseNumber', 'box', 'postalCode', 'city', 'country'];
  return column === 'address'
    ? JSON.stringify(Object.fromEntries(parts.map((part) => [part, canaries.text()])))
    : JSON.stringify([{ field: 'number', before: canaries.text(), after: canaries.text() }]);
}

const textFor = (column: string, canaries: Canaries) =>
  /email/.test(column) ? canaries.email() : canaries.text();

export async function readLedger(companies: TestCompany[]): Promise<Ledger> {
  const ledger: Ledger = { rows: new Map(), places: new Map() };
  for (const company of companies) {
    await asTheirOwner(company, async (client) => {
      const columns = await columnsOf(client);
      const tables = new Map<string, Row[]>();
      ledger.rows.set(company.id, tables);
      for (const table of tablesOf(columns)) {
        tables.set(table, await rowsIn(client, table, company));
        const own = columns.filter((each) => each.table === table);
        for (const row of tables.get(table)!) for (const each of own) note(ledger, company.id, each, row);
      }
    });
  }
  return ledger;
}

/** An id belongs to its own row; where another row names it, that is a reference. */
function note(ledger: Ledger, companyId: string, { table, column, type }: Column, row: Row): void {
  const held = row[column];
  if (held === null || (type === 'uuid' && column !== 'id') || derived.has(`${table}.${column}`)) return;
  const text =
    type === 'bigint' ? asAmount(Number(held)) : typeof held === 'string' ? held : JSON.stringify(held);
  for (const value of tellingIn(text)) {
    const places = ledger.places.get(value) ?? [];
    ledger.places.set(value, [...places, { companyId, table, column, row }]);
  }
}

/** Says again what another column says, which decides whose it is. */
const derived = new Set(
  `contacts.search_text contacts.sort_name files.storage_key files.sha256 levels.path partner_companies.name_key
   partner_companies.sort_name projects.sort_name team_members.sort_name units.number_key mail_deliveries.message_id
   demo_mails.message_id`.split(/\s+/),
);

/** One short text for each table of a company, as often as it is asked; another as soon as anything of it is. */
export class Digests {
  private constructor(
    private readonly client: Client,
    private readonly statement: string,
  ) {}

  static async open(): Promise<Digests> {
    const { database } = await theProduct();
    const client = new Client(database.ownerUrl);
    await client.connect();
    const parts = tablesOf(await columnsOf(client)).map((table) => {
      const left = moving[table];
      const row = left ? `to_jsonb(row) - '{${left.join()}}'::text[]` : 'row';
      // What an impersonator of ours opens is noted while we look.
      const where = table === 'opened_objects' ? 'false' : `${keyOf(table)} = $1`;
      return `SELECT '${table}' AS name, coalesce(md5(string_agg((${row})::text, '\n' ORDER BY id)), '') AS digest
                FROM ${escapeIdentifier(table)} row WHERE ${where}`;
    });
    return new Digests(client, parts.join(' UNION ALL '));
  }

  async of({ id }: TestCompany): Promise<Record<string, string>> {
    await this.client.query(`SELECT set_config('app.company_id', $1, false)`, [id]);
    const query = { name: 'digests', text: this.statement, values: [id] };
    const { rows } = await this.client.query<{ name: string; digest: string }>(query);
    return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
