import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'graphql-ws';
import { Client } from 'pg';
import WebSocket from 'ws';
import { emptyDatabase } from '../../test/database';
import { Line, processAt } from '../../test/line';
import { isAlive, serversOf, until } from '../../test/living';
import { aMailServer } from '../../test/mail-server';
import { freePort, Process, type, typeStart, type Served } from '../../test/terminal';
import { postmasterOf } from './postmaster';

// The first one may have to build.
jest.setTimeout(240_000);

const folder = mkdtempSync(join(tmpdir(), 'portico-processes-'));
afterAll(() => {
  // Left behind where the start that should have joined it has failed.
  const database = postmasterOf(join(folder, 'embedded/postgres'));
  if (database) process.kill(database.pid, 'SIGQUIT');
  rmSync(folder, { recursive: true, force: true });
});

let count = 0;
const aDatabase = () =>
  emptyDatabase(`processes_${process.env.JEST_WORKER_ID}_${Date.now()}_${(count += 1)}`);
const two = { WEB_CONCURRENCY: '2', TRUSTED_PROXIES: '127.0.0.1,::1' };

let demo: Record<string, string>;
beforeAll(async () => {
  demo = { ...two, DATABASE_URL: await aDatabase(), DATA_DIR: join(folder, 'demo') };
});

const portOf = ({ address }: Served) => Number(new URL(address).port);

/** A line to each of the processes. */
async function lines(served: Served, network?: string): Promise<[Line, Line]> {
  const found = new Map<number, Line>();
  while (found.size < 2) {
    const line = new Line(portOf(served), network);
    await line.get('/health/live');
    found.set(line.servedBy, line);
  }
  return [...found.values()] as [Line, Line];
}

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } errors { code } } }';
const emma = { email: 'emma@oever.example', password: 'riverside-doorstep' };

async function asEmma(...all: Line[]): Promise<void> {
  const [first, ...others] = all;
  expect((await first!.ask(SIGN_IN, { input: emma })).data.signIn.errors).toEqual([]);
  for (const other of others) other.cookie = first!.cookie;
}

const gone = async (pids: number[]) => until(() => !pids.some(isAlive));

/** Whether a program of ours may listen there. */
const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, 'localhost');
    socket.once('connect', () => resolve(false)).once('error', () => resolve(true));
    socket.once('connect', () => socket.destroy());
  });

describe('two processes', () => {
  test('share one port, and the table of addresses comes once', async () => {
    const served = await typeStart(demo);
    const { main, serving } = serversOf(served.process.pid);
    const both = await lines(served);
    expect(both.map(({ servedBy }) => servedBy).toSorted()).toEqual(serving.toSorted());
    expect(serving).not.toContain(main);
    for (const line of both) {
      expect(await line.get('/health/live')).toEqual({ status: 200, body: '{"live":true}' });
      expect((await line.get('/health/ready')).status).toBe(200);
      expect((await line.ask('{ company { slug } }')).data.company.slug).toBe('oever-demo');
    }
    expect(served.process.output.split('Portico is ready.')).toHaveLength(2);
  });

  test('tell their figures together, whichever is asked', async () => {
    const METRICS_TOKEN = 'a token that only Prometheus knows';
    const served = await typeStart({ ...demo, METRICS_TOKEN });
    const both = await lines(served);
    for (const line of both) for (let time = 0; time < 3; time += 1) await line.get('/health/live');
    const headers = { authorization: `Bearer ${METRICS_TOKEN}`, connection: 'close' };
    const lives = /^portico_requests_total\{route="\/health\/live",operation="",status="200"\} (\d+)$/m;
    const counted = async () => {
      const answer = await fetch(`${served.address}/metrics`, { headers });
      return Number(lives.exec(await answer.text())![1]);
    };
    // A line may have asked more often until it had found its process.
    const first = await counted();
    expect(first).toBeGreaterThanOrEqual(8);
    expect([await counted(), await counted(), await counted()]).toEqual([first, first, first]);
  });

  test('G1 a change through one reaches the page that the other keeps open', async () => {
    const served = await typeStart(demo);
    const both = await lines(served);
    await asEmma(...both);
    let keeper = 0;
    class Signed extends WebSocket {
      constructor(address: string, protocols?: string | string[]) {
        super(address, protocols, { headers: { cookie: both[0].cookie } });
        this.on('upgrade', ({ socket }) => (keeper = processAt(portOf(served), socket.localPort!)));
      }
    }
    const url = `${served.address.replace('http', 'ws')}/graphql`;
    const page = createClient({ url, webSocketImpl: Signed, retryAttempts: 0 });
    const names: string[] = [];
    page.subscribe<{ viewerChanged: { name: string } }>(
      { query: 'subscription { viewerChanged { name } }' },
      {
        next: ({ data }) => names.push(data!.viewerChanged.name),
        error: () => undefined,
        complete: () => undefined,
      },
    );
    await until(() => keeper);
    const writer = both.find(({ servedBy }) => servedBy !== keeper)!;
    const CHANGE =
      'mutation ($input: UpdateMyProfileInput!) { updateMyProfile(input: $input) { errors { code } } }';
    // Nobody tells when the subscription stands.
    for (let time = 0; names.length === 0; time += 1) {
      const changed = await writer.ask(CHANGE, { input: { firstName: `Emma ${time}` } });
      expect(changed.data.updateMyProfile.errors).toEqual([]);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(names[0]).toMatch(/^Emma \d+ Hartley$/);
    expect(writer.servedBy).not.toBe(keeper);
    await page.dispose();
  });

  test('send each mail once', async () => {
    const mails = await aMailServer();
    const served = await typeStart({ ...demo, SMTP_URL: mails.url });
    const both = await lines(served);
    const RESET =
      'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { requested } }';
    const people = ['emma@oever.example', 'daniel@oever.example', 'olivia@mail.example'];
    await Promise.all(people.map((email, n) => both[n % 2]!.ask(RESET, { input: { email } })));
    await until(() => mails.inbox.length >= people.length);
    // What was taken twice would be sent before the processes have ended.
    expect(await served.process.end()).toBe(0);
    await mails.close();
    expect(mails.inbox.map(({ envelope }) => envelope.to[0]).toSorted()).toEqual(people.toSorted());
  });

  test('C9 count guesses together, also those of the same moment', async () => {
    const served = await typeStart(demo);
    const network = '198.51.100.7';
    const guessers = (await Promise.all(Array.from({ length: 12 }, () => lines(served, network)))).flat();
    const guess = { input: { email: 'daniel@oever.example', password: 'not the password' } };
    const answers = await Promise.all(guessers.map((line) => line.ask(SIGN_IN, guess)));
    const codes = answers.map(
      ({ data, errors }) => data?.signIn?.errors?.[0]?.code ?? errors[0].extensions.code,
    );
    const counted = (code: string) => codes.filter((each) => each === code).length;
    expect([counted('VALIDATION_FAILED'), counted('RATE_LIMITED')]).toEqual([10, 14]);
  });
});

describe('a process that is killed', () => {
  test('I1 I2 takes nothing along that was acknowledged, is replaced, and the other answers all the while', async () => {
    const served = await typeStart(demo);
    const [victim, witness] = await lines(served);
    await asEmma(witness, victim);
    const killed = victim.servedBy;
    const ADD = 'mutation ($input: CreateLeadInput!) { createLead(input: $input) { contact { id } } }';
    const acknowledged: string[] = [];
    while (isAlive(killed)) {
      const input = { firstName: 'Ada', lastName: `Before ${acknowledged.length}` };
      const answer = await victim.ask(ADD, { input }).catch(() => null);
      if (!answer) continue;
      acknowledged.push(answer.data.createLead.contact.id);
      // While the next one is on its way, or just before.
      if (acknowledged.length === 5) setImmediate(() => process.kill(killed, 'SIGKILL'));
    }
    for (const id of acknowledged) {
      const found = await witness.ask('query ($id: ID!) { contact(id: $id) { id } }', { id });
      expect(found.data.contact).toEqual({ id });
    }
    const { serving } = await until(() => {
      const now = serversOf(served.process.pid);
      return now.serving.length === 2 ? now : null;
    });
    expect(serving).not.toContain(killed);
    const both = await lines(served);
    for (const line of both) expect((await line.get('/health/ready')).status).toBe(200);
    const told = served.process.output.split('\n').filter((line) => line.includes('has ended'));
    expect(told.map((line) => JSON.parse(line))).toMatchObject([{ level: 50, how: 'SIGKILL' }]);
  });

  test('as the main one, leaves none that serves, and the next start works, also with more of them', async () => {
    const PORT = await freePort();
    const env = { ...two, DATA_DIR: join(folder, 'embedded'), DEMO: 'false', PORT };
    const { process: first } = await typeStart(env);
    const { main, serving } = serversOf(first.pid);
    process.kill(main, 'SIGKILL');
    expect(await first.exit()).not.toBe(0);
    await gone(serving);
    expect(await isFree(Number(PORT))).toBe(true);
    // Its database has outlived it, and allows fewer connections than these need.
    const { process: next } = await typeStart({ ...env, WEB_CONCURRENCY: '5' });
    const found = serversOf(next.pid).serving;
    expect(found).toHaveLength(5);
    expect(await next.end()).toBe(0);
    await gone(found);
  });
});

describe('asked to end', () => {
  const body = JSON.stringify({ query: '{ company { slug } }' });

  /** A request in hand that misses its last byte, and the wish to end, which has begun to be done. */
  async function inHand(served: Served) {
    const servers = serversOf(served.process.pid);
    const line = new Line(portOf(served));
    await line.get('/health/live');
    const asked = line.begin({ method: 'POST', path: '/graphql' });
    asked.setHeader('content-length', body.length);
    asked.write(body.slice(0, -1));
    // Whoever answers these has read what came before.
    for (let time = 0; time < 4; time += 1) await new Line(portOf(served)).get('/health/ready');
    const answered = line.answer(asked);
    process.kill(served.process.pid, 'SIGTERM');
    await until(() => isFree(portOf(served)));
    return { all: [servers.main, ...servers.serving], asked, answered };
  }

  test('I18 they finish the request in hand, and none is left', async () => {
    const served = await typeStart(demo);
    const { all, asked, answered } = await inHand(served);
    asked.end(body.at(-1));
    expect(await answered).toMatchObject({ status: 200, body: expect.stringContaining('oever-demo') });
    expect(await served.process.exit()).toBe(0);
    await gone(all);
  });

  test.each([['1'], ['2']])('a second time, %s ends at once', async (processes) => {
    const served = await typeStart({ ...demo, WEB_CONCURRENCY: processes });
    const { all, answered } = await inHand(served);
    const outcome = answered.then(
      () => 'answered',
      () => 'cut',
    );
    // Within a second it could be the same wish, passed on twice.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    process.kill(served.process.pid, 'SIGTERM');
    expect(await outcome).toBe('cut');
    expect(await served.process.exit()).toBe(1);
    await gone(all);
  });
});

describe('a start that is refused ends with one sentence, and leaves nothing behind', () => {
  test('I5 when the port is taken just before they listen', async () => {
    const PORT = await freePort();
    const env = { ...two, PORT, DATABASE_URL: await aDatabase(), DATA_DIR: join(folder, 'taken') };
    const start = new Process('start.mjs', { env });
    await start.says('Migrated the database');
    const { main } = serversOf(start.pid);
    const other = createServer().listen(Number(PORT), 'localhost');
    expect(await start.exit()).toBe(1);
    other.close();
    expect(start.output.match(new RegExp(`Port ${PORT} on localhost`, 'g'))).toHaveLength(1);
    expect(start.output).toMatch(/is taken by another program; set PORT to a free one[^\n]*\n\n$/);
    expect(isAlive(main)).toBe(false);
  });

  test('when the database allows too few connections', async () => {
    const DATABASE_URL = await aDatabase();
    const owner = new Client(DATABASE_URL);
    await owner.connect();
    await owner.query(`ALTER DATABASE ${new URL(DATABASE_URL).pathname.slice(1)} CONNECTION LIMIT 40`);
    await owner.end();
    const env = { ...two, DATABASE_URL, DATA_DIR: join(folder, 'few'), DEMO: 'false' };
    const refused = await type('start.mjs', { env: { ...env, PORT: await freePort() } });
    expect(refused).toEqual({
      code: 1,
      output: expect.stringMatching(
        /The database allows 40 connections, and Portico may need \d+ for WEB_CONCURRENCY=2; .* to 1\.\n\n$/,
      ),
    });
    await typeStart({ ...env, WEB_CONCURRENCY: '1' });
  });
});
