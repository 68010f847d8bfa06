import { parseArgs } from 'node:util';
import { ensureInstalled } from './lib/install.mjs';
import { commandOf, main, runNode, Told } from './lib/run.mjs';

const usage = `npm run attack -- [--requests N] [--seed S]

Everybody asks for everything that is somebody else's; see docs/security.md.
  --requests  how many requests at least with both walls, 100000 by default
  --seed      where to begin: the same seed asks the same`;

/** The attacks of `npm test` for as long as one likes; each breach is told with what was asked. */
main(async () => {
  const { values } = parseArgs({
    options: {
      requests: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean' },
    },
  });
  const numbers = [values.requests, values.seed].map(Number);
  if (values.help || !numbers.every((number) => Number.isSafeInteger(number) && number > 0))
    throw new Told(usage);
  await ensureInstalled();
  console.log(`At least ${values.requests} requests with both walls, from seed ${values.seed}:`);
  const jest = [commandOf('jest'), '--selectProjects', 'server', '--runInBand', 'server/test/attack'];
  const env = { ATTACK_REQUESTS: values.requests, ATTACK_SEED: values.seed };
  return (await runNode(jest, { env })).code;
});
