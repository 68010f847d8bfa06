import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main, runNode } from './lib/run.mjs';

/** Pictures of every page, for people to look at; `npm run look -- FOLDER [page or path]…`. */
main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const typescript = ['--import', '@swc-node/register/esm-register'];
  const { code } = await runNode([...typescript, 'web/e2e/look.ts', ...process.argv.slice(2)], {
    env: { SWC_NODE_PROJECT: 'web/tsconfig.json' },
  });
  return code;
});
