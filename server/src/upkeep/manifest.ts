import { createHmac } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { LaunchError } from '../launch/launch-error';
import { readArchive, measured, type Bytes, type Content } from './archive';

export interface TableContent extends Content {
  table: string;
  columns: string[];
  rows: number;
}

export interface FileContent extends Content {
  key: string;
}

/** What is in a backup; the last entry of its archive. */
export interface Manifest {
  format: 1;
  /** The version of Portico that wrote it. */
  portico: string;
  createdAt: string;
  /** The major version of PostgreSQL. */
  postgres: number;
  /** Those that had made the tables, the oldest first. */
  migrations: string[];
  /** Tells whether an instance has the secret of this one; opens nothing. */
  secretCheck: string;
  tables: TableContent[];
  files: FileContent[];
  /** Files that a row names and the storage did not have. */
  missing: string[];
}

export const manifestName = 'manifest.json';

export const secretCheck = (secret: string) =>
  createHmac('sha256', secret).update('which secret a backup was made with').digest('hex').slice(0, 16);

/** The migrations that this Portico knows, the oldest first. */
export const knownMigrations = (): string[] =>
  readdirSync(join(__dirname, '../migrations'))
    .map((file) => /^(\d+)-(\w+)\.(ts|js)$/.exec(file))
    .filter((found) => found !== null)
    .map(([, timestamp, name]) => `${name}${timestamp}`)
    .sort((one, other) => one.slice(-13).localeCompare(other.slice(-13)));

/** Reads the whole archive and compares it with its manifest; changes nothing. */
export async function verified(path: string): Promise<Manifest> {
  const found = new Map<string, Content>();
  let manifest: Manifest | null = null;
  try {
    await readArchive(path, async (name, bytes) => {
      if (name === manifestName) manifest = readManifest(await textOf(bytes));
      else found.set(name, await measured(name, bytes));
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR')
      throw new LaunchError(`There is no archive to read at ${path} (${code}). Nothing was changed.`);
    throw damaged(path, message);
  }
  if (!manifest) throw damaged(path, 'its list of contents is missing');
  const { tables, files, ...rest }: Manifest = manifest;
  for (const { name, bytes, sha256 } of [...tables, ...files]) {
    const content = found.get(name);
    if (!content) throw damaged(path, `${name} is missing in it`);
    if (content.bytes !== bytes || content.sha256 !== sha256)
      throw damaged(path, `${name} is not what it was when the backup was made`);
    found.delete(name);
  }
  const [stranger] = found.keys();
  if (stranger !== undefined) throw damaged(path, `${stranger} does not belong to it`);
  return { ...rest, tables, files };
}

const damaged = (path: string, why: string) =>
  new LaunchError(
    `The archive ${path} is no whole backup of Portico: ${why}. Take another copy. Nothing was changed.`,
  );

const textOf = (bytes: Bytes) => text(Readable.from(bytes));

function readManifest(json: string): Manifest {
  const manifest = JSON.parse(json) as Omit<Manifest, 'format'> & { format: number };
  if (manifest.format !== 1)
    throw new Error(`it has the format ${manifest.format}, which this Portico cannot read`);
  return { ...manifest, format: 1 };
}
