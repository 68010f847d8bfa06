import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main, root, run, runNode, step, Told } from './lib/run.mjs';

const peers = join(root, 'bench/peers');

/** Measures the product beside a floor and its peers; `bench/README.md` says how to read it. */
main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  await ensurePeers();
  const typescript = ['--import', '@swc-node/register/esm-register'];
  const { code } = await runNode([...typescript, 'bench/run.mjs', ...process.argv.slice(2)], {
    env: { SWC_NODE_PROJECT: 'web/tsconfig.json' },
  });
  return code;
});

/** What is compared with is no part of the product: it has a folder and a lock of its own. */
async function ensurePeers() {
  const versionsIn = (file) => {
    const { packages } = JSON.parse(readFileSync(join(peers, file), 'utf8'));
    return Object.entries(packages).filter(([path, { optional }]) => path && !optional);
  };
  const present = join(peers, 'node_modules/.package-lock.json');
  if (existsSync(present)) {
    const installed = new Map(versionsIn('node_modules/.package-lock.json'));
    const same = ([path, { version }]) => installed.get(path)?.version === version;
    if (versionsIn('package-lock.json').every(same)) return;
  }
  const npm = process.env.npm_execpath;
  const args = ['ci', '--loglevel=error', '--no-audit', '--no-fund'];
  const { code } = await step('Installing the peers of the bench', () =>
    npm ? run(process.execPath, [npm, ...args], { cwd: peers }) : run('npm', args, { cwd: peers }),
  );
  if (code !== 0) throw new Told('The peers could not be installed; what npm said stands above.');
}
