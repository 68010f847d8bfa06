import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main, runNode } from './lib/run.mjs';

/** What a browser downloads before somebody sees her first page. */
main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const typescript = ['--import', '@swc-node/register/esm-register'];
  const { code } = await runNode([...typescript, 'bench/web.mjs'], {
    env: { SWC_NODE_PROJECT: 'web/tsconfig.json' },
  });
  return code;
});
