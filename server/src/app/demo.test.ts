import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import sharp from 'sharp';
import { emptyDatabase } from '../../test/database';
import { Browser } from '../../test/http-browser';
import { fillAtFirstStart } from '../launch/first-start';
import { prepareDatabase, type DatabaseUrls } from '../launch/prepare-database';
import { readConfig, type ReadyConfig } from '../platform/config';
import { contrast } from '../platform/mail/colour';
import { checkPassword } from '../features/identities/password';
import { demoPeople, demoSlug } from './demo';
import { colleagues, demoPassword, outsiders, type Outsider } from './demo/people';
import { entities } from './features';
import { startServer, type RunningServer } from './server';

const log = () => undefined;
const secret = 'a secret that only the demo of this test knows';
let ownerUrl: string;
let urls: DatabaseUrls;
let config: ReadyConfig;
let server: RunningServer;
/** What was there after a first start that had died. */
let interrupted: { error: unknown; companies: unknown; people: unknown };

async function ask<Row>(text: string): Promise<Row[]> {
  const owner = new Client(ownerUrl);
  await owner.connect();
  try {
    // The owner of the tables is bound by row-level security as well.
    const { rows } = await owner.query<{ id: string }>('SELECT app.first_company_id() AS id');
    await owner.query(`SELECT set_config('app.company_id', $1, false)`, [rows[0]?.id]);
    return (await owner.query(text)).rows as Row[];
  } finally {
    await owner.end();
  }
}

const count = async (table: string) => (await ask<{ n: string }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n;

const pause = () => new Promise((resolve) => setTimeout(resolve, 50));

async function signedIn(email: string, password = demoPassword): Promise<Browser> {
  const browser = new Browser(server.port);
  const { signIn } = await browser.ask(
    'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { roles } errors { code } } }',
    { input: { email, password } },
  );
  expect(signIn).toEqual({ viewer: { roles: expect.any(Array) }, errors: [] });
  return browser;
}

const endWhoeverWaits = `SELECT pg_terminate_backend(pid) FROM pg_locks
  WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

/** A first start loses its database when it has come as far as the leads. */
async function dieInTheMiddle(): Promise<typeof interrupted> {
  const [holder, killer] = [new Client(ownerUrl), new Client(urls.appUrl)];
  await Promise.all([holder.connect(), killer.connect()]);
  await holder.query('BEGIN; LOCK TABLE unit_leads IN ACCESS EXCLUSIVE MODE');
  const filling = fillAtFirstStart({ ownerUrl, config, urls, log }).catch((error: unknown) => error);
  while (!(await killer.query(endWhoeverWaits)).rowCount) await pause();
  const error = await filling;
  await Promise.all([holder.end(), killer.end()]);
  return { error, companies: await count('companies'), people: await count('identities') };
}

beforeAll(async () => {
  ownerUrl = await emptyDatabase(`demo_${process.pid}_${Date.now()}`);
  urls = await prepareDatabase({ ownerUrl, secret, entities, log });
  const dataDir = mkdtempSync(join(tmpdir(), 'portico-demo-'));
  const environment = { NODE_ENV: 'test', DATA_DIR: dataDir, LOG_LEVEL: 'error' };
  config = { ...readConfig(environment), secret, port: 0 };
  interrupted = await dieInTheMiddle();
  await fillAtFirstStart({ ownerUrl, config, urls, log });
  server = await startServer(config, urls);
}, 180_000);

afterAll(async () => {
  await server?.close();
  rmSync(config.dataDir, { recursive: true, force: true });
});

test('addresses are stored part by part, and countries by their letters', async () => {
  const addresses = 'SELECT address FROM contacts UNION ALL SELECT address FROM projects';
  const countries = await ask<{ country: string }>(
    `SELECT DISTINCT address->>'country' AS country FROM (${addresses}) everywhere WHERE address IS NOT NULL ORDER BY 1`,
  );
  expect(countries).toEqual([{ country: 'BE' }, { country: 'DE' }]);
  const [home] = await ask(`SELECT address FROM contacts WHERE email = '${outsiders.olivia.email}'`);
  expect(home).toMatchObject({ address: { street: 'Coupure Links', houseNumber: '42', box: '3' } });
});

test('a first start that dies in the middle leaves no company behind, and the next one fills it', async () => {
  expect(interrupted).toEqual({ error: expect.any(Error), companies: '0', people: '0' });
  expect(await count('companies')).toBe('1');
});

test('a second start adds nothing', async () => {
  const tables = ['companies', 'identities', 'contacts', 'units', 'files', 'audit_events'];
  const before = await Promise.all(tables.map(count));
  await fillAtFirstStart({ ownerUrl, config, urls, log });
  expect(await Promise.all(tables.map(count))).toEqual(before);
  expect(before[0]).toBe('1');
});

test('the company has colours on which white is readable, a contact and words on privacy', async () => {
  const [company] = await ask<Record<string, string>>('SELECT * FROM companies');
  expect(company).toMatchObject({
    slug: demoSlug,
    contact_email: expect.stringContaining('@'),
    contact_phone: expect.stringMatching(/^\+32/),
    privacy_text: expect.stringContaining('privacy matters'),
  });
  expect(contrast(company!['primary']!, '#ffffff')).toBeGreaterThan(4.5);
  expect(contrast(company!['accent']!, '#ffffff')).toBeGreaterThan(4.5);
});

test('it is one builder with two projects: 24 units in phases, lots and buildings, and a single home', async () => {
  const owner = await signedIn(colleagues.emma.email);
  const { projects } = await owner.ask(`{ projects { edges { node {
    name kind unitCount soldCount image { url } levels { type } spaces { kind unit { number } } singleUnit { id }
  } } } }`);
  const [meander, villa] = projects.edges.map(({ node }: { node: object }) => node);
  expect(meander).toMatchObject({ name: 'De Meander', kind: 'MULTI', unitCount: 24, singleUnit: null });
  expect(new Set(meander.levels.map(({ type }: { type: string }) => type))).toEqual(
    new Set(['PROJECT', 'PHASE', 'LOT', 'BUILDING', 'UNIT']),
  );
  expect(new Set(meander.spaces.map(({ kind }: { kind: string }) => kind))).toEqual(
    new Set(['PARKING', 'STORAGE', 'GARDEN']),
  );
  expect(villa).toMatchObject({ name: 'Villa Linde', kind: 'SINGLE', unitCount: 1, soldCount: 1 });
  expect(villa.singleUnit).not.toBeNull();
});

test('units are in every state of a sale, and every sold one has its dates', async () => {
  const states = await ask<{ state: string }>('SELECT DISTINCT sale_state AS state FROM units');
  expect(states.map(({ state }) => state).sort()).toEqual([
    'AVAILABLE',
    'HANDED_OVER',
    'IN_OPTION',
    'NOT_FOR_SALE',
    'SOLD',
  ]);
  expect(
    await ask(`SELECT number FROM units WHERE sold_at IS NOT NULL AND (provisional_acceptance_on IS NULL
      OR warranty_until IS NULL OR final_acceptance_on <= provisional_acceptance_on OR sold_at > now())`),
  ).toEqual([]);
  const [around] = await ask(`SELECT
    bool_or(provisional_acceptance_on BETWEEN current_date - 60 AND current_date) AS lately,
    bool_or(provisional_acceptance_on BETWEEN current_date AND current_date + 30) AS soon FROM units`);
  expect(around).toEqual({ lately: true, soon: true });
});

test('customers are in every state of access', async () => {
  const buyers = await ask<{
    name: string;
    state: string;
    unit: string;
    email: string | null;
    login: boolean;
  }>(
    `SELECT c.first_name AS name, b.access_state AS state, u.number AS unit, c.email, i.password_hash IS NOT NULL AS login
       FROM unit_buyers b JOIN contacts c ON c.id = b.contact_id JOIN units u ON u.id = b.unit_id
       LEFT JOIN identities i ON i.id = c.identity_id ORDER BY c.first_name, u.number`,
  );
  const of = (name: string) => buyers.filter((buyer) => buyer.name === name);
  expect(of('Willem')).toMatchObject([{ state: 'NOT_YET_INVITED', email: expect.stringContaining('@') }]);
  expect(of('Godelieve')).toMatchObject([{ state: 'NOT_YET_INVITED', email: null }]);
  expect(of('Anna')).toMatchObject([{ state: 'INVITED', login: false }]);
  expect(of('Olivia')).toMatchObject([{ state: 'ACTIVE' }, { state: 'ACTIVE' }]);
  expect(of('Marc')).toMatchObject([{ state: 'REVOKED', login: true }]);
  const home = { unit: 'A1.01', state: 'ACTIVE', login: true };
  expect([...of('Camille'), ...of('Thomas')]).toMatchObject([home, home]);
});

test('there are two leads on units, and two partners of one firm, one with a login', async () => {
  expect(await ask('SELECT stage FROM unit_leads ORDER BY stage')).toEqual([
    { stage: 'OPTION' },
    { stage: 'VISIT' },
  ]);
  const partners = await ask(`SELECT p.name AS firm, i.password_hash IS NOT NULL AS login FROM contacts c
    JOIN partner_companies p ON p.id = c.partner_company_id JOIN identities i ON i.id = c.identity_id ORDER BY login`);
  const firm = 'Atelier Noord Kitchens';
  expect(partners).toEqual([
    { firm, login: false },
    { firm, login: true },
  ]);
});

test('four languages are spoken', async () => {
  const spoken = await ask('SELECT DISTINCT language FROM identities ORDER BY language');
  expect(spoken).toEqual([{ language: 'DE' }, { language: 'EN' }, { language: 'FR' }, { language: 'NL' }]);
});

test('an administrator works on one project and sees no other', async () => {
  const daniel = await signedIn(colleagues.daniel.email);
  const { projects } = await daniel.ask('{ projects { edges { node { name } } } }');
  expect(projects.edges).toEqual([{ node: { name: 'De Meander' } }]);
});

test('two invitations wait in the mailbox, and no other mail was sent', async () => {
  const deadline = Date.now() + 20_000;
  let mails: unknown[] = [];
  while (mails.length < 2 && Date.now() < deadline) {
    mails = await ask('SELECT to_name AS "to" FROM demo_mails ORDER BY to_name');
    await pause();
  }
  expect(mails).toEqual([{ to: 'Anna Schneider' }, { to: 'Jonas Weber' }]);
  expect(await ask(`SELECT job FROM outbox WHERE job <> 'files.delete'`)).toEqual([]);
  expect(await ask(`SELECT state FROM team_members WHERE first_name = 'Jonas'`)).toEqual([
    { state: 'INVITED' },
  ]);
}, 30_000);

const withLogin = [
  ...Object.values(colleagues),
  ...Object.values<Outsider>(outsiders).filter(
    ({ accepted, lastName }) => accepted && lastName !== 'Lefèvre',
  ),
].map(({ firstName, email }) => [firstName, email!] as const);

test.each(withLogin)('%s signs in', async (_name, email) => {
  await signedIn(email);
});

test('the people whom the first start prints are the owner, the administrator, a customer and a partner', async () => {
  expect(demoPeople.map(({ role }) => role)).toEqual(['Owner', 'Administrator', 'Customer', 'Partner']);
  for (const { role, email } of demoPeople) {
    const browser = await signedIn(email);
    const { viewer } = await browser.ask('{ viewer { roles language } }');
    expect(viewer).toEqual({ roles: [role.toUpperCase()], language: 'EN' });
  }
});

test('their password is one that anybody could have chosen here', () => {
  expect(() => checkPassword(demoPassword, 'password')).not.toThrow();
});

test('whose access was revoked is turned away', async () => {
  const { signIn } = await new Browser(server.port).ask(
    'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } errors { reason } } }',
    { input: { email: outsiders.marc.email, password: demoPassword } },
  );
  expect(signIn.viewer).toBeNull();
});

test('the customer sees her two homes with pictures, plans, spaces and people to reach, and no buyer but herself', async () => {
  const olivia = await signedIn(outsiders.olivia.email);
  const { viewer } = await olivia.ask(`{ viewer { tourFinished homes {
    number plan { url } spaces { name } buyers { contact { firstName } } provisionalAcceptanceOn
    project { name image { url } contactPersons { name picture { url } } }
  } impersonations { edges { node { reason } } } } }`);
  expect(viewer.homes.map(({ number }: { number: string }) => number).sort()).toEqual(['1', 'A1.02']);
  for (const home of viewer.homes) {
    expect(home).toMatchObject({
      plan: { url: expect.any(String) },
      spaces: expect.arrayContaining([{ name: expect.any(String) }]),
      buyers: [{ contact: { firstName: 'Olivia' } }],
      provisionalAcceptanceOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    expect(home.project.contactPersons).toContainEqual({
      name: 'Amina Benali',
      picture: { url: expect.any(String) },
    });
  }
  expect(viewer.impersonations.edges).toHaveLength(1);
});

test('the owner reads in the log what happened over the months', async () => {
  const owner = await signedIn(colleagues.emma.email);
  const { auditLog } = await owner.ask('{ auditLog(first: 100) { edges { node { action actorName at } } } }');
  const events = auditLog.edges.map(({ node }: { node: { action: string } }) => node);
  for (const action of [
    'unit.sold',
    'access.granted',
    'access.activated',
    'access.revoked',
    'team.invited',
  ]) {
    expect(events).toContainEqual({ action, actorName: expect.any(String), at: expect.any(String) });
  }
});

test('every picture is served as an image to whoever may see it', async () => {
  const owner = await signedIn(colleagues.emma.email);
  const files = await ask<{ id: string; width: number }>('SELECT id, width FROM files');
  expect(files.length).toBeGreaterThan(30);
  for (const { id, width } of files) {
    const answer = await owner.fetch(`/files/${id}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/webp');
    const { format, width: found } = await sharp(await answer.arrayBuffer()).metadata();
    expect({ format, width: found }).toEqual({ format: 'webp', width });
  }
  const door = new Browser(server.port);
  const { company } = await door.ask('{ company { logo { url } loginImage { url(width: 640) } } }');
  for (const { url } of [company.logo, company.loginImage]) expect((await door.fetch(url)).status).toBe(200);
}, 30_000);

test('nobody is in it whose address could be a stranger’s', async () => {
  expect(await ask(`SELECT email FROM identities WHERE email NOT LIKE '%.example'`)).toEqual([]);
});
