import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const packages = createRequire(join(root, 'package.json'));

/** A sentence for the person at the terminal instead of a stack. */
export class Told extends Error {}

/** What the packages ask for, and what the tests were run with besides the packaged one. */
const oldestNode = '22.22.0';

/** The Node that the packages brought, whatever the machine has; else the running one, if it is new enough. */
export function nodeProgram() {
  const packaged = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin/node');
  if (existsSync(packaged)) return packaged;
  if (isAtLeast(oldestNode, process.versions.node)) return process.execPath;
  throw new Told(
    `Portico needs Node ${oldestNode} or newer on ${process.platform}-${process.arch}, where its packages bring none; this is ${process.version}.`,
  );
}

const isAtLeast = (oldest, version) => version.localeCompare(oldest, 'en', { numeric: true }) >= 0;

/** The file behind a command of an installed package. */
export function commandOf(packageName, command = packageName) {
  const manifest = join(root, 'node_modules', packageName, 'package.json');
  const { bin } = packages(manifest);
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[command]);
}

/** Runs a script under our Node; answers with its exit code and, unless it is shown, what it said. */
export function runNode(args, { cwd = root, env = {}, show = true } = {}) {
  return run(nodeProgram(), args, { cwd, env, show });
}

export function run(program, args, { cwd = root, env = {}, show = true } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code: signal ? 1 : code, output }));
  });
}

/** Says what is going on, and that it still is. */
export async function step(title, work) {
  console.log(`· ${title}`);
  const began = Date.now();
  const sign = setInterval(() => console.log(`  … ${Math.round((Date.now() - began) / 1000)} s`), 10_000);
  try {
    return await work();
  } finally {
    clearInterval(sign);
  }
}

/** Runs a script to its end, and ends with its sentence when it has one. */
export function main(work) {
  work().then(
    (code) => process.exit(code ?? 0),
    (error) => {
      console.error(error instanceof Told ? `\n${error.message}\n` : error);
      process.exit(1);
    },
  );
}
