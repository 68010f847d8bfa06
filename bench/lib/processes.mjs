import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nodeProgram, root, Told } from '../../scripts/lib/run.mjs';

/** A program of ours in a process of its own, ended by its number; what it says goes to a file. */
export function start(name, args, { dataDir, env = {} }) {
  const log = join(dataDir, `${name}.log`);
  const output = openSync(log, 'a');
  const child = spawn(nodeProgram(), args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output, 'ipc'],
  });
  return {
    child,
    pid: child.pid,
    log,
    lastWords: () => readFileSync(log, 'utf8').trim().split('\n').slice(-20).join('\n'),
    /** Out of the way of whoever is measured. */
    pause: () => child.kill('SIGSTOP'),
    resume: () => child.kill('SIGCONT'),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGCONT');
      child.kill('SIGTERM');
      const killed = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await once(child, 'exit');
      clearTimeout(killed);
    },
  };
}

/** Waits for an answer at an address, as long as the process lives. */
export async function answers(running, url) {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && running.child.exitCode === null) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return;
    await sleep(100);
  }
  throw new Told(`It did not start:\n${running.lastWords()}`);
}

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** The fields of /proc/PID/stat after the name, which may hold spaces; the state comes first. */
const statOf = (pid) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
const ticks = (fields) => Number(fields[11]) + Number(fields[12]);
/** USER_HZ, which Linux shows to programs as 100 everywhere. */
const millisecondsPerTick = 10;

/** Milliseconds of processor time so far; null where the system does not tell. */
export const cpuOf = (pid) =>
  process.platform === 'linux' ? ticks(statOf(pid)) * millisecondsPerTick : null;

/** The same for the children of a process: PostgreSQL has one for each connection. */
export function cpuOfChildren(parent) {
  if (process.platform !== 'linux') return null;
  let sum = 0;
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const fields = statOf(entry);
      if (Number(fields[1]) === parent) sum += ticks(fields);
    } catch {
      // It has ended meanwhile.
    }
  }
  return sum * millisecondsPerTick;
}

export function rssOf(pid) {
  if (process.platform !== 'linux') return null;
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(kilobytes) / 1024;
}

/** Waits until a server and its database have done what was under way when the load ended. */
export async function settled(server, postgres) {
  if (process.platform !== 'linux') return sleep(2_000);
  const spent = () => cpuOf(server) + cpuOfChildren(postgres);
  const deadline = Date.now() + 15_000;
  for (let before = spent(); Date.now() < deadline; before = spent()) {
    await sleep(300);
    if (spent() - before <= 2 * millisecondsPerTick) return undefined;
  }
  throw new Told('A server does not come to rest after its load.');
}
