import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main, runNode } from './lib/run.mjs';

main(async () => {
  await ensureInstalled();
  await ensureBuilt(['server/dist']);
  return (await runNode(['--enable-source-maps', 'server/dist/upkeep/doctor.js', ...process.argv.slice(2)]))
    .code;
});
