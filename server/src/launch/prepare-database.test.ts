import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { Column, Entity, PrimaryColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { emptyDatabase } from '../../test/database';
import { moment, TenantEntity } from '../platform/database/tenant-entity';
import { LaunchError } from './launch-error';
import { prepareDatabase, type DatabaseUrls } from './prepare-database';
import { verifyWalls } from './row-security';

@Entity('companies')
class Company {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  slug!: string;

  @Column({ ...moment, default: () => 'now()' })
  createdAt!: string;
}

@Entity('houses')
class House extends TenantEntity {
  @Column('text')
  name!: string;
}

@Entity('audit_events')
class AuditEvent extends TenantEntity {}

@Entity('outbox')
class OutboxItem extends TenantEntity {}

class Tables1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const row =
      'company_id uuid, id uuid, created_at timestamptz(3) NOT NULL DEFAULT now(), PRIMARY KEY (company_id, id)';
    await runner.query(
      'CREATE TABLE companies (id uuid PRIMARY KEY, slug text UNIQUE, created_at timestamptz(3) NOT NULL DEFAULT now())',
    );
    await runner.query(`CREATE TABLE houses (name text NOT NULL, ${row})`);
    await runner.query(`CREATE TABLE audit_events (${row})`);
    await runner.query(`CREATE TABLE outbox (${row})`);
  }

  async down(): Promise<void> {
    // Tests throw the whole database away.
  }
}

class Barns1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE barns (name text)');
    await runner.query('ALTER TABLE horses ADD COLUMN barn text');
  }

  async down(): Promise<void> {
    // Tests throw the whole database away.
  }
}

const entities = [Company, House, AuditEvent, OutboxItem];
const migrations = [Tables1700000000000];
const secret = 'the secret from which the passwords of the roles follow';
const acme = randomUUID();
const rival = randomUUID();

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const ask = (url: string, text: string, company?: string) =>
  connected(url, async (client) => {
    if (company) await client.query(`SELECT set_config('app.company_id', $1, false)`, [company]);
    const { rows } = await client.query<unknown[]>({ text, rowMode: 'array' });
    return rows?.flat();
  });

let count = 0;

async function prepared(): Promise<DatabaseUrls & { ownerUrl: string }> {
  const ownerUrl = await emptyDatabase(`launch_${process.env.JEST_WORKER_ID}_${Date.now()}_${++count}`);
  return {
    ownerUrl,
    ...(await prepareDatabase({ ownerUrl, secret, entities, migrations, log: () => undefined })),
  };
}

async function twoCompanies() {
  const database = await prepared();
  for (const [id, slug] of [
    [acme, 'acme'],
    [rival, 'rival'],
  ] as const) {
    await ask(database.appUrl, `INSERT INTO companies (id, slug) VALUES ('${id}', '${slug}')`, id);
    await ask(
      database.appUrl,
      `INSERT INTO houses (company_id, id, name) VALUES ('${id}', '${randomUUID()}', '${slug} house')`,
      id,
    );
    await ask(database.appUrl, `INSERT INTO outbox (company_id, id) VALUES ('${id}', '${randomUUID()}')`, id);
  }
  return database;
}

test('the server’s role sees the rows of the company it names, and nothing without one', async () => {
  const { appUrl } = await twoCompanies();
  expect(await ask(appUrl, 'SELECT name FROM houses', acme)).toEqual(['acme house']);
  expect(await ask(appUrl, 'SELECT slug FROM companies', acme)).toEqual(['acme']);
  expect(await ask(appUrl, 'SELECT name FROM houses')).toEqual([]);
  expect(await ask(appUrl, `UPDATE houses SET name = 'mine' RETURNING name`, acme)).toEqual(['mine']);
});

test('a row cannot be written into another company', async () => {
  const { appUrl } = await twoCompanies();
  const move = ask(appUrl, `UPDATE houses SET company_id = '${rival}'`, acme);
  await expect(move).rejects.toThrow(/row-level security/);
  const insert = ask(
    appUrl,
    `INSERT INTO houses (company_id, id, name) VALUES ('${rival}', '${randomUUID()}', 'x')`,
    acme,
  );
  await expect(insert).rejects.toThrow(/row-level security/);
});

test('the server’s role cannot lift its own bounds', async () => {
  const { appUrl } = await twoCompanies();
  await expect(ask(appUrl, 'ALTER TABLE houses DISABLE ROW LEVEL SECURITY')).rejects.toThrow(/must be owner/);
  await expect(ask(appUrl, 'DROP POLICY tenant ON houses')).rejects.toThrow(/must be owner/);
  await expect(ask(appUrl, 'SET ROLE portico')).rejects.toThrow(/permission denied/);
  await expect(ask(appUrl, 'ALTER ROLE CURRENT_USER BYPASSRLS')).rejects.toThrow(/permission denied/);
});

test('what happened cannot be rewritten', async () => {
  const { appUrl } = await twoCompanies();
  await ask(appUrl, `INSERT INTO audit_events (company_id, id) VALUES ('${acme}', '${randomUUID()}')`, acme);
  for (const attempt of [
    'UPDATE audit_events SET created_at = now()',
    'DELETE FROM audit_events',
    'TRUNCATE audit_events',
  ]) {
    await expect(ask(appUrl, attempt, acme)).rejects.toThrow(/permission denied/);
  }
});

test('the worker carries the outbox of every company and sees nothing else', async () => {
  const { workerUrl } = await twoCompanies();
  expect(await ask(workerUrl, 'SELECT company_id FROM outbox ORDER BY company_id')).toEqual(
    [acme, rival].toSorted(),
  );
  expect(await ask(workerUrl, 'SELECT id FROM companies ORDER BY id')).toEqual([acme, rival].toSorted());
  await expect(ask(workerUrl, 'SELECT slug FROM companies')).rejects.toThrow(/permission denied/);
  await expect(ask(workerUrl, 'SELECT * FROM houses', acme)).rejects.toThrow(/permission denied/);
});

test('a company is found by its slug before anything else is known', async () => {
  const { appUrl, workerUrl } = await twoCompanies();
  expect(await ask(appUrl, `SELECT app.company_id_by_slug('rival')`)).toEqual([rival]);
  expect(await ask(appUrl, 'SELECT app.first_company_id()')).toEqual([acme]);
  await expect(ask(workerUrl, 'SELECT app.first_company_id()')).rejects.toThrow(/permission denied/);
});

test('I3 two servers that prepare the same database both come up', async () => {
  const ownerUrl = await emptyDatabase(`launch_twice_${process.env.JEST_WORKER_ID}_${Date.now()}`);
  const prepare = () => prepareDatabase({ ownerUrl, secret, entities, migrations, log: () => undefined });
  const all = await Promise.all([prepare(), prepare(), prepare()]);
  for (const { appUrl } of all) await verifyWalls(appUrl);
});

test('preparing again repairs what was opened', async () => {
  const { ownerUrl, appUrl } = await prepared();
  await ask(ownerUrl, 'ALTER TABLE houses DISABLE ROW LEVEL SECURITY');
  await prepareDatabase({ ownerUrl, secret, entities, migrations, log: () => undefined });
  await verifyWalls(appUrl);
});

test('a migration that fails is told by name and cause, and leaves the database as it was', async () => {
  const { ownerUrl, appUrl } = await prepared();
  const upgrade = prepareDatabase({
    ownerUrl,
    secret,
    entities,
    migrations: [...migrations, Barns1700000000001],
    log: () => undefined,
  });
  await expect(upgrade).rejects.toBeInstanceOf(LaunchError);
  await expect(upgrade).rejects.toThrow(
    'The migration Barns1700000000001 failed: relation "horses" does not exist. Nothing of it was kept; the database is as it was before it.',
  );
  expect(await ask(ownerUrl, `SELECT to_regclass('barns')`)).toEqual([null]);
  expect(await ask(ownerUrl, 'SELECT name FROM migrations')).toEqual(['Tables1700000000000']);
  await verifyWalls(appUrl);
});

test('another secret gives the roles another password', async () => {
  const { ownerUrl, appUrl } = await prepared();
  const changed = await prepareDatabase({
    ownerUrl,
    secret: `another ${secret}`,
    entities,
    migrations,
    log: () => undefined,
  });
  expect(await ask(changed.appUrl, 'SELECT 1')).toEqual([1]);
  await expect(ask(appUrl, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
});

describe('the server does not serve', () => {
  test('when all is well it does', async () => {
    await expect(verifyWalls((await prepared()).appUrl)).resolves.toBeUndefined();
  });

  test.each([
    ['a table without a policy', 'DROP POLICY tenant ON houses', /houses/],
    ['a table without row-level security', 'ALTER TABLE houses DISABLE ROW LEVEL SECURITY', /houses/],
    [
      'a table that does not bind its owner',
      'ALTER TABLE companies NO FORCE ROW LEVEL SECURITY',
      /companies/,
    ],
    ['a policy that lets everything through', 'ALTER POLICY tenant ON houses USING (true)', /houses/],
    ['a second policy that opens a table', 'CREATE POLICY more ON houses USING (true)', /houses/],
    ['a new table of companies without any', 'CREATE TABLE barns (company_id uuid)', /barns/],
    ['an audit log that can be rewritten', 'GRANT DELETE ON audit_events TO "{app}"', /audit_events/],
    [
      'a table of its own',
      'GRANT "{app}" TO CURRENT_USER; GRANT CREATE ON SCHEMA public TO "{app}"; ALTER TABLE houses OWNER TO "{app}"',
      /owns these tables/,
    ],
  ])('with %s', async (_, change, complaint) => {
    const { ownerUrl, appUrl } = await prepared();
    await ask(ownerUrl, change.replaceAll('{app}', new URL(appUrl).username));
    await expect(verifyWalls(appUrl)).rejects.toThrow(complaint);
  });

  test('as the owner of the tables', async () => {
    await expect(verifyWalls((await prepared()).ownerUrl)).rejects.toThrow(/owns these tables/);
  });
});

describe('a database that cannot be prepared is told in one sentence', () => {
  const prepare = (ownerUrl: string) =>
    prepareDatabase({ ownerUrl, secret, entities, migrations, log: () => undefined });

  test('when nothing answers', async () => {
    await expect(prepare('postgres://portico:hunter2@127.0.0.1:1/portico')).rejects.toThrow(
      'The database portico at 127.0.0.1:1 cannot be reached: nothing answers there.',
    );
  });

  test('when the password is wrong', async () => {
    const url = new URL((await prepared()).ownerUrl);
    url.password = 'guess';
    await expect(prepare(url.href)).rejects.toThrow(/the user or the password is wrong/);
  });

  test('when nothing can be written to it', async () => {
    const ownerUrl = await emptyDatabase(`launch_read_only_${process.env.JEST_WORKER_ID}_${Date.now()}`);
    const name = new URL(ownerUrl).pathname.slice(1);
    await ask(ownerUrl, `ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    await expect(prepare(ownerUrl)).rejects.toThrow(
      /^The database cannot be prepared: .*read-only transaction\.$/,
    );
  });

  test('when its user may not create roles, with the statements to run', async () => {
    const ownerUrl = await emptyDatabase(`launch_poor_${process.env.JEST_WORKER_ID}_${Date.now()}`);
    const name = new URL(ownerUrl).pathname.slice(1);
    await ask(ownerUrl, `CREATE ROLE ${name} LOGIN PASSWORD 'poor'`);
    await ask(ownerUrl, `GRANT ALL ON DATABASE ${name} TO ${name}; GRANT ALL ON SCHEMA public TO ${name}`);
    const poor = new URL(ownerUrl);
    Object.assign(poor, { username: name, password: 'poor' });

    const refusal = await prepare(poor.href).then(
      () => new Error('it was prepared'),
      (error: Error) => error,
    );
    expect(refusal.message).toMatch(/may not create the roles/);
    const statements = refusal.message.split('\n').filter((line) => line.startsWith('CREATE ROLE'));
    expect(statements).toHaveLength(2);

    await ask(ownerUrl, statements.join('\n'));
    const { appUrl } = await prepare(poor.href);
    await verifyWalls(appUrl);
  });
});
