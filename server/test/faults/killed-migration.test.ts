import { Client } from 'pg';
import { emptyDatabase } from '../database';
import { until } from '../living';
import { Installation } from './installation';

// It may have to build, and starts twice.
jest.setTimeout(120_000);

let client: Client;
/** Makes a table of the same name as one in the middle of the migration, which then waits whether it is kept. */
let inTheWay: Client;
let portico: Installation;
beforeAll(async () => {
  const url = await emptyDatabase(`killed_${process.env['JEST_WORKER_ID']}_${Date.now()}`);
  [client, inTheWay] = [new Client(url), new Client(url)];
  await Promise.all([client.connect(), inTheWay.connect()]);
  portico = await Installation.on({ DATABASE_URL: url });
});
afterAll(async () => {
  // First: what still waits for it then ends.
  await Promise.all([inTheWay?.end(), client?.end()]);
  await portico?.discard();
});

const count = async (query: string) => Number((await client.query<{ count: string }>(query)).rows[0]!.count);

const waiting = (what: string) =>
  count(`SELECT count(*) FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock' AND query ~ '^\\s*CREATE TABLE ${what}'`);

const tables = () => count(`SELECT count(*) FROM pg_tables WHERE schemaname = 'public'`);

test('I3 killed within a migration, the next start finds all of it or nothing, waits for what hangs, and serves', async () => {
  await inTheWay.query('BEGIN; CREATE TABLE units ()');
  const killed = portico.start().then(
    () => 'it was ready',
    (error: Error) => error.message,
  );
  await until(async () => (await waiting('"units"')) === 1);
  const before = await tables();
  portico.signalGroup('SIGKILL');
  expect(await killed).toContain('It ended when it was started');
  expect(await tables()).toBe(before);

  // Its connection hangs in the middle still: PostgreSQL has not noticed that nobody is there any more.
  expect(await waiting('"units"')).toBe(1);
  const again = portico.start();
  await until(async () => (await waiting('')) === 2);
  expect(await portico.isReady()).toBe(false);
  await inTheWay.query('ROLLBACK');
  await again;

  const made = await count('SELECT count(*) FROM migrations');
  expect(await count('SELECT count(DISTINCT name) FROM migrations')).toBe(made);
  expect(await tables()).toBeGreaterThan(before + 10);
  const answer = await fetch(`${portico.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ viewer { id } }' }),
  });
  expect(await answer.json()).toEqual({ data: { viewer: null } });
});
