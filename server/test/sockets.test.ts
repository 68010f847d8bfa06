import { once } from 'node:events';
import WebSocket from 'ws';
import type { ReadyConfig } from '../src/platform/config';
import { theServer, type Site } from './http';
import { until } from './living';
import { aCompany, type Someone } from './world';

const open = new Set<WebSocket>();
afterEach(() => {
  for (const socket of open) socket.terminate();
  open.clear();
});

interface Wanted {
  by?: Someone;
  headers?: Record<string, string>;
}

function socketAt(site: Site, { by, headers }: Wanted = {}): WebSocket {
  const socket = new WebSocket(`${site.address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers: { ...(by && { cookie: site.cookieOf(by) }), ...headers },
  });
  open.add(socket);
  socket.on('error', () => undefined);
  return socket;
}

const say = (socket: WebSocket, message: object) => socket.send(JSON.stringify(message));

/** One that has said who it is and was heard. */
async function greeted(site: Site, wanted?: Wanted): Promise<WebSocket> {
  const socket = socketAt(site, wanted);
  await once(socket, 'open');
  say(socket, { type: 'connection_init' });
  await once(socket, 'message');
  return socket;
}

/** How it came to its end. */
const ended = async (socket: WebSocket) => ((await once(socket, 'close')) as [number])[0];

/** What is answered to an opening that is refused. */
async function refusal(site: Site, wanted?: Wanted) {
  const [, answer] = await once(socketAt(site, wanted), 'unexpected-response');
  const { statusCode, headers } = answer as { statusCode: number; headers: Record<string, string> };
  return { status: statusCode, retryAfter: headers['retry-after'] };
}

const subscription = (id: number) => ({
  id: `${id}`,
  type: 'subscribe',
  payload: { query: 'subscription { viewerChanged { id } }' },
});

const rates = (address: number): Partial<ReadyConfig> => ({
  rates: { address, account: 1e9, session: 1e9 },
});

/** How many the server holds. */
async function held(site: Site): Promise<number> {
  const told = await site.server.platform.services.metrics.registry.getMetricsAsJSON();
  return Number(told.find(({ name }) => name === 'portico_sockets')!.values[0]!.value);
}

test('a page of another site opens no socket', async () => {
  const site = await theServer();
  for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example'])
    expect(await refusal(site, { headers: { origin } })).toMatchObject({ status: 403 });
  await greeted(site, { headers: { origin: 'http://localhost:4000' } });
});

test('B2 a message of more than 16 kB closes its socket', async () => {
  const site = await theServer();
  const socket = await greeted(site);
  say(socket, { type: 'ping', payload: { x: 'x'.repeat(17_000) } });
  expect(await ended(socket)).toBe(1009);
});

test('B2 what is no message of the protocol closes its socket', async () => {
  const site = await theServer();
  for (const message of ['{', '[]', '{"type":"unheard"}']) {
    const socket = await greeted(site);
    socket.send(message);
    expect(await ended(socket)).toBe(4400);
  }
});

test('B2 twenty streams are the most of one socket', async () => {
  const site = await theServer();
  const owner = await (await aCompany()).anOwner();
  const socket = await greeted(site, { by: owner });
  for (let id = 1; id <= 21; id += 1) say(socket, subscription(id));
  const [message] = (await once(socket, 'message')) as [Buffer];
  expect(JSON.parse(message.toString())).toMatchObject({
    id: '21',
    type: 'error',
    payload: [{ extensions: { code: 'RATE_LIMITED' } }],
  });
});

let count = 100;

describe('rates', () => {
  test('an address that has opened too many sockets is told when to come again', async () => {
    const site = await theServer(rates(3));
    const headers = { 'x-forwarded-for': '203.0.113.9' };
    for (let time = 0; time < 3; time += 1) await once(socketAt(site, { headers }), 'open');
    // Trusting nobody, the server takes no word for another address.
    const forged = { 'x-forwarded-for': '203.0.113.10' };
    expect(await refusal(site, { headers: forged })).toEqual({
      status: 429,
      retryAfter: expect.stringMatching(/^\d+$/),
    });
  });

  test('behind a trusted proxy every visitor has her own', async () => {
    const site = await theServer({ ...rates(1), trustedProxies: ['127.0.0.1'] });
    const of = (client: string) => ({ headers: { 'x-forwarded-for': `203.0.113.77, ${client}` } });
    await once(socketAt(site, of('198.51.100.21')), 'open');
    expect((await refusal(site, of('198.51.100.21'))).status).toBe(429);
    await once(socketAt(site, of('198.51.100.22')), 'open');
  });

  test.each([
    ['messages', (socket: WebSocket) => say(socket, { type: 'ping' })],
    ['pings', (socket: WebSocket) => socket.ping()],
  ])('whoever sends too many %s is closed', async (_what, chatter) => {
    const site = await theServer({ ...rates(20), trustedProxies: ['127.0.0.1'] });
    const headers = { 'x-forwarded-for': `203.0.113.${(count += 1)}` };
    const socket = await greeted(site, { headers });
    for (let time = 0; time < 30; time += 1) chatter(socket);
    expect(await ended(socket)).toBe(4429);
  });

  test('streams are counted by session, as questions are', async () => {
    const site = await theServer({ rates: { address: 1e9, account: 1e9, session: 2 } });
    const owner = await (await aCompany()).anOwner();
    const socket = await greeted(site, { by: owner });
    for (let id = 1; id <= 3; id += 1) say(socket, subscription(id));
    const [message] = (await once(socket, 'message')) as [Buffer];
    const { id, payload } = JSON.parse(message.toString());
    expect([id, payload.errors[0].extensions]).toEqual([
      '3',
      { code: 'RATE_LIMITED', retryAfter: expect.any(Number), requestId: expect.any(String) },
    ]);
  });
});

describe('G5 a reader that does not read', () => {
  const asked = JSON.stringify({ type: 'ping', payload: { x: 'x'.repeat(8_000) } });

  test.each([
    ['to what it asks', (socket: WebSocket) => socket.send(asked)],
    ['to what its connection asks', (socket: WebSocket) => socket.ping('x'.repeat(125))],
  ])('%s is cut off, and the others are heard all the while', async (_what, flood) => {
    const site = await theServer();
    const owner = await (await aCompany()).anOwner();
    const deaf = await greeted(site, { by: owner });
    const other = await greeted(site, { by: owner });
    expect(await held(site)).toBe(2);
    deaf.pause();
    await until(async () => {
      for (let time = 0; time < 2_000 && deaf.readyState === WebSocket.OPEN; time += 1) flood(deaf);
      return (await held(site)) === 1;
    });
    say(other, { type: 'ping' });
    const [message] = (await once(other, 'message')) as [Buffer];
    expect(JSON.parse(message.toString())).toEqual({ type: 'pong' });
  });
});
