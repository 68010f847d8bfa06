import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { oneAtATime } from './one-at-a-time.mjs';
import { commandOf, root, runNode, step, Told } from './run.mjs';

const generated = new Set(['node_modules', 'dist', 'e2e']);

function* filesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || generated.has(entry.name) || /\.test\.tsx?$/.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else yield path;
  }
}

function fingerprint(sources) {
  const hash = createHash('sha256');
  for (const each of ['package-lock.json', 'tsconfig.base.json', ...sources]) {
    const path = join(root, each);
    const files = /\.\w+$/.test(each) ? [path] : [...filesIn(path)].sort();
    for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

const targets = [
  {
    name: 'the server',
    output: 'server/dist',
    sources: ['server/src', 'scripts/compile-server.mjs', 'scripts/lib/compiler-options.mjs'],
    build: () => runNode(['scripts/compile-server.mjs'], { show: false }),
  },
  {
    name: 'console and portal',
    output: 'web/dist',
    sources: ['web'],
    build: () =>
      runNode([commandOf('vite'), 'build', '--logLevel', 'warn'], {
        cwd: join(root, 'web'),
        env: { NODE_ENV: 'production' },
        show: false,
      }),
  },
];

const stale = (wanted) =>
  targets
    .filter(({ output }) => wanted.includes(output))
    .map((target) => ({
      ...target,
      stamp: join(root, target.output, '.built'),
      print: fingerprint(target.sources),
    }))
    .filter(({ stamp, print }) => !existsSync(stamp) || readFileSync(stamp, 'utf8') !== print);

/** Builds what has changed since it was built last. */
export function ensureBuilt(wanted = targets.map(({ output }) => output)) {
  return oneAtATime(
    () => stale(wanted).length === 0,
    () => buildAll(stale(wanted)),
  );
}

const buildAll = (all) =>
  step(`Building ${all.map(({ name }) => name).join(', ')}`, () =>
    Promise.all(
      all.map(async ({ name, build, stamp, print }) => {
        const { code, output } = await build();
        if (code !== 0) throw new Told(`${output}\nBuilding ${name} failed.`);
        writeFileSync(stamp, print);
      }),
    ),
  );
