import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** What everybody in the story signs in with. */
export const password = 'a password that was accepted';
/** Its hash. */
const passwordHash =
  '$argon2id$v=19$m=19456,t=2,p=1$4oTdSI2x5LjTACYU7zlzhg$4iOAKR6z4AChKYH+hchjBJSDjPulkp6mZkoUimnqOzY';

interface Colleague {
  firstName: string;
  lastName: string;
  email: string;
  role: 'OWNER' | 'ADMINISTRATOR';
}

interface Login {
  id: string;
  passwordHash: string;
  pictureId: string;
}

/** The product's database, past the API: for what a story starts from, and for what it must find or not find. */
export class Database {
  private constructor(
    private readonly client: Client,
    readonly companyId: string,
  ) {}

  static async withCompany(url: string, name: string): Promise<Database> {
    const client = new Client(url);
    await client.connect();
    const database = new Database(client, randomUUID());
    // Row-level security holds for the owner of the tables as well.
    await client.query(`SELECT set_config('app.company_id', $1, false)`, [database.companyId]);
    await database.insert('companies', {
      id: database.companyId,
      name,
      slug: 'story',
      default_language: 'EN',
    });
    return database;
  }

  /** Answers with the id of the team member. */
  async addColleague({ firstName, lastName, email, role }: Colleague): Promise<string> {
    const [identityId, id] = [randomUUID(), randomUUID()];
    const company = { company_id: this.companyId };
    await this.insert('identities', {
      ...company,
      id: identityId,
      email,
      password_hash: passwordHash,
      language: 'EN',
    });
    await this.insert('team_members', {
      ...company,
      id,
      identity_id: identityId,
      email,
      first_name: firstName,
      last_name: lastName,
      sort_name: `${lastName} ${firstName}`.toLowerCase(),
      role,
      state: 'ACTIVE',
    });
    return id;
  }

  /** The tables in which some row holds the text. */
  async tablesWith(text: string): Promise<string[]> {
    const { rows: tables } = await this.client.query<{ name: string }>(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const { rowCount } = await this.client.query(
        `SELECT FROM ${name} AS row WHERE strpos(lower(row::text), lower($1)) > 0 LIMIT 1`,
        [text],
      );
      if (rowCount) found.push(name);
    }
    return found;
  }

  /** The rows that tell of a contact, but for what moves with every visit and with her access itself. */
  async everythingAbout(contactId: string): Promise<unknown> {
    const { rows } = await this.client.query(
      `SELECT to_jsonb(contact) AS contact, to_jsonb(identity) - 'last_seen_at' AS identity, to_jsonb(unit) AS unit,
              buyer.id AS buyer, buyer.is_primary, picture.sha256
         FROM contacts contact
         JOIN identities identity ON identity.id = contact.identity_id
         JOIN unit_buyers buyer ON buyer.contact_id = contact.id
         JOIN units unit ON unit.id = buyer.unit_id
         LEFT JOIN files picture ON picture.id = identity.picture_id
        WHERE contact.id = $1`,
      [contactId],
    );
    return rows;
  }

  /** What is kept of a person's login. */
  async login(email: string): Promise<Login> {
    const { rows } = await this.client.query<Login>(
      `SELECT id, password_hash AS "passwordHash", picture_id AS "pictureId" FROM identities WHERE email = $1`,
      [email],
    );
    if (!rows[0]) throw new Error(`Nobody signs in as ${email}.`);
    return rows[0];
  }

  close(): Promise<void> {
    return this.client.end();
  }

  private async insert(table: string, row: Record<string, string>): Promise<void> {
    const columns = Object.keys(row);
    await this.client.query(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(row),
    );
  }
}
