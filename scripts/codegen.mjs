import { generate } from './lib/generate.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main, step } from './lib/run.mjs';

main(async () => {
  await ensureInstalled();
  await step('Generating schema, documents and the page about the environment', generate);
});
