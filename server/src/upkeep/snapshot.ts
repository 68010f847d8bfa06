import { open, unlink, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { keyOf } from '../features/files/file-keys';
import type { Bytes, NewArchive } from './archive';
import type { TableContent } from './manifest';

/** Not in a backup: who is signed in, who has guessed too often; and what the manifest tells by itself. */
const leftOut = new Set(['sessions', 'rate_limits', 'migrations']);

interface Table {
  name: string;
  columns: string[];
  /** The column that names the company; null for a table that belongs to none. */
  key: 'id' | 'company_id' | null;
}

/** As the catalogue knows them, not the code: a backup comes before an upgrade has migrated. */
const tablesHere = `
  SELECT class.relname AS name, array_agg(attribute.attname::text ORDER BY attribute.attnum) AS columns,
         CASE WHEN class.relname = 'companies' THEN 'id'
              WHEN bool_or(attribute.attname = 'company_id') THEN 'company_id' END AS key
    FROM pg_class class
    JOIN pg_attribute attribute ON attribute.attrelid = class.oid
     AND attribute.attnum > 0 AND NOT attribute.attisdropped AND attribute.attgenerated = ''
   WHERE class.relkind IN ('r', 'p') AND NOT class.relispartition AND class.relnamespace = 'public'::regnamespace
   GROUP BY class.relname ORDER BY class.relname`;

const csvHeader = (columns: string[]) => `${columns.map(escapeIdentifier).join(',')}\n`;
export const columnList = (columns: string[]) => columns.map(escapeIdentifier).join(', ');

/**
 * The database as it was at one moment, while others go on writing. The owner of the tables is held to one company by
 * row-level security like everybody else, so that each company is asked for by itself.
 */
export class Snapshot {
  private constructor(
    private readonly client: Client,
    readonly companies: readonly string[],
  ) {}

  static async of<T>(ownerUrl: string, work: (snapshot: Snapshot) => Promise<T>): Promise<T | null> {
    const client = new Client({
      connectionString: ownerUrl,
      application_name: 'portico-backup',
      options:
        '-c timezone=UTC -c datestyle=ISO,YMD -c statement_timeout=0 -c idle_in_transaction_session_timeout=0',
    });
    // A connection that is lost is told by the query that needed it.
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const { rows } = await client.query<{ there: boolean }>(
        `SELECT to_regclass('public.companies') IS NOT NULL AS there`,
      );
      if (!rows[0]?.there) return null;
      const { rows: companies } = await client.query<{ id: string }>('SELECT id FROM companies ORDER BY id');
      return await work(
        new Snapshot(
          client,
          companies.map(({ id }) => id),
        ),
      );
    } finally {
      await client.end();
    }
  }

  async migrations(): Promise<string[]> {
    const { rows } = await this.client.query<{ name: string }>(
      'SELECT name FROM migrations ORDER BY timestamp',
    );
    return rows.map(({ name }) => name);
  }

  async postgres(): Promise<number> {
    const { rows } = await this.client.query<{ server_version_num: string }>('SHOW server_version_num');
    return Math.floor(Number(rows[0]!.server_version_num) / 10_000);
  }

  /** Every table, one CSV each. */
  async addTables(archive: NewArchive, folder: string): Promise<TableContent[]> {
    const { rows: tables } = await this.client.query<Table>(tablesHere);
    const added: TableContent[] = [];
    for (const table of tables) {
      if (!leftOut.has(table.name)) added.push(await this.addTable(archive, folder, table));
    }
    return added;
  }

  private async addTable(archive: NewArchive, folder: string, table: Table): Promise<TableContent> {
    const aside = await fileWithoutName(folder);
    try {
      const rows = { count: 0 };
      for await (const chunk of this.csv(table, rows)) await aside.appendFile(chunk);
      const { size } = await aside.stat();
      const added = await archive.add(`database/${table.name}.csv`, size, contentOf(aside));
      return { ...added, table: table.name, columns: table.columns, rows: rows.count };
    } finally {
      await aside.close();
    }
  }

  private async *csv({ name, columns, key }: Table, rows: { count: number }): Bytes {
    yield Buffer.from(csvHeader(columns));
    const source = `SELECT ${columnList(columns)} FROM public.${escapeIdentifier(name)}`;
    for (const company of key ? this.companies : [null]) {
      if (company) await this.ask(company);
      const where = key ? ` WHERE ${key} = (SELECT app.company())` : '';
      const copy = this.client.query(copyTo(`COPY (${source}${where}) TO STDOUT (FORMAT csv)`));
      yield* copy as Bytes;
      // How many they were is told after the last of them.
      await this.client.query('SELECT');
      rows.count += copy.rowCount;
    }
  }

  /** The files that rows name. A file is written before its row, so whoever reads them now finds them. */
  async fileKeys(): Promise<string[]> {
    const keys: string[] = [];
    for (const company of this.companies) {
      await this.ask(company);
      const { rows } = await this.client.query<{ id: string; widths: number[] }>(
        'SELECT id, widths FROM files WHERE company_id = $1 ORDER BY id',
        [company],
      );
      for (const { id, widths } of rows) keys.push(...widths.map((width) => keyOf(company, id, width)));
    }
    return keys;
  }

  private async ask(company: string): Promise<void> {
    await this.client.query(`SELECT set_config('app.company_id', $1, true)`, [company]);
  }
}

/** A table is put aside, for a tar wants to know its size beforehand. The file goes with its handle, whatever happens. */
async function fileWithoutName(folder: string): Promise<FileHandle> {
  const path = join(folder, `.table-${process.pid}`);
  const handle = await open(path, 'wx+', 0o600);
  await unlink(path);
  return handle;
}

async function* contentOf(file: FileHandle): Bytes {
  for (let position = 0; ;) {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(64 * 1024), { position });
    if (!bytesRead) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
