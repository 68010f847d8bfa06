import { check, checks } from './lib/checks.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main, Told } from './lib/run.mjs';

main(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !(name in checks));
  if (unknown || !wanted.length) throw new Told(`Name one or more of: ${Object.keys(checks).join(', ')}`);
  await ensureInstalled();
  let failures = 0;
  for (const name of wanted) failures += (await check(checks[name])).failed;
  return failures ? 1 : 0;
});
