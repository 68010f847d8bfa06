import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main, runNode } from './lib/run.mjs';

main(async () => {
  await ensureInstalled();
  await ensureBuilt(['server/dist']);
  const command = ['--enable-source-maps', 'server/dist/launch/create-company.js', ...process.argv.slice(2)];
  return (await runNode(command)).code;
});
