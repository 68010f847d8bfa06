import { readdirSync, readFileSync } from 'node:fs';

interface Numbered {
  pid: number;
  parent: number;
  command: string;
}

/** All that live on this machine. */
export function processes(): Numbered[] {
  const numbers = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
  return numbers.flatMap((pid) => {
    try {
      const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return state === 'Z' ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
    } catch {
      return [];
    }
  });
}

export const isAlive = (pid: number) => processes().some((each) => each.pid === pid);

/** The main process that a start script has started, and those that serve. */
export function serversOf(script: number): { main: number; serving: number[] } {
  const all = processes();
  const main = all.find(({ parent, command }) => parent === script && command.includes('dist/main.js'))!.pid;
  const serving = all.filter(({ parent, command }) => parent === main && command.includes('serving-process'));
  return { main, serving: serving.map(({ pid }) => pid) };
}

export async function until<T>(found: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (;;) {
    const value = await found();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
