import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, step, Told } from './run.mjs';

/** Brings the packages of a folder that has a lock of its own to what the lock says, unless they are there already. */
export async function ensureInstalledApart(folder, what) {
  if (isInstalled(folder)) return;
  const npm = process.env.npm_execpath;
  const args = ['ci', '--loglevel=error', '--no-audit', '--no-fund'];
  const { code } = await step(`Installing ${what}`, () =>
    npm ? run(process.execPath, [npm, ...args], { cwd: folder }) : run('npm', args, { cwd: folder }),
  );
  if (code !== 0) throw new Told(`There was a problem with installing ${what}; what npm said stands above.`);
}

function isInstalled(folder) {
  const versionsIn = (file) => {
    const { packages } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    return Object.entries(packages).filter(([path, { optional }]) => path && !optional);
  };
  const noted = 'node_modules/.package-lock.json';
  if (!existsSync(join(folder, noted))) return false;
  const installed = new Map(versionsIn(noted));
  return versionsIn('package-lock.json').every(
    ([path, { version }]) => installed.get(path)?.version === version,
  );
}
