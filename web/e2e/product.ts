import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');

interface EmbeddedPostgres {
  ownerUrl: string;
  stop(): Promise<void>;
}

/** The product as `npm start` runs it, with data of its own. */
export interface Product {
  address: string;
  dataDir: string;
  /** Connects to its database as the owner of the tables. */
  databaseUrl: string;
  /** What the server has written so far. */
  log: () => string;
  /** Ends every process and removes all data. */
  discard(): Promise<void>;
}

const patience = 120_000;

/** Starts the built product on a free port over an empty folder; nothing is sent, mails land in its mailbox. */
export async function startProduct({ demo }: { demo: boolean }): Promise<Product> {
  const main = join(root, 'server/dist/main.js');
  for (const built of [main, join(root, 'web/dist/index.html')]) {
    if (!existsSync(built)) throw new Error(`${built} is missing; run "npm test" or "npm start" once.`);
  }
  const dataDir = mkdtempSync(join(reachableTmp(), 'portico-browser-'));
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const server = spawn(process.execPath, ['--enable-source-maps', main], {
    cwd: root,
    env: { ...bareEnvironment(), PORT: `${port}`, DATA_DIR: dataDir, DEMO: `${demo}`, LOG_LEVEL: 'warn' },
    // It leaves when this end of the channel is gone, however this process ends.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const undertaker = whoBuries(dataDir);
  let log = '';
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (chunk) => (log += String(chunk)));
  const discard = async () => {
    await end(server);
    const buried = once(undertaker, 'exit');
    undertaker.stdin.end();
    await buried;
  };
  try {
    await ready(address, server);
    return { address, dataDir, databaseUrl: await databaseOf(dataDir), log: () => log, discard };
  } catch (error) {
    await discard();
    throw new Error(`The product did not start: ${(error as Error).message}\n${log}`, { cause: error });
  }
}

/**
 * A shell that waits for the end of a pipe which only this process holds, then stops a database that was left behind
 * and removes the folder: nothing stays, even when everything else is killed at once.
 */
const whoBuries = (dataDir: string) =>
  spawn(
    'sh',
    [
      '-c',
      'cat >/dev/null; pid=$(head -n 1 "$0/postgres/postmaster.pid" 2>/dev/null) && kill -QUIT "$pid" && sleep 0.5; rm -rf "$0"',
      dataDir,
    ],
    { stdio: ['pipe', 'ignore', 'ignore'], detached: true },
  );

/** Only what a program needs to run, so that nothing of the tester's own installation is touched. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, USER, LANG } = process.env;
  return { PATH, HOME, TMPDIR, USER, LANG, NODE_ENV: 'production' };
}

/** The database may run under another account, which cannot look into a private folder. */
function reachableTmp(): string {
  const folder = tmpdir();
  return process.getuid?.() !== 0 || statSync(folder).mode & 0o001 ? folder : '/tmp';
}

async function ready(address: string, server: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(100)) {
    if (server.exitCode !== null) throw new Error(`it ended with code ${server.exitCode}`);
    const answer = await fetch(`${address}/health/ready`).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error('it was not ready in two minutes');
}

/** Asks the product's own code for the address, and leaves again at once. */
async function databaseOf(dataDir: string): Promise<string> {
  const load = createRequire(import.meta.url);
  const { startEmbeddedPostgres } = load(join(root, 'server/dist/launch/embedded-postgres.js')) as {
    startEmbeddedPostgres(settings: { dataDir: string; log(line: string): void }): Promise<EmbeddedPostgres>;
  };
  const joined = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  await joined.stop();
  return joined.ownerUrl;
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.kill('SIGTERM');
  const impatience = setTimeout(() => server.kill('SIGKILL'), 25_000);
  await gone;
  clearTimeout(impatience);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The schema that the product promises. */
export const promisedSchema = (): string => readFileSync(join(root, 'schema.graphql'), 'utf8');
