import type { Client, PoolClient } from 'pg';
import { escapeIdentifier } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { pipeline } from 'node:stream/promises';
import { MigrationExecutor, type QueryRunner } from 'typeorm';
import { entities } from '../app/features';
import { LaunchError } from '../launch/launch-error';
import { ourMigrations } from '../launch/prepare-database';
import { createDataSource } from '../platform/database/data-source';
import { uuidv7 } from '../platform/database/uuid';
import type { Bytes } from './archive';
import type { Manifest, TableContent } from './manifest';
import type { RemovalToKeep } from './removals-file';
import { columnList } from './snapshot';

interface Restoring {
  ownerUrl: string;
  manifest: Manifest;
  /** Hands the archive's entries to `load`, and whatever else must be done before the commit. */
  fill: (load: (table: TableContent, csv: Bytes) => Promise<void>) => Promise<void>;
  /** Removals that neither this database nor the archive knows. */
  removals: RemovalToKeep[];
}

/**
 * Puts the archive's rows in the place of all that the database holds, in one transaction: the tables as the archive's
 * migrations made them, its rows, then the migrations since. New tables have no grants: until the next preparation
 * nobody but their owner reads them.
 */
export async function restoreDatabase({ ownerUrl, manifest, fill, removals }: Restoring): Promise<void> {
  const source = createDataSource({ url: ownerUrl, entities, migrations: ourMigrations, poolSize: 1 });
  await source.initialize();
  const runner = source.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    await runner.query(
      'SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0; SET datestyle = ISO, YMD',
    );
    await runner.startTransaction();
    const kept = [...removals, ...(await removalsHere(client))];
    await dropTables(client);
    await migrate(runner, (name) => manifest.migrations.includes(name));
    const references = await loosen(client);
    await fill((table, csv) => load(client, table, csv));
    await tighten(client, references);
    await migrate(runner, () => true);
    await keepRemovals(client, kept);
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction().catch(() => undefined);
    throw error instanceof LaunchError ? error : failed(error);
  } finally {
    await runner.release();
    await source.destroy();
  }
}

const failed = (error: unknown) =>
  new LaunchError(
    `The backup could not be restored: ${error instanceof Error ? error.message : String(error)}. The database is as it was.`,
  );

async function migrate(runner: QueryRunner, wanted: (name: string) => boolean): Promise<void> {
  const executor = new MigrationExecutor(runner.dataSource, runner);
  for (const migration of await executor.getPendingMigrations())
    if (wanted(migration.name)) await executor.executeMigration(migration);
}

/** Those that this Portico makes. */
export async function knownTables(ownerUrl: string): Promise<string[]> {
  const source = createDataSource({ url: ownerUrl, entities, poolSize: 1 });
  await source.initialize();
  await source.destroy();
  return ['migrations', ...source.entityMetadatas.map(({ tableName }) => tableName)];
}

/** The tables of this database. */
export async function tablesIn(owner: Client | PoolClient) {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
  );
  return rows.map(({ name }) => name);
}

async function dropTables(owner: PoolClient): Promise<void> {
  const tables = await tablesIn(owner);
  const all = tables.map((name) => `public.${escapeIdentifier(name)}`).join(', ');
  if (all) await owner.query(`DROP TABLE ${all}`);
}

interface Reference {
  table: string;
  name: string;
  definition: string;
}

/** Takes the references between tables away, so that rows may come in any order. */
async function loosen(owner: PoolClient): Promise<Reference[]> {
  const { rows } = await owner.query<Reference>(
    `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
       FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0`,
  );
  for (const { table, name } of rows)
    await owner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${escapeIdentifier(name)}`);
  return rows;
}

/** Puts them back; PostgreSQL then checks every row. */
async function tighten(owner: PoolClient, references: Reference[]): Promise<void> {
  for (const { table, name, definition } of references)
    await owner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${escapeIdentifier(name)} ${definition}`);
}

async function load(owner: PoolClient, { table, columns, rows }: TableContent, csv: Bytes): Promise<void> {
  const into = `public.${escapeIdentifier(table)} (${columnList(columns)})`;
  const copy = owner.query(copyFrom(`COPY ${into} FROM STDIN (FORMAT csv, HEADER match)`));
  await pipeline(csv, copy);
  if (copy.rowCount !== rows) throw new Error(`${table} has ${copy.rowCount} rows in place of ${rows}`);
}

/** What this database knows of removals goes on where it gives way to an older one. */
async function removalsHere(owner: PoolClient): Promise<RemovalToKeep[]> {
  const tables = await tablesIn(owner);
  if (!tables.includes('removals')) return [];
  const { rows: companies } = await owner.query<{ id: string }>('SELECT id FROM companies');
  const found: RemovalToKeep[] = [];
  for (const { id } of companies) {
    await owner.query(`SELECT set_config('app.company_id', $1, true)`, [id]);
    const { rows } = await owner.query<RemovalToKeep>(
      `SELECT company_id AS "companyId", buyer_digest AS "buyerDigest", unit_freed AS "unitFreed"
         FROM removals WHERE company_id = $1`,
      [id],
    );
    found.push(...rows);
  }
  return found;
}

async function keepRemovals(owner: PoolClient, removals: RemovalToKeep[]): Promise<void> {
  for (const { companyId, buyerDigest, unitFreed } of removals)
    await owner.query(
      `INSERT INTO removals (company_id, id, buyer_digest, unit_freed)
       SELECT id, $2, $3, $4 FROM companies WHERE id = $1 ON CONFLICT (company_id, buyer_digest) DO NOTHING`,
      [companyId, uuidv7(), buyerDigest, unitFreed],
    );
}
