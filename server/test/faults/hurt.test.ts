import { setTimeout as after } from 'node:timers/promises';
import { isAlive, until } from '../living';
import { aMailServer } from '../mail-server';
import { Api, type Answered } from './api';
import { losses } from './judge';
import { kill } from './installation';
import { openCompany, type Open } from './open-company';
import { acknowledgedIn } from './writers';

// It may have to build, and waits as long as the product does.
jest.setTimeout(300_000);

let mails: Awaited<ReturnType<typeof aMailServer>>;
let portico: Open;
beforeAll(async () => {
  mails = await aMailServer();
  portico = await openCompany({ SMTP_URL: mails.url }, 2);
});
afterEach(() => portico.writers.stop());
afterAll(async () => {
  await portico?.installation.discard();
  await mails?.close();
});

const bothProcesses = 8;

/** Asks on as many connections as reach every process. */
const asked = (query: string, variables?: object) =>
  Promise.all(Array.from({ length: bothProcesses }, () => portico.owner.post(query, variables)));

const lost = () => portico.installation.database((client) => losses(portico.writers.ledger, client));

const LEAD = `mutation ($input: CreateLeadInput!) { createLead(input: $input) { contact { id } errors { code message } } }`;
const aLead = { input: { firstName: 'Lena', lastName: 'Vogel' } };

function expectUnavailable({ status, headers, json }: Answered): void {
  expect({ status, after: headers.get('retry-after') }).toEqual({ status: 503, after: '5' });
  expect(json.errors[0].extensions).toMatchObject({ code: 'UNAVAILABLE', requestId: expect.any(String) });
  expect(JSON.stringify(json)).not.toMatch(/node_modules|\.js:|portico_|Query|SELECT/);
}

test('I6 while the database is frozen every request ends with a clear answer, and afterwards all is as before', async () => {
  const { installation, writers, owner } = portico;
  writers.begin('frozen', 3);
  await writers.acknowledge(20);
  installation.signalDatabase('SIGSTOP');
  try {
    const commands = asked(LEAD, aLead);
    const questions = asked('{ viewer { id } }');
    const strangers = new Api(installation.address).post('{ company { slug } }');
    // What a probe has found is believed for two seconds.
    await until(async () => !(await installation.isReady()));
    for (const answer of [...(await commands), ...(await questions), await strangers])
      expectUnavailable(answer);
    const upload = await fetch(`${installation.address}/uploads?purpose=COMPANY_LOGO`, {
      method: 'POST',
      headers: { 'x-file-name': 'logo.png', cookie: owner.cookie },
      body: 'bytes',
    });
    expect(upload.status).toBe(503);
  } finally {
    installation.signalDatabase('SIGCONT');
  }
  await installation.untilReady();
  await writers.acknowledge(20);
  await writers.stop();
  for (const answer of await asked('{ viewer { id } }')) expect(answer.json.data.viewer.id).toBeTruthy();
  expect(await lost()).toEqual([]);
});

test('a process that hangs without dying is ended and replaced, and nothing acknowledged is lost', async () => {
  const { installation, writers } = portico;
  const [hanging, other] = installation.servingPids;
  writers.begin('hanging', 3);
  await writers.acknowledge(5);
  kill(hanging!, 'SIGSTOP');
  await until(() => !isAlive(hanging!));
  await until(() => installation.servingPids.length === 2);
  expect(installation.servingPids).toContain(other);
  await installation.untilReady();
  await writers.acknowledge(20);
  await writers.stop();
  expect(installation.output).toContain('does nothing any more');
  expect(await lost()).toEqual([]);
});

test('I18 asked to end under load, it answers or refuses every request, ends with 0, and loses nothing', async () => {
  const { installation, writers } = portico;
  writers.begin('ending', 6);
  await writers.acknowledge(40);
  const from = Date.now();
  const code = await installation.end();
  expect({ code, soon: Date.now() - from < 30_000 }).toEqual({ code: 0, soon: true });
  await after(200);
  await writers.stop();
  const refusals = writers.ledger.flatMap(({ name, broke }) => (name.startsWith('ending') && broke) || []);
  // Before it was taken, or with the answer that it may be asked again: never half an answer.
  for (const why of refusals) expect(why).toMatch(/^503 |ECONNREFUSED|ECONNRESET|other side closed/);
  expect(acknowledgedIn(writers.ledger)).toBeGreaterThan(40);
  await installation.start(1);
  expect(await lost()).toEqual([]);
  const granted = writers.ledger.filter((sale) => sale.granted);
  await until(() => {
    const reached = new Set(mails.inbox.map(({ envelope }) => envelope.to[0]));
    return granted.every(({ email }) => reached.has(email));
  });
});
