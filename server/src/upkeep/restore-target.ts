import type { Client } from 'pg';
import { LaunchError } from '../launch/launch-error';
import type { DiskStorage } from '../platform/storage';
import { removalsFolder } from '../features/access/removal.list';
import type { Manifest } from './manifest';
import { tablesIn } from './restore-database';

interface Target {
  storage: DiskStorage;
  manifest: Manifest;
  replace: boolean;
  log: (line: string) => void;
}

/** What somebody else keeps in this database is not ours to drop. */
export function refuseStrangers(tables: string[], known: readonly string[]): void {
  const strangers = tables.filter((name) => !known.includes(name));
  if (!strangers.length) return;
  throw new LaunchError(
    `This database holds tables that this Portico does not know: ${strangers.join(', ')}. Restore into a database of its own. Nothing was changed.`,
  );
}

/** Refuses to take the place of anything, unless told to; names what disappears. */
export async function refuseFilled(
  owner: Client,
  { storage, manifest, replace, log }: Target,
): Promise<void> {
  const here = [...(await companiesIn(owner)), ...(await filesBeside(storage, manifest))];
  if (!here.length) return;
  const what = here.join(', ');
  if (!replace)
    throw new LaunchError(
      `Something is here already: ${what}. With --replace it disappears for good and the backup of ${manifest.createdAt} takes its place. Nothing was changed.`,
    );
  log(`Replacing ${what}`);
}

async function companiesIn(owner: Client): Promise<string[]> {
  if (!(await tablesIn(owner)).includes('companies')) return [];
  const { rows } = await owner.query<{ id: string; name: string }>(
    'SELECT id, name FROM companies ORDER BY id',
  );
  const told: string[] = [];
  for (const { id, name } of rows) {
    await owner.query(`SELECT set_config('app.company_id', $1, false)`, [id]);
    const { rows: counts } = await owner.query<{ contacts: string; units: string }>(
      'SELECT (SELECT count(*) FROM contacts WHERE company_id = $1) AS contacts, (SELECT count(*) FROM units WHERE company_id = $1) AS units',
      [id],
    );
    told.push(`${name} with ${counts[0]!.contacts} contacts and ${counts[0]!.units} units`);
  }
  return told;
}

async function filesBeside(storage: DiskStorage, { files }: Manifest): Promise<string[]> {
  const coming = new Set(files.map(({ key }) => key));
  let count = 0;
  for await (const key of storage.list()) if (!coming.has(key) && !key.startsWith(removalsFolder)) count += 1;
  return count ? [`${count} files that the backup does not hold`] : [];
}
