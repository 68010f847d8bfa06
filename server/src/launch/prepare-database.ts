import { join } from 'node:path';
import { Client, DatabaseError } from 'pg';
import { MigrationExecutor, QueryFailedError, type DataSource } from 'typeorm';
import {
  createDataSource,
  type DataSourceSettings,
  type Entities,
  type Migrations,
} from '../platform/database/data-source';
import { ensureRoles, rolesOf, urlAs } from './database-roles';
import { LaunchError } from './launch-error';
import { companyFunction, secureTables } from './row-security';

export interface DatabaseUrls {
  appUrl: string;
  workerUrl: string;
}

interface Settings {
  /** Connects as the role that owns the tables. */
  ownerUrl: string;
  secret: string;
  log: (line: string) => void;
  entities: Entities;
  migrations?: Migrations;
}

export const ourMigrations = [join(__dirname, '../migrations/*.{ts,js}')];
const oldestVersion = 15;
const lock = 7_061_991;

/** Refuses a database that cannot be reached or is too old; changes nothing. */
export async function checkDatabase(ownerUrl: string): Promise<void> {
  const owner = await connect(ownerUrl);
  try {
    await checkVersion(owner);
  } finally {
    await owner.end();
  }
}

/** Brings a database to what this version of Portico needs. Servers that start together take turns. */
export async function prepareDatabase({
  ownerUrl,
  secret,
  entities,
  migrations = ourMigrations,
  log,
}: Settings): Promise<DatabaseUrls> {
  const owner = await connect(ownerUrl);
  try {
    await checkVersion(owner);
    await takeTurns(owner, log);
    const { rows } = await owner.query<{ name: string }>('SELECT current_database() AS name');
    const roles = rolesOf(rows[0]?.name ?? '');
    await ensureRoles(owner, ownerUrl, secret, roles);
    await owner.query(companyFunction);
    await createExtensions(owner);
    const tables = await migrate({ url: ownerUrl, entities, migrations }, log);
    await secureTables(owner, roles, tables);
    return { appUrl: urlAs(roles.app, ownerUrl, secret), workerUrl: urlAs(roles.worker, ownerUrl, secret) };
  } catch (error) {
    throw explained(error);
  } finally {
    await owner.end();
  }
}

async function connect(url: string): Promise<Client> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'portico-launch',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw unreachable(error, url);
  }
}

/** Names the host and the database, never the password. */
function unreachable(error: unknown, url: string): LaunchError {
  const { host, pathname } = new URL(url);
  const { code, message } = error as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    ECONNREFUSED: 'nothing answers there',
    ENOTFOUND: 'there is no such host',
    '28P01': 'the user or the password is wrong',
    '3D000': 'there is no such database',
  };
  return new LaunchError(
    `The database ${pathname.slice(1)} at ${host} cannot be reached: ${reasons[code ?? ''] ?? (message || code)}.`,
  );
}

function explained(error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return error;
  if (error.code !== '42501') return new LaunchError(`The database cannot be prepared: ${error.message}.`);
  return new LaunchError(
    `The user of DATABASE_URL lacks a right in its database (${error.message}); make it the owner of that database.`,
  );
}

async function checkVersion(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ server_version_num: string }>('SHOW server_version_num');
  const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
  if (version >= oldestVersion) return;
  throw new LaunchError(
    `Portico needs PostgreSQL ${oldestVersion} or newer; the one of DATABASE_URL is ${version}.`,
  );
}

async function takeTurns(owner: Client, log: (line: string) => void): Promise<void> {
  const { rows } = await owner.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [lock]);
  if (rows[0]?.mine) return;
  log('Waiting for another server that prepares the database');
  await owner.query('SELECT pg_advisory_lock($1)', [lock]);
}

/** For searching; a PostgreSQL without them still serves. */
async function createExtensions(owner: Client): Promise<void> {
  for (const name of ['pg_trgm', 'unaccent']) {
    const { rowCount } = await owner.query(
      'SELECT FROM pg_available_extensions WHERE name = $1 AND installed_version IS NULL',
      [name],
    );
    if (rowCount) await owner.query(`CREATE EXTENSION IF NOT EXISTS ${name}`);
  }
}

/** Answers with the names of all tables. */
async function migrate(settings: DataSourceSettings, log: (line: string) => void): Promise<string[]> {
  const source = createDataSource({ ...settings, poolSize: 1 });
  await source.initialize();
  try {
    await source.query('SET statement_timeout = 0');
    const done = await source.runMigrations({ transaction: 'each' }).catch(async (error: unknown) => {
      throw await failedMigration(source, error);
    });
    for (const { name } of done) log(`Migrated the database: ${name}`);
    return source.entityMetadatas.map(({ tableName }) => tableName);
  } finally {
    await source.destroy();
  }
}

/** Each migration is a transaction of its own: the first that is still to come is the one that failed. */
async function failedMigration(source: DataSource, error: unknown): Promise<unknown> {
  const cause = error instanceof QueryFailedError ? error.driverError : error;
  if (cause instanceof DatabaseError && cause.code === '42501') return cause;
  const [failed] = await new MigrationExecutor(source).getPendingMigrations();
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new LaunchError(
    `The migration ${failed?.name} failed: ${reason}. Nothing of it was kept; the database is as it was before it.`,
  );
}
