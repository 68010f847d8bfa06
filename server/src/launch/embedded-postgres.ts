import { spawn, type ChildProcess } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { LaunchError } from './launch-error';
import { lastLine, postgresFolder, type PostgresFolder } from './postgres-folder';
import { postmasterOf, type Running } from './postmaster';
import { postgresProgram, workingIn, type PostgresProgram } from './postgres-program';

export interface EmbeddedPostgres {
  /** Connects as the owner of the database `portico`, who is no superuser, as on a rented PostgreSQL. */
  ownerUrl: string;
  /** The number of the process that was found or started. */
  pid: number;
  /** Stops the server, unless another process still works on it. */
  stop(): Promise<void>;
}

interface Settings {
  dataDir: string;
  /** False gives up crash safety for speed: tests only. */
  durable?: boolean;
  /** How many it must allow at once. */
  connections?: number;
  log: (line: string) => void;
}

const patience = 5 * 60_000;
const owner = 'portico';
const database = 'portico';

/** Starts the PostgreSQL that came with the packages, or joins the one that already runs on this folder. */
export async function startEmbeddedPostgres({
  dataDir,
  durable = true,
  connections = 0,
  log,
}: Settings): Promise<EmbeddedPostgres> {
  const program = postgresProgram();
  const folder = await postgresFolder(dataDir, program, durable);
  const logFile = join(dataDir, 'postgres.log');
  const cluster = { program, folder, durable, connections, logFile, log };
  const { pid, port } = await largeEnough(cluster, await runningServer(cluster));
  const superuserUrl = urlOf(port, 'postgres', folder.password, 'postgres');
  const ownerPassword = createHmac('sha256', folder.password).update(owner).digest('base64url');
  await ensureDatabase(superuserUrl, ownerPassword);
  const leave = await stayPresent(cluster, port, superuserUrl);
  return {
    ownerUrl: urlOf(port, owner, ownerPassword, database),
    pid,
    async stop() {
      const others = await leave();
      if (others) log('The embedded database stays up: another process still works on it');
      else await stop(folder);
    },
  };
}

interface Cluster {
  program: PostgresProgram;
  folder: PostgresFolder;
  durable: boolean;
  connections: number;
  logFile: string;
  log: (line: string) => void;
}

const presenceName = 'portico-presence';

/** One that an earlier start left behind may allow fewer connections than this one needs; nobody else works on it. */
async function largeEnough(cluster: Cluster, running: Running): Promise<Running> {
  const { folder, connections } = cluster;
  const client = new Client(urlOf(running.port, 'postgres', folder.password, 'postgres'));
  await client.connect();
  const { rows } = await client.query<{ allowed: number; others: number }>(
    `SELECT current_setting('max_connections')::int AS allowed, count(*)::int AS others
       FROM pg_stat_activity WHERE application_name = $1`,
    [presenceName],
  );
  await client.end();
  const { allowed, others } = rows[0]!;
  if (allowed >= connections || others) return running;
  await stop(folder);
  return runningServer(cluster, running.port);
}

/**
 * Shows other processes, by a connection of that name, that this one still needs the server, and starts the server
 * again on the same port should it die. Ends with the function that it returns, which tells whether others remain.
 */
async function stayPresent(cluster: Cluster, port: number, url: string): Promise<() => Promise<boolean>> {
  let presence: Client | null = null;
  let busy: Promise<void> | null = null;
  const appear = async () => {
    const client = new Client({ connectionString: url, application_name: presenceName });
    const lost = () => (presence = presence === client ? null : presence);
    client.on('error', lost).on('end', lost);
    await client.connect();
    presence = client;
  };
  const attend = async () => {
    if (!postmasterOf(cluster.folder.path)) {
      cluster.log('The embedded database has ended; it is started again');
      await runningServer(cluster, port);
    }
    if (!presence) await appear();
  };
  await appear();
  const watch = setInterval(() => {
    busy ??= attend()
      .catch((error: Error) => cluster.log(error.message))
      .finally(() => (busy = null));
  }, 500).unref();
  return async () => {
    clearInterval(watch);
    await busy;
    const others = await presence
      ?.query('SELECT FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()', [
        presenceName,
      ])
      .catch(() => null);
    await presence?.end().catch(() => undefined);
    return Boolean(others?.rowCount);
  };
}

const urlOf = (port: number, user: string, password: string, name: string) =>
  `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`;

async function runningServer(cluster: Cluster, port?: number): Promise<Running> {
  const { folder, logFile, log } = cluster;
  const deadline = Date.now() + patience;
  let child: ChildProcess | undefined;
  let nextNotice = Date.now() + 5_000;
  for (let failures = 0; Date.now() < deadline; await sleep(30)) {
    const running = postmasterOf(folder.path);
    if (running && (await answers(running.port, folder.password))) return running;
    if (child && (child.exitCode !== null || child.signalCode !== null)) {
      const reason = fatalLine(logFile);
      // Another start was quicker, a port was taken meanwhile, or the processes of a killed server still end.
      if (!/already exists|could not create any TCP|still in use/.test(reason) || ++failures > 100) {
        throw new LaunchError(`The embedded database did not start: ${reason}`);
      }
      child = undefined;
      await sleep(100);
    } else if (!running && !child) {
      child = await launch(cluster, port ?? (await freePort()));
    }
    if (Date.now() > nextNotice) {
      log('The embedded database is still starting, it may be recovering from a crash');
      nextNotice += 10_000;
    }
  }
  throw new LaunchError(
    `The embedded database did not become ready within five minutes; ${logFile} says why.`,
  );
}

async function launch(cluster: Cluster, port: number): Promise<ChildProcess> {
  const { folder, program, durable, connections, logFile } = cluster;
  const { dataArgument, options } = workingIn(folder.path, program.account);
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port,
    max_connections: Math.max(100, connections),
    timezone: 'UTC',
    jit: 'off',
    // Not the statements that fail: their details hold what people typed.
    log_min_messages: 'log',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const output = openSync(logFile, 'w', 0o600);
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Detached: Ctrl-C must reach us first, so that requests under way can still finish.
  const child = spawn(join(program.bin, 'postgres'), ['-D', dataArgument, ...args], {
    ...options,
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  await new Promise<void>((started, failed) => {
    child.once('spawn', started);
    child.once('error', (error) =>
      failed(new LaunchError(`The embedded database could not be run: ${error.message}`)),
    );
  });
  child.unref();
  return child;
}

/** False while it starts, recovers or shuts down. */
async function answers(port: number, password: string): Promise<boolean> {
  const client = new Client({
    connectionString: urlOf(port, 'postgres', password, 'postgres'),
    connectionTimeoutMillis: 3_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== '28P01') return false;
    throw new LaunchError(
      'The embedded database refuses the password in its own folder; was superuser.password changed?',
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ensureDatabase(superuserUrl: string, password: string): Promise<void> {
  const client = new Client(superuserUrl);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(1)');
    const { rowCount: hasOwner } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [owner]);
    if (!hasOwner)
      await client.query(
        `CREATE ROLE ${escapeIdentifier(owner)} LOGIN CREATEROLE CREATEDB PASSWORD ${escapeLiteral(password)}`,
      );
    const { rowCount: hasDatabase } = await client.query('SELECT FROM pg_database WHERE datname = $1', [
      database,
    ]);
    if (!hasDatabase)
      await client.query(`CREATE DATABASE ${escapeIdentifier(database)} OWNER ${escapeIdentifier(owner)}`);
  } finally {
    await client.end();
  }
}

async function stop(folder: PostgresFolder): Promise<void> {
  const pid = postmasterOf(folder.path)?.pid;
  if (!pid) return;
  const runs = () => postmasterOf(folder.path)?.pid === pid;
  process.kill(pid, 'SIGINT');
  for (const deadline = Date.now() + 30_000; runs() && Date.now() < deadline;) await sleep(20);
  if (runs()) process.kill(pid, 'SIGQUIT');
}

function fatalLine(logFile: string): string {
  const text = readFileSync(logFile, 'utf8');
  const line = text.split('\n').findLast((each) => /FATAL|PANIC/.test(each)) ?? lastLine(text);
  return line.replace(/^.*?(FATAL|PANIC):\s*/, '');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
