import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ensureInstalledApart } from './lib/install-apart.mjs';
import { main, root, runNode } from './lib/run.mjs';

/** What a browser downloads before somebody sees her first page, and what Lighthouse thinks of it. */
main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  await ensureInstalledApart(join(root, 'bench/lighthouse'), 'Lighthouse');
  const typescript = ['--import', '@swc-node/register/esm-register'];
  const { code } = await runNode([...typescript, 'bench/web.mjs'], {
    env: { SWC_NODE_PROJECT: 'web/tsconfig.json' },
  });
  return code;
});
