import { randomUUID } from 'node:crypto';
import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { checkDataFolder } from '../launch/data-folder';
import { keptSecret } from '../launch/secret';
import type { Config } from '../platform/config';
import { DiskStorage } from '../platform/storage';
import { note, ok, refusal, wrong, type Finding } from './finding';
import { lastBackup } from './last-backup';

const gigabyte = 1e9;

/** What lies on this machine: the data folder and what is in it. */
export async function lookHere(config: Config): Promise<Finding[]> {
  const folder = await dataFolder(config);
  return folder.state === 'WRONG'
    ? [folder]
    : [folder, freeSpace(config), await secret(config), await storage(config), backup(config)];
}

async function dataFolder({ dataDir }: Config): Promise<Finding> {
  const name = 'data folder';
  const refused = await refusal(name, () => checkDataFolder(dataDir));
  if (refused) return { ...refused, toDo: 'give the folder to this user, or choose another DATA_DIR' };
  if (!existsSync(dataDir)) return note(name, `${dataDir} is not there yet`, 'the first start makes it');
  const { uid } = statSync(dataDir);
  const self = process.getuid?.() ?? uid;
  if (uid !== self)
    return note(
      name,
      `${dataDir} belongs to the user ${uid}, this is ${self}`,
      'run the doctor as who runs Portico',
    );
  return ok(name, dataDir);
}

function freeSpace({ dataDir }: Config): Finding {
  const name = 'disk';
  let folder = dataDir;
  while (!existsSync(folder)) folder = join(folder, '..');
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const found = `${(free / gigabyte).toFixed(1)} GB free`;
  if (free < gigabyte / 10) return wrong(name, found, 'make room: a database on a full disk stops');
  if (free < gigabyte) return note(name, found, 'make room soon');
  return ok(name, found);
}

async function secret(config: Config): Promise<Finding> {
  const name = 'secret';
  const { dataDir } = config;
  if (config.secret) return ok(name, 'given by the environment');
  const file = join(dataDir, 'secret');
  const refused = await refusal(name, () => {
    keptSecret(dataDir);
    if (existsSync(file)) accessSync(file, constants.R_OK);
  });
  if (refused) return refused;
  if (!existsSync(file)) {
    return existsSync(join(dataDir, 'postgres'))
      ? wrong(name, `${file} is not there, but a database is`, 'put it back from where you keep it')
      : note(name, 'there is none yet', 'the first start makes it');
  }
  if (statSync(file).mode & 0o077) return wrong(name, `${file} may be read by others`, `chmod 600 ${file}`);
  return ok(name, 'readable by its owner only');
}

/** As a start would use it: writes, reads and deletes a file. */
async function storage({ dataDir }: Config): Promise<Finding> {
  const name = 'storage';
  const folder = join(dataDir, 'files');
  if (!existsSync(folder)) return note(name, 'there are no files yet', 'the first upload makes the folder');
  const files = new DiskStorage(folder);
  const key = `doctor/${randomUUID()}`;
  try {
    await files.write(key, Buffer.from(key));
    const kept = await files.read(key);
    if (!kept || (await buffer(kept.stream)).toString() !== key) throw new Error('it lost a file');
    return ok(name, 'wrote, read and deleted a file');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return wrong(name, `${folder} does not keep files (${code ?? message})`, 'give the folder to this user');
  } finally {
    await files.delete(key).catch(() => undefined);
    await rmdir(join(folder, 'doctor')).catch(() => undefined);
  }
}

const day = 24 * 3600 * 1000;

function backup({ dataDir }: Config): Finding {
  const name = 'backup';
  const last = lastBackup(dataDir);
  const advice = 'npm run backup, every night and to another machine';
  if (!last) return note(name, 'none is known', advice);
  const age = (Date.now() - Date.parse(last.createdAt)) / day;
  const found = `the newest is ${age < 1 ? `${Math.floor(age * 24)} hours` : `${Math.floor(age)} days`} old`;
  return age > 2 ? note(name, found, advice) : ok(name, found);
}
