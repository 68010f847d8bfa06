import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export interface Running {
  pid: number;
  port: number;
}

/** The living server of this folder. A stale file whose number now belongs to another process is removed. */
export function postmasterOf(path: string): Running | null {
  const file = join(path, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number);
  if (!pid || !isAlive(pid)) return null;
  const owner = ownerOf(pid, path);
  if (owner === 'another process') rmSync(file, { force: true });
  return owner === 'our server' && port ? { pid, port } : null;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whose number this is. In doubt nothing is removed: PostgreSQL then decides on its own file. */
function ownerOf(pid: number, path: string): 'our server' | 'another process' | 'unknown' {
  const [state, name] = stateAndName(pid);
  if (!state || !name) return 'unknown';
  if (state.startsWith('Z') || !name.endsWith('postgres')) return 'another process';
  return (workingFolder(pid) ?? realpathSync(path)) === realpathSync(path) ? 'our server' : 'another process';
}

function stateAndName(pid: number): string[] {
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-p', `${pid}`, '-o', 'stat=,comm='], { encoding: 'utf8' })
      .stdout.trim()
      .split(/\s+/);
  }
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return [/^State:\s*(\S)/m.exec(status)?.[1] ?? '', /^Name:\s*(.*)$/m.exec(status)?.[1] ?? ''];
  } catch {
    return [];
  }
}

/** A server's is its data folder; root in a container may not be allowed to ask. */
function workingFolder(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}
