import { once } from 'node:events';
import { connect } from 'node:net';
import WebSocket from 'ws';
import { Admission, bounds } from '../src/app/admission';
import { theServer, type Reply, type Site } from './http';
import { until } from './living';
import { aCompany, type Someone } from './world';

const admitted = bounds.usual;

// How many that is follows the machine, which here is not what is told about; see `admission.test.ts`.
beforeEach(() => void jest.spyOn(Admission.prototype, 'adapt').mockReturnValue(undefined));
afterEach(() => jest.restoreAllMocks());

/** Everything that asks the database waits until it is released, as under load. */
function holdingUp({ server: { platform } }: Site) {
  const { readers } = platform;
  let release = () => undefined as void;
  const released = new Promise<void>((resolve) => (release = resolve));
  let waiting = 0;
  const slow = {
    open: () => readers.open(),
    forCompany: (id: string) => ({
      read: async (asked: never) => {
        waiting += 1;
        await released;
        return readers.forCompany(id).read(asked);
      },
    }),
  };
  Object.assign(platform, { readers: slow });
  return {
    waiting: () => waiting,
    release() {
      Object.assign(platform, { readers });
      release();
    },
  };
}

const ask = (site: Site, by: Someone) => site.graphql('{ viewer { id } }', { by });

const expectBusy = ({ status, headers, json }: Reply) => {
  expect(status).toBe(503);
  expect(Object.fromEntries(headers)).toMatchObject({
    'retry-after': '1',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none';frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  });
  expect(json.errors).toEqual([
    {
      message: 'Too many are asking at this moment. Ask again in a second.',
      extensions: { code: 'OVERLOADED', retryAfter: 1 },
    },
  ]);
};

test('who comes when too many are at work is told at once to come again, and whoever was let in is answered', async () => {
  const site = await theServer();
  const owner = await (await aCompany()).anOwner();
  const held = holdingUp(site);
  const first = Array.from({ length: admitted }, () => ask(site, owner));
  await until(() => held.waiting() === admitted);

  expectBusy(await ask(site, owner));
  expectBusy(await site.graphql('mutation { signOut { signedOut } }', { by: owner }));
  expectBusy(await site.fetch('/console', { headers: { accept: 'text/html' } }));
  expectBusy(await site.fetch('/files/x', { by: owner }));
  expectBusy(await site.fetch('/uploads?purpose=COMPANY_LOGO', { method: 'POST', by: owner, body: 'x' }));
  const socket = new WebSocket(`${site.address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const [, refused] = await once(socket, 'unexpected-response');
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '1']);
  // Nobody's session was looked up for that.
  expect(held.waiting()).toBe(admitted);
  expect((await site.fetch('/health/live')).status).toBe(200);
  expect((await site.fetch('/health/ready')).status).toBe(200);

  held.release();
  expect((await Promise.all(first)).map(({ status }) => status)).toEqual(first.map(() => 200));
  expect((await ask(site, owner)).json.data.viewer.id).toBe(owner.identityId);
});

test('whoever sends slowly or reads slowly takes nobody’s place', async () => {
  const site = await theServer();
  const owner = await (await aCompany()).anOwner();
  const slow = Array.from({ length: admitted + 20 }, () => {
    const socket = connect(site.server.port, '127.0.0.1').on('error', () => undefined);
    socket.write(
      'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
    );
    return socket;
  });
  await Promise.all(slow.map((socket) => once(socket, 'connect')));
  expect((await ask(site, owner)).status).toBe(200);
  for (const socket of slow) socket.destroy();
});

test('a request that fails, is refused, or is broken off frees its place', async () => {
  const site = await theServer();
  const owner = await (await aCompany()).anOwner();
  for (let time = 0; time < admitted; time += 1) {
    await site.graphql('{ nothing }');
    await site.fetch('/nothing');
    await site.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
  }
  const held = holdingUp(site);
  const gone = Array.from({ length: admitted }, () => {
    const body = JSON.stringify({ query: '{ company { name } }' });
    const socket = connect(site.server.port, '127.0.0.1').on('error', () => undefined);
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    return socket;
  });
  await until(() => held.waiting() === admitted);
  for (const socket of gone) socket.destroy();
  // The work goes on: who has left is no reason to let in more than can be done.
  expectBusy(await ask(site, owner));
  held.release();
  expect(await until(async () => (await ask(site, owner)).status === 200)).toBe(true);
});
