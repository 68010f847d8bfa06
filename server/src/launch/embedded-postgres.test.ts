import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres';
import { LaunchError } from './launch-error';

jest.setTimeout(60_000);

const folders: string[] = [];
const started: EmbeddedPostgres[] = [];
const log = () => undefined;

let model: string;
beforeAll(async () => {
  model = mkdtempSync(join(tmpdir(), 'portico-launch-'));
  await (await startEmbeddedPostgres({ dataDir: model, durable: false, log })).stop();
});
afterAll(() => rmSync(model, { recursive: true }));

afterEach(async () => {
  for (const each of started.splice(0)) await each.stop();
  for (const each of folders.splice(0)) rmSync(each, { recursive: true, force: true });
});

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'portico-launch-'));
  folders.push(folder);
  return folder;
}

/** As left behind by an earlier start. */
function usedFolder(): string {
  const folder = dataFolder();
  spawnSync('cp', ['-a', join(model, 'postgres'), folder]);
  return folder;
}

async function start(dataDir: string, durable = false): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, durable, log });
  started.push(postgres);
  return postgres;
}

async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

const isAlive = (pid: number) =>
  existsSync(`/proc/${pid}/status`) && !/State:\s*Z/.test(readFileSync(`/proc/${pid}/status`, 'utf8'));

async function until(condition: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 10_000; !condition() && Date.now() < deadline;)
    await new Promise((r) => setTimeout(r, 20));
  expect(condition()).toBe(true);
}

test('I1 a committed row outlives the database being killed', async () => {
  const dataDir = dataFolder();
  const first = await start(dataDir, true);
  await ask(first.ownerUrl, 'CREATE TABLE kept (word text)');
  await ask(first.ownerUrl, `INSERT INTO kept VALUES ('still here')`);
  process.kill(first.pid, 'SIGKILL');
  await until(() => !isAlive(first.pid));

  const second = await start(dataDir, true);

  expect(await ask(second.ownerUrl, 'SELECT word FROM kept')).toEqual(['still here']);
});

test('I2 a database that is killed under a running server comes back at the same address', async () => {
  const postgres = await start(usedFolder());
  process.kill(postgres.pid, 'SIGKILL');
  await until(() => !isAlive(postgres.pid));
  const back = async () => expect(await ask(postgres.ownerUrl, 'SELECT 1')).toEqual([1]);
  for (const deadline = Date.now() + 20_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const failure = await back().then(
      () => null,
      (error: Error) => error,
    );
    if (!failure) break;
    if (Date.now() > deadline) throw failure;
  }
});

test('a start joins the database that an earlier one left running', async () => {
  const dataDir = usedFolder();
  const first = await start(dataDir);
  const second = await start(dataDir);
  expect(second.pid).toBe(first.pid);
  expect(await ask(second.ownerUrl, 'SELECT current_user')).toEqual(['portico']);
});

test('two first starts at once share one database', async () => {
  const dataDir = dataFolder();
  const [one, other] = await Promise.all([start(dataDir), start(dataDir)]);
  expect(one.pid).toBe(other.pid);
  expect(one.ownerUrl).toBe(other.ownerUrl);
});

test.each([
  ['again a first one', dataFolder],
  ['on a database that another start has made', usedFolder],
])(
  'a first start that was killed half way leaves nothing behind for good: the next is %s',
  async (_, folder) => {
    const dataDir = folder();
    const abandoned = join(dataDir, 'postgres.new-a1b2c3');
    mkdirSync(abandoned);
    utimesSync(abandoned, 0, 0);
    await start(dataDir);
    expect(readdirSync(dataDir).toSorted()).toEqual(['postgres', 'postgres.log']);
  },
);

test('the database stops with the last server that works on it, not before', async () => {
  const dataDir = usedFolder();
  const one = await start(dataDir);
  const other = await start(dataDir);
  await one.stop();
  expect(isAlive(one.pid)).toBe(true);
  await other.stop();
  // Its folder is free a moment before its process is gone.
  await until(() => !isAlive(one.pid));
});

test('I5 a stale process number that now belongs to someone else does not keep the database from starting', async () => {
  const dataDir = usedFolder();
  writeFileSync(join(dataDir, 'postgres/postmaster.pid'), `${process.pid}\n${dataDir}\n0\n5432\n`);
  const postgres = await start(dataDir);
  expect(await ask(postgres.ownerUrl, 'SELECT 1')).toEqual([1]);
});

test('nobody enters without the password, and the owner is no superuser', async () => {
  const { ownerUrl } = await start(usedFolder());
  const url = new URL(ownerUrl);
  url.password = 'guess';
  await expect(ask(url.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  expect(
    await ask(ownerUrl, 'SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user'),
  ).toEqual([false]);
});

test('a data folder below a closed one works all the same', async () => {
  const closed = dataFolder();
  chmodSync(closed, 0o700);
  const { ownerUrl } = await start(join(closed, 'data'));
  expect(await ask(ownerUrl, 'SELECT 1')).toEqual([1]);
});

test('a folder that root has unpacked is handed over, and nothing that its links lead to', async () => {
  // Only root can give a folder away.
  if (process.getuid?.() !== 0) return;
  const dataDir = usedFolder();
  const elsewhere = join(dataFolder(), 'file');
  writeFileSync(elsewhere, '');
  symlinkSync(elsewhere, join(dataDir, 'postgres/link'));
  spawnSync('chown', ['-hR', '0:0', join(dataDir, 'postgres')]);
  const postgres = await start(dataDir);
  expect(await ask(postgres.ownerUrl, 'SELECT 1')).toEqual([1]);
  expect(statSync(elsewhere).uid).toBe(0);
});

describe('I5 a folder that cannot be used is refused in one sentence and left as it was', () => {
  test('made by another version of PostgreSQL', async () => {
    const dataDir = usedFolder();
    const file = join(dataDir, 'postgres/PG_VERSION');
    writeFileSync(file, '14\n');
    // As root unpacks a backup; only root can give a folder to somebody.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) spawnSync('chown', ['-R', '0:0', join(dataDir, 'postgres')]);
    await expect(start(dataDir)).rejects.toThrow(/made by PostgreSQL 14, and this Portico brings 18/);
    expect(readFileSync(file, 'utf8')).toBe('14\n');
    if (isRoot) expect([statSync(file).uid, statSync(join(dataDir, 'postgres')).uid]).toEqual([0, 0]);
  });

  test('filled with something else', async () => {
    const dataDir = dataFolder();
    mkdirSync(join(dataDir, 'postgres'));
    writeFileSync(join(dataDir, 'postgres/thesis.doc'), 'years of work');
    await expect(start(dataDir)).rejects.toThrow(/holds no database of Portico/);
    expect(readFileSync(join(dataDir, 'postgres/thesis.doc'), 'utf8')).toBe('years of work');
  });

  test('not a folder at all', async () => {
    const file = join(dataFolder(), 'file');
    writeFileSync(file, '');
    const refused = start(join(file, 'data'));
    await expect(refused).rejects.toThrow(`${file} is a file and not a folder`);
    await expect(refused).rejects.toBeInstanceOf(LaunchError);
  });

  test('belonging to another person', async () => {
    // Only root can give a folder away.
    if (process.getuid?.() !== 0) return;
    const dataDir = usedFolder();
    chownSync(join(dataDir, 'postgres'), 12_345, 12_345);
    await expect(start(dataDir)).rejects.toThrow(/belongs to the user with the number 12345/);
    expect(statSync(join(dataDir, 'postgres')).uid).toBe(12_345);
  });
});
