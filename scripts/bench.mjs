import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ensureInstalledApart } from './lib/install-apart.mjs';
import { main, root, runNode } from './lib/run.mjs';

/** Measures the product beside a floor and its peers; `bench/README.md` says how to read it. */
main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  // What is compared with is no part of the product.
  await ensureInstalledApart(join(root, 'bench/peers'), 'the peers of the bench');
  const typescript = ['--import', '@swc-node/register/esm-register'];
  const { code } = await runNode([...typescript, 'bench/run.mjs', ...process.argv.slice(2)], {
    env: { SWC_NODE_PROJECT: 'web/tsconfig.json' },
  });
  return code;
});
