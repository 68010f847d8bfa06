import { answers, freePort, start } from './processes.mjs';
import { Told } from '../../scripts/lib/run.mjs';
import { serverArguments } from '../../scripts/lib/server.mjs';
import { ask, learnCursors, understand } from '../peers/postgraphile/variant.mjs';

const profiling = (profile) => (profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []);

/** A server of ours for the bench: is told its database by the environment, and tells its port. */
async function startOwn(name, file, { dataDir }, { profile, settings }) {
  const running = start(name, [...profiling(profile), file], {
    dataDir,
    env: { NODE_ENV: 'production', BENCH: JSON.stringify(settings) },
  });
  const port = await new Promise((resolve, reject) => {
    running.child.once('message', (message) => resolve(message.port));
    running.child.once('exit', () => reject(new Told(`${name} did not start; see ${running.log}`)));
  });
  return { ...running, url: `http://127.0.0.1:${port}` };
}

const as = ({ ownerUrl }, role) => {
  const url = new URL(ownerUrl);
  [url.username, url.password] = [role, 'bench'];
  return url.href;
};

/** For whom all rows are open: whoever reads as this role names the company in every statement. */
const asReader = (database) => as(database, 'bench_reader');

const asDocument = ({ document }, { variables }) => ({
  path: '/graphql',
  body: { operationName: /(?:query|mutation) (\w+)/.exec(document)[1], query: document, variables },
});

const billion = '1000000000';
const unrefused = {
  RATE_LIMIT_ADDRESS: billion,
  RATE_LIMIT_ACCOUNT: billion,
  RATE_LIMIT_SESSION: billion,
  OVERLOAD_LATENCY: billion,
};

/** How each variant is started, asked, and understood. */
export const variants = {
  floor: {
    start: (database, options) =>
      startOwn('floor', 'bench/floor/server.mjs', database, {
        ...options,
        settings: { url: asReader(database), secret: database.secret },
      }),
    ask: ({ name }, { variables }) => ({ path: `/${name}`, body: variables }),
  },

  mercurius: {
    start: (database, options) =>
      startOwn('mercurius', 'bench/peers/mercurius/server.mjs', database, {
        ...options,
        settings: { url: asReader(database), secret: database.secret },
      }),
    ask: asDocument,
  },

  postgraphile: {
    async start(database, { people, ...options }) {
      const settings = { url: as(database, 'bench_visitor'), readerUrl: asReader(database) };
      const file = 'bench/peers/postgraphile/server.mjs';
      const running = await startOwn('postgraphile', file, database, { ...options, settings });
      await learnCursors(
        running.url,
        people.find(({ role }) => role === 'OWNER'),
      );
      return running;
    },
    ask,
    understand,
  },

  /**
   * As `npm start` starts it: everything on, the environment of a first start but for the demo company. All load comes
   * from one address, and waits its turn on purpose: what would be refused of it is let through, counted all the same.
   */
  portico: {
    async start({ dataDir }, { profile }) {
      const port = await freePort();
      const env = {
        NODE_ENV: 'production',
        DEMO: 'false',
        DATA_DIR: dataDir,
        PORT: String(port),
        ...unrefused,
      };
      const args = [...profiling(profile), ...serverArguments];
      const running = start('portico', args, { dataDir, env });
      const url = `http://localhost:${port}`;
      await answers(running, url);
      return { ...running, url };
    },
    ask: asDocument,
  },
};
