import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { oneAtATime } from './one-at-a-time.mjs';
import { root, run, step, Told } from './run.mjs';

const packagesOf = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages;

/** npm notes last what it has installed, so an installation that was interrupted has no note. */
function installed() {
  try {
    const present = packagesOf('node_modules/.package-lock.json');
    return Object.entries(packagesOf('package-lock.json')).every(
      ([path, { version, optional, devOptional }]) =>
        !path.includes('node_modules/') ||
        optional ||
        devOptional ||
        (path in present && present[path].version === version),
    );
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

/** Brings node_modules to what package-lock.json says, unless it is there already. */
export const ensureInstalled = () => oneAtATime(installed, install);

async function install() {
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--include=optional'];
  const { code } = await step('Installing the packages', () =>
    npm ? run(process.execPath, [npm, ...args]) : run('npm', args),
  );
  if (code !== 0) throw new Told('The packages could not be installed; what npm said stands above.');
}
