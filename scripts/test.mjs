import { check, checks } from './lib/checks.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main } from './lib/run.mjs';

main(async () => {
  const total = { passed: 0, failed: 0 };
  try {
    await ensureInstalled();
    for (const each of Object.values(checks)) {
      const { passed, failed } = await check(each);
      total.passed += passed;
      total.failed += failed;
    }
  } catch (error) {
    console.error(error.message);
    total.failed += 1;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed ? 1 : 0;
});
