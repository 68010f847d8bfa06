import '../platform/shims';
import 'reflect-metadata';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { entities } from '../app/features';
import { removalsFolder } from '../features/access/removal.list';
import { command } from '../launch/command';
import { alone } from '../launch/first-start';
import { LaunchError } from '../launch/launch-error';
import { reachDatabase } from '../launch/open-database';
import { prepareDatabase } from '../launch/prepare-database';
import { repeatAllRemovals } from '../launch/removals';
import { verifyWalls } from '../launch/row-security';
import { refuseWhileServed } from '../launch/served';
import { version } from '../launch/version';
import { readConfig } from '../platform/config';
import { DiskStorage } from '../platform/storage';
import { readArchive } from './archive';
import { knownMigrations, secretCheck, verified, type Manifest } from './manifest';
import { readRemovals } from './removals-file';
import { refuseFilled, refuseStrangers } from './restore-target';
import { knownTables, restoreDatabase, tablesIn } from './restore-database';
import { Snapshot } from './snapshot';

/** Puts a backup in the place of what is there; refuses before it changes anything, or does all of it. */
command(async ({ log, onStarted }) => {
  const environment = readConfig(process.env);
  const { path, replace, deletions } = readOptions(process.argv.slice(2));
  const removals = deletions ? readRemovals(deletions) : [];
  log('Checking the archive');
  const manifest = await verified(path);
  refuseNewer(manifest);

  const { config, ownerUrl } = await reachDatabase({ environment, log, onStarted });
  const storage = new DiskStorage(join(config.dataDir, 'files'));
  const target = { storage, manifest, replace, log };
  await alone(ownerUrl, async (owner) => {
    await refuseWhileServed(owner);
    refuseStrangers(await tablesIn(owner), await knownTables(ownerUrl));
    await refuseFilled(owner, target);
    log(`Restoring the backup of ${manifest.createdAt}`);
    await restoreDatabase({
      ownerUrl,
      manifest,
      removals,
      // Files first appear, then their rows: should this be cut off, the database is as it was.
      fill: (load) => unpack(path, manifest, storage, load),
    });
  });
  const urls = await prepareDatabase({ ownerUrl, secret: config.secret, entities, log });
  await verifyWalls(urls.appUrl);
  await repeatAllRemovals({ ownerUrl, config, urls, log });
  await deleteUnnamed(ownerUrl, storage);

  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(
    `\nRestored ${rows} rows and ${manifest.files.length} files, as they were at ${manifest.createdAt}. Nobody is signed in.\n`,
  );
  if (secretCheck(config.secret) !== manifest.secretCheck)
    console.log(
      'The secret here is another than that of the backup. Whatever link was mailed still opens; mails that waited at that time would hold dead ones: send those invitations again.\n',
    );
});

function readOptions(args: string[]) {
  const usage =
    'Name the archive: npm run restore -- portico-….tar.gz [--replace] [--deletions removals.csv]. Nothing was changed.';
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { replace: { type: 'boolean' }, deletions: { type: 'string' } },
    });
    const [path, ...more] = positionals;
    if (!path || more.length) throw new LaunchError(usage);
    const typed = (given: string) => resolve(process.env.INIT_CWD ?? '.', given);
    return {
      path: typed(path),
      replace: values.replace ?? false,
      deletions: values.deletions && typed(values.deletions),
    };
  } catch {
    throw new LaunchError(usage);
  }
}

function refuseNewer({ migrations, portico }: Manifest): void {
  const known = new Set(knownMigrations());
  const newer = migrations.filter((name) => !known.has(name));
  if (!newer.length) return;
  throw new LaunchError(
    `This backup is of Portico ${portico}, whose database is newer than this Portico ${version} (${newer.join(', ')}). Restore it with that version or a later one. Nothing was changed.`,
  );
}

type Load = Parameters<Parameters<typeof restoreDatabase>[0]['fill']>[0];

async function unpack(path: string, { tables, files }: Manifest, storage: DiskStorage, load: Load) {
  const tableOf = new Map(tables.map((table) => [table.name, table]));
  const keyOf = new Map(files.map(({ name, key }) => [name, key]));
  await readArchive(path, async (name, bytes) => {
    const table = tableOf.get(name);
    const key = keyOf.get(name);
    if (table) await load(table, bytes);
    else if (key) await storage.write(key, Readable.from(bytes));
  });
}

/** Files of whatever was here before, and of whoever was removed since. */
async function deleteUnnamed(ownerUrl: string, storage: DiskStorage): Promise<void> {
  const named = new Set(await Snapshot.of(ownerUrl, (snapshot) => snapshot.fileKeys()));
  for await (const key of storage.list())
    if (!named.has(key) && !key.startsWith(removalsFolder)) await storage.delete(key);
}
