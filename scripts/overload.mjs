import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main, runNode } from './lib/run.mjs';

/** Asks the product ten times what it can answer, on this machine only, and judges how it bears that. */
main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const typescript = ['--import', '@swc-node/register/esm-register'];
  const { code } = await runNode([...typescript, 'bench/overload.mjs'], {
    env: { SWC_NODE_PROJECT: 'web/tsconfig.json' },
  });
  return code;
});
