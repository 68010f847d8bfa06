import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { emptyDatabase } from '../../test/database';
import { Browser } from '../../test/http-browser';
import { aPicture } from '../../test/pictures';
import { type, typeStart } from '../../test/terminal';
import { readArchive } from './archive';
import { verified } from './manifest';

// The first one may have to build.
jest.setTimeout(400_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-removed-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Instance extends Record<string, string> {
  DATABASE_URL: string;
  DATA_DIR: string;
}

let count = 0;
const anInstance = async (): Promise<Instance> => ({
  DATABASE_URL: await emptyDatabase(`removed_${process.env.JEST_WORKER_ID}_${Date.now()}_${++count}`),
  DATA_DIR: join(folder, `data-${count}`),
});

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { errors { code } } }';

async function signIn(address: string, email: string) {
  const browser = new Browser(Number(new URL(address).port));
  const input = { email, password: 'riverside-doorstep' };
  return { browser, errors: (await browser.ask(SIGN_IN, { input })).signIn.errors };
}

async function signedIn(address: string, email: string): Promise<Browser> {
  const { browser, errors } = await signIn(address, email);
  expect(errors).toEqual([]);
  return browser;
}

const mayEnter = async (address: string, email: string) => !(await signIn(address, email)).errors.length;

async function uploadedByCamille(env: Instance): Promise<string> {
  const { address, process } = await typeStart(env);
  const camille = await signedIn(address, 'camille@mail.example');
  const answer = await camille.fetch('/uploads?purpose=PROFILE_PICTURE', {
    method: 'POST',
    headers: { 'content-type': 'image/png', 'x-file-name': 'me.png', origin: address },
    body: new Uint8Array(await aPicture()),
  });
  expect(answer.status).toBe(201);
  await process.end();
  return ((await answer.json()) as { id: string }).id;
}

async function backedUp(env: Instance): Promise<string> {
  const to = mkdtempSync(join(folder, 'backup-'));
  expect((await type('backup.mjs', { env, args: [to] })).code).toBe(0);
  return join(to, readdirSync(to)[0]!);
}

async function entryOf(archive: string, wanted: string): Promise<Buffer> {
  let found = Buffer.alloc(0);
  await readArchive(archive, async (name, bytes) => {
    if (name === wanted) found = await buffer(Readable.from(bytes));
  });
  return found;
}

/** The tables in whose rows the text stands, read past the product. */
async function scan({ DATABASE_URL }: Instance, text: string): Promise<string[]> {
  const client = new Client(DATABASE_URL);
  await client.connect();
  try {
    const { rows: companies } = await client.query<{ id: string }>('SELECT id FROM companies');
    await client.query(`SELECT set_config('app.company_id', $1, false)`, [companies[0]!.id]);
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const { rowCount } = await client.query(
        `SELECT 1 FROM "${name}" row WHERE row::text ILIKE '%' || $1 || '%' LIMIT 1`,
        [text],
      );
      if (rowCount) found.push(name);
    }
    return found;
  } finally {
    await client.end();
  }
}

/** Camille Dubois has half of apartment A1.01, and has uploaded a picture; the other half is her co-buyer's. */
const CAMILLE = `{ contacts(search: "camille", first: 5) { edges { node { id firstName lastName
  purchases { id unit { id buyers { id contact { firstName email } } } } } } } }`;
const REVOKE = 'mutation ($input: RevokeAccessInput!) { revokeAccess(input: $input) { errors { code } } }';
const REMOVE =
  'mutation ($input: RemoveCustomerInput!) { removeCustomer(input: $input) { errors { code field } } }';

async function removeCamille(env: Instance) {
  const { address, process } = await typeStart(env);
  const emma = await signedIn(address, 'emma@oever.example');
  const camille = (await emma.ask(CAMILLE)).contacts.edges[0].node;
  const [{ id: buyerId, unit }] = camille.purchases;
  const { revokeAccess } = await emma.ask(REVOKE, { input: { buyerId } });
  expect(revokeAccess.errors).toEqual([]);
  const confirmName = `${camille.firstName} ${camille.lastName}`;
  const { removeCustomer } = await emma.ask(REMOVE, { input: { buyerId, confirmName } });
  expect(removeCustomer.errors).toEqual([]);
  const list = join(env.DATA_DIR, 'files/removals');
  while (!existsSync(list)) await sleep(50);
  await process.end();
  return { buyerId: buyerId as string, unitId: unit.id as string };
}

test('J1 a customer who was removed does not come back with an older backup; her co-buyer keeps all of his', async () => {
  const first = await anInstance();
  const fileId = await uploadedByCamille(first);
  const older = await backedUp(first);
  const { buyerId, unitId } = await removeCamille(first);
  const newer = await backedUp(first);
  // What there is to come back.
  expect((await entryOf(older, 'database/unit_buyers.csv')).toString()).toContain(buyerId);
  const { files } = await verified(older);
  expect(files.filter(({ key }) => key.includes(fileId)).length).toBeGreaterThan(0);

  const gone = async (env: Instance) => {
    // That somebody was given access once stays in the log, without her.
    expect(await scan(env, buyerId)).toEqual(['audit_events']);
    const { address, process } = await typeStart(env);
    const emma = await signedIn(address, 'emma@oever.example');
    const camille = (await emma.ask(CAMILLE)).contacts.edges[0].node;
    expect(camille.purchases).toEqual([]);
    expect(await mayEnter(address, 'camille@mail.example')).toBe(false);
    const thomas = await signedIn(address, 'thomas@mail.example');
    expect((await thomas.ask('{ viewer { homes { id } } }')).viewer.homes).toEqual([{ id: unitId }]);
    await process.end();
    // But for the errand that sees to it that no byte is left.
    expect(await scan(env, fileId)).toEqual([]);
    const stored = readdirSync(join(env.DATA_DIR, 'files'), { recursive: true, encoding: 'utf8' });
    expect(stored.filter((path) => path.includes(fileId))).toEqual([]);
  };

  // The instance itself knows.
  const back = await type('restore.mjs', { env: first, args: [older, '--replace'] });
  expect(back).toEqual({ code: 0, output: expect.stringContaining('Removed 1 customer again') });
  await gone(first);

  // Its database is lost with the list in it; another lies beside the files.
  const second = { ...(await anInstance()), DATA_DIR: first.DATA_DIR };
  const beside = await type('restore.mjs', { env: second, args: [older, '--replace'] });
  expect(beside).toEqual({ code: 0, output: expect.stringContaining('Removed 1 customer again') });
  await gone(second);

  // Another machine that knows nothing is told by the list of a newer backup.
  const list = join(folder, 'removals.csv');
  writeFileSync(list, await entryOf(newer, 'database/removals.csv'));
  const third = await anInstance();
  const told = await type('restore.mjs', { env: third, args: [older, '--deletions', list] });
  expect(told).toEqual({ code: 0, output: expect.stringContaining('Removed 1 customer again') });
  await gone(third);

  const noList = await type('restore.mjs', { env: third, args: [older, '--replace', '--deletions', older] });
  expect(noList).toEqual({ code: 1, output: expect.stringContaining('is no list of deletions') });
});
