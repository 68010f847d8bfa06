import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  closeSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { cannotBeWritten, checkDataFolder } from './data-folder';
import { LaunchError } from './launch-error';
import { workingIn, type Account, type PostgresProgram } from './postgres-program';

const passwordFile = 'superuser.password';

/** A data folder that this program may run on, with the password of its superuser. */
export interface PostgresFolder {
  path: string;
  password: string;
}

/** Checks the database's folder below `dataDir`, or creates it; whatever it refuses it leaves as it was. */
export async function postgresFolder(
  dataDir: string,
  program: PostgresProgram,
  durable: boolean,
): Promise<PostgresFolder> {
  checkDataFolder(dataDir);
  const path = join(dataDir, 'postgres');
  if (existsSync(path)) checkOwner(path, program.account);
  if (existsSync(path) && readdirSync(path).length > 0) {
    checkVersion(path, program);
    removeAbandoned(path);
  } else {
    makeFolder(dataDir);
    await create(path, program, durable);
  }
  if (program.account) handOver(path, program.account);
  return { path, password: readFileSync(join(path, passwordFile), 'utf8').trim() };
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw cannotBeWritten(dataDir, error);
  }
}

function checkOwner(path: string, account: Account | undefined): void {
  const found = statSync(path);
  if (!found.isDirectory())
    throw new LaunchError(`${path} is a file; move it away or choose another DATA_DIR.`);
  const { uid } = found;
  const expected = account?.uid ?? userInfo().uid;
  // Root's own copy, a restored backup say, may be handed over; another person's folder may not.
  if (expected === uid || expected === -1 || (account && uid === 0)) return;
  throw new LaunchError(
    `The database in ${path} belongs to the user with the number ${uid}, not to ${expected}; start Portico as that user, or give the folder to this one with chown -R ${expected}.`,
  );
}

/** The links themselves, never what they lead to; the folder last, so that an interrupted start does it all again. */
function handOver(path: string, { uid, gid }: Account): void {
  if (statSync(path).uid === uid) return;
  for (const each of readdirSync(path, { recursive: true, encoding: 'utf8' }))
    lchownSync(join(path, each), uid, gid);
  chownSync(path, uid, gid);
}

function checkVersion(path: string, { version }: PostgresProgram): void {
  const file = join(path, 'PG_VERSION');
  if (!existsSync(file) || !existsSync(join(path, passwordFile))) {
    throw new LaunchError(
      `${path} is not empty and holds no database of Portico; move it away or choose another DATA_DIR.`,
    );
  }
  const found = readFileSync(file, 'utf8').trim();
  if (found === version) return;
  throw new LaunchError(
    `The database in ${path} was made by PostgreSQL ${found}, and this Portico brings ${version}; start it with the Portico that made it, or set DATABASE_URL.`,
  );
}

/** Made aside and moved into place when complete, so that a start which is killed leaves no half of a database. */
async function create(path: string, { bin, account }: PostgresProgram, durable: boolean): Promise<void> {
  removeAbandoned(path);
  const aside = mkdtempSync(`${path}.new-`);
  const password = `${aside}.password`;
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (account) [aside, password].forEach((each) => chownSync(each, account.uid, account.gid));
  const handle = openSync(password, 'r');
  try {
    const { dataArgument, options } = workingIn(aside, account);
    const settings = ['--username=postgres', '--auth=scram-sha-256', '--pwfile=/dev/fd/3', '--encoding=UTF8'];
    const collation = [
      '--locale=C',
      '--locale-provider=icu',
      '--icu-locale=und',
      durable ? '--sync-method=fsync' : '--no-sync',
    ];
    const initdb = spawn(join(bin, 'initdb'), [`--pgdata=${dataArgument}`, ...settings, ...collation], {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe', handle],
    });
    let complaint = '';
    initdb.stderr?.on('data', (chunk) => (complaint += chunk));
    const [code] = await once(initdb, 'close');
    if (code !== 0)
      throw new LaunchError(`The database could not be created in ${path}: ${lastLine(complaint)}`);
    renameSync(password, join(aside, passwordFile));
    moveIntoPlace(aside, path);
  } finally {
    closeSync(handle);
    [aside, password].forEach((each) => rmSync(each, { recursive: true, force: true }));
  }
}

/** What a first start that was killed has left; a younger one may still be at work. */
function removeAbandoned(path: string): void {
  for (const name of readdirSync(dirname(path))) {
    const abandoned = join(dirname(path), name);
    if (!abandoned.startsWith(`${path}.new-`)) continue;
    const since = statSync(abandoned, { throwIfNoEntry: false })?.mtimeMs;
    if (since === undefined || since > Date.now() - 10 * 60_000) continue;
    rmSync(abandoned, { recursive: true, force: true });
  }
}

/** Two first starts at once: the second finds a folder that is no longer empty, and uses that. */
function moveIntoPlace(aside: string, path: string): void {
  try {
    renameSync(aside, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  }
}

export const lastLine = (text: string) => text.trim().split('\n').at(-1)?.trim() ?? '';
