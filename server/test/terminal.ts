import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { projectDir } from '../src/platform/config';

type Environment = Record<string, string>;

interface Typed {
  args?: string[];
  env?: Environment;
}

const open = new Set<Process>();

afterEach(async () => {
  await Promise.all([...open].map((each) => each.end()));
});

/** One of our commands as a terminal runs it, with no environment but what is given. */
export class Process {
  output = '';
  readonly pid: number;
  private readonly child: ChildProcess;
  private readonly ended: Promise<number>;

  constructor(script: string, { args = [], env = {} }: Typed = {}) {
    const { PATH = '', HOME = '' } = process.env;
    this.child = spawn(process.execPath, [join(projectDir, 'scripts', script), ...args], {
      cwd: projectDir,
      env: { PATH, HOME, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.pid = this.child.pid!;
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk) => (this.output += String(chunk)));
    this.ended = once(this.child, 'close').then(([code]) => code as number);
    open.add(this);
    void this.ended.then(() => open.delete(this));
  }

  /** Answers with its exit code. */
  end(): Promise<number> {
    this.child.kill('SIGTERM');
    return this.ended;
  }

  exit(): Promise<number> {
    return this.ended;
  }

  async says(words: string): Promise<void> {
    let over = false;
    void this.ended.then(() => (over = true));
    while (!this.output.includes(words)) {
      if (over) throw new Error(`It ended without saying “${words}”:\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Runs a command to its end. */
export async function type(script: string, typed?: Typed): Promise<{ code: number; output: string }> {
  const running = new Process(script, typed);
  return { code: await running.exit(), output: running.output };
}

export interface Served {
  address: string;
  process: Process;
}

/** `npm start` on a free port, or on that of the environment, once it is ready. */
export async function typeStart(env: Environment): Promise<Served> {
  const PORT = env.PORT ?? (await freePort());
  const process = new Process('start.mjs', { env: { ...env, PORT } });
  await process.says('Portico is ready.');
  return { address: `http://localhost:${PORT}`, process };
}

export async function freePort(): Promise<string> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return String(port);
}
