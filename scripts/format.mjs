import { formatted } from './lib/checks.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { commandOf, main, runNode } from './lib/run.mjs';

main(async () => {
  await ensureInstalled();
  const { code } = await runNode([commandOf('prettier'), '--write', '--log-level=warn', ...formatted]);
  return code;
});
