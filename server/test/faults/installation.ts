import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { Client } from 'pg';
import { postmasterOf } from '../../src/launch/postmaster';
import { projectDir } from '../../src/platform/config';
import { isAlive, processes, serversOf } from '../living';

const patience = 120_000;

/** One of our commands, at the head of a process group of its own as a shell would start it. */
interface Command {
  child: ChildProcess;
  pid: number;
  ended: Promise<number | null>;
  output: string;
}

/** Portico as a newcomer runs it, on a folder and a port of its own, and every way to hurt it. */
export class Installation {
  readonly dataDir: string;
  address = '';
  private started: Command | null = null;
  private readonly undertaker: ChildProcess;
  private port = 0;

  private constructor(private readonly environment: Record<string, string>) {
    // The database may run under another account, which cannot look into a private folder.
    const parent = process.getuid?.() === 0 && !(statSync(tmpdir()).mode & 0o001) ? '/tmp' : tmpdir();
    this.dataDir = mkdtempSync(join(parent, 'portico-faults-'));
    chmodSync(this.dataDir, 0o755);
    this.undertaker = whoBuries(this.dataDir);
  }

  static async on(environment: Record<string, string>): Promise<Installation> {
    const installation = new Installation(environment);
    installation.port = await freePort();
    installation.address = `http://localhost:${installation.port}`;
    return installation;
  }

  /** The link with which the owner of a new company chooses her password. */
  async createCompany(name: string, ownerEmail: string): Promise<string> {
    const owner = ['--owner-first-name', 'Emma', '--owner-last-name', 'Hartley', '--owner-email', ownerEmail];
    const command = this.command('company-create.mjs', ['--name', name, ...owner]);
    const code = await command.ended;
    const token = /\/invitation\/([\w-]+)/.exec(command.output)?.[1];
    if (code !== 0 || !token) throw new Error(`No company could be made:\n${command.output}`);
    return token;
  }

  /** `npm start`, until it says itself that it is ready. */
  async start(serving = 1): Promise<void> {
    const command = this.command('start.mjs', [], { WEB_CONCURRENCY: `${serving}` });
    this.started = command;
    const deadline = Date.now() + patience;
    while (!(await this.isReady())) {
      const over = command.child.exitCode !== null || command.child.signalCode !== null;
      if (over || Date.now() > deadline)
        throw new Error(`It ${over ? 'ended' : 'was not ready'} when it was started:\n${command.output}`);
      await after(50);
    }
  }

  /** Without a hand of ours: where it still runs it is waited for, else the same command is given again. */
  async comeBack(serving: number): Promise<void> {
    if (this.started && isAlive(this.started.pid)) return this.untilReady();
    await this.started?.ended;
    return this.start(serving);
  }

  async untilReady(): Promise<void> {
    for (const deadline = Date.now() + patience; !(await this.isReady()); await after(50)) {
      if (Date.now() > deadline) throw new Error(`It did not become ready again:\n${this.output}`);
    }
  }

  async isReady(): Promise<boolean> {
    const signal = AbortSignal.timeout(20_000);
    const answer = await fetch(`${this.address}/health/ready`, { signal }).catch(() => null);
    await answer?.text().catch(() => undefined);
    return answer?.ok ?? false;
  }

  get output(): string {
    return this.started?.output ?? '';
  }

  /** The number of what `npm start` began, and at the same time of its group. */
  get scriptPid(): number {
    return this.started!.pid;
  }

  get mainPid(): number {
    return serversOf(this.scriptPid).main;
  }

  get servingPids(): number[] {
    return serversOf(this.scriptPid).serving;
  }

  get postmasterPid(): number {
    return postmasterOf(join(this.dataDir, 'postgres'))!.pid;
  }

  /** The processes that PostgreSQL has made; those that serve a connection of ours by themselves. */
  backends(only: 'all' | 'ours' = 'all'): number[] {
    return processes()
      .filter(({ parent }) => parent === this.postmasterPid)
      .filter(({ command }) => only === 'all' || / portico_\w+ portico 127\.0\.0\.1/.test(command))
      .map(({ pid }) => pid);
  }

  signalGroup(signal: NodeJS.Signals): void {
    process.kill(-this.scriptPid, signal);
  }

  signalDatabase(signal: NodeJS.Signals): void {
    // First the one that would start others.
    const all = [this.postmasterPid, ...this.backends()];
    for (const pid of all) kill(pid, signal);
  }

  /** As its superuser, who sees all companies. */
  async database<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const folder = join(this.dataDir, 'postgres');
    const client = new Client({
      host: '127.0.0.1',
      port: postmasterOf(folder)!.port,
      user: 'postgres',
      password: readFileSync(join(folder, 'superuser.password'), 'utf8').trim(),
      database: 'portico',
    });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  /** Asks it to end, and answers with its exit code. */
  async end(): Promise<number | null> {
    if (!this.started) return null;
    kill(this.started.pid, 'SIGTERM');
    return this.started.ended;
  }

  /** Ends every process and removes all data. */
  async discard(): Promise<void> {
    await this.end();
    const buried = once(this.undertaker, 'exit');
    this.undertaker.stdin?.end();
    await buried;
  }

  private command(script: string, args: string[], more: Record<string, string> = {}): Command {
    const { PATH = '', HOME = '' } = process.env;
    const child = spawn(process.execPath, [join(projectDir, 'scripts', script), ...args], {
      cwd: projectDir,
      env: {
        ...{ PATH, HOME, PORT: `${this.port}`, DATA_DIR: this.dataDir, DEMO: 'false' },
        // Below npm it ends with whoever started it, and so with this process.
        npm_lifecycle_event: 'start',
        ...this.environment,
        ...more,
      },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const command: Command = {
      child,
      pid: child.pid!,
      output: '',
      ended: once(child, 'exit').then(([code]) => code as number | null),
    };
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => (command.output += String(chunk)));
    return command;
  }
}

/** Whoever has ended already is none the worse. */
export function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** A shell that waits for the end of a pipe which only this process holds: nothing stays, however this process ends. */
const whoBuries = (dataDir: string) =>
  spawn(
    'sh',
    [
      '-c',
      'cat >/dev/null; sleep 1; pid=$(head -n 1 "$0/postgres/postmaster.pid" 2>/dev/null) && kill -QUIT "$pid" && sleep 0.5; rm -rf "$0"',
      dataDir,
    ],
    { stdio: ['pipe', 'ignore', 'ignore'], detached: true },
  );

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
