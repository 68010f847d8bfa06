import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main, runNode } from './lib/run.mjs';

/** Kills the product round after round, and compares what was acknowledged: `-- --rounds 100 --seed 7`. */
main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const typescript = ['--require', '@swc-node/register'];
  const { code } = await runNode([...typescript, 'server/test/faults/run.ts', ...process.argv.slice(2)], {
    env: { SWC_NODE_PROJECT: 'server/tsconfig.json' },
  });
  return code;
});
