import '../platform/shims';
import 'reflect-metadata';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { command } from '../launch/command';
import { LaunchError } from '../launch/launch-error';
import { reachDatabase } from '../launch/open-database';
import { version } from '../launch/version';
import { readConfig, type Config } from '../platform/config';
import { DiskStorage } from '../platform/storage';
import { partialOf, writeArchive, type Bytes, type NewArchive } from './archive';
import { manifestName, secretCheck, type FileContent, type Manifest } from './manifest';
import { noteBackup } from './last-backup';
import { Snapshot } from './snapshot';

/** Database and files in one archive, whether Portico runs or not; changes nothing but its own archive. */
command(async ({ log, onStarted }) => {
  const environment = readConfig(process.env);
  const [given, ...more] = process.argv.slice(2);
  if (more.length || given?.startsWith('-'))
    throw new LaunchError('Name one folder to put the backup in, or none: npm run backup -- /mnt/backups');
  refuseNothing(environment);
  const folder = folderFor(environment, given);
  const { config, ownerUrl } = await reachDatabase({ environment, log, onStarted });
  const createdAt = new Date().toISOString();
  const path = join(folder, `portico-${createdAt.replace(/[-:]|\.\d+/g, '')}.tar.gz`);
  const storage = new DiskStorage(join(config.dataDir, 'files'));
  onStarted(() => rm(partialOf(path), { force: true }));

  log('Backing up');
  const manifest = await Snapshot.of(ownerUrl, async (snapshot) => {
    let whole: Manifest | null = null;
    await writeArchive(path, async (archive) => {
      const [migrations, postgres] = [await snapshot.migrations(), await snapshot.postgres()];
      const tables = await snapshot.addTables(archive, folder);
      const { files, missing } = await addFiles(archive, storage, await snapshot.fileKeys());
      whole = {
        format: 1,
        portico: version,
        createdAt,
        postgres,
        migrations,
        secretCheck: secretCheck(config.secret),
        tables,
        files,
        missing,
      };
      const json = Buffer.from(`${JSON.stringify(whole, null, 1)}\n`);
      await archive.add(manifestName, json.length, Readable.from([json]) as Bytes);
    });
    return whole as Manifest | null;
  });
  if (!manifest) throw nothing(config);
  noteBackup(config.dataDir, { path, createdAt });
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const megabytes = (statSync(path).size / 1e6).toFixed(1);
  console.log(`\n${path}\n\nholds ${rows} rows and ${manifest.files.length} files, in ${megabytes} MB.`);
  console.log(
    'It holds what your customers entrust to you, but not the secret; keep both safe, and apart.\n',
  );
  if (manifest.missing.length)
    console.error(
      `The storage did not have ${manifest.missing.length} files that the database names, such as ${manifest.missing[0]}. A picture that was replaced during the backup is one; the same ones each time are lost.\n`,
    );
});

function nothing({ dataDir, databaseUrl }: Config): LaunchError {
  return new LaunchError(
    databaseUrl
      ? 'The database of DATABASE_URL holds no Portico yet: there is nothing to back up.'
      : `There is no Portico in ${dataDir} yet: there is nothing to back up.`,
  );
}

/** Before a database is made only to be found empty. */
function refuseNothing(environment: Config): void {
  const { databaseUrl, dataDir } = environment;
  if (!databaseUrl && !existsSync(join(dataDir, 'postgres'))) throw nothing(environment);
}

/** Relative to where the command was typed, not to where npm runs it. */
function folderFor({ dataDir }: Config, given: string | undefined): string {
  const folder = given ? resolve(process.env.INIT_CWD ?? '.', given) : join(dataDir, 'backups');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  } catch (error) {
    throw new LaunchError(
      `The backup cannot be put into ${folder} (${(error as NodeJS.ErrnoException).code}). Nothing was changed.`,
    );
  }
}

async function addFiles(archive: NewArchive, storage: DiskStorage, keys: string[]) {
  const files: FileContent[] = [];
  const missing: string[] = [];
  for (const key of keys) {
    const found = await storage.read(key);
    if (found) files.push({ ...(await archive.add(`files/${key}`, found.bytes, found.stream)), key });
    else missing.push(key);
  }
  return { files, missing };
}
