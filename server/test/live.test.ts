import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';
import { startServer, type RunningServer } from '../src/app/server';
import { SessionCookie } from '../src/app/session-cookie';
import { AccessState, UnitBuyer } from '../src/features/access/unit-buyer.entity';
import { readConfig } from '../src/platform/config';
import { publish } from '../src/platform/live';
import { aCompany, acceptedPassword, theProduct, type TestCompany } from './world';

let server: RunningServer;
let config: Parameters<typeof startServer>[0];
const clients: Client[] = [];

beforeAll(async () => {
  const { database, platform } = await theProduct();
  const { dataDir, secret } = platform.services.config;
  config = {
    ...readConfig({ NODE_ENV: 'test', DATA_DIR: dataDir, LOG_LEVEL: 'silent' }),
    secret,
    port: 0,
    host: '127.0.0.1',
  };
  server = await startServer(config, database);
});

afterEach(() => clients.splice(0).forEach((client) => void client.dispose()));

afterAll(() => server.close());

function socketOf(token: string, headers: Record<string, string> = {}): Client {
  const cookie = `${new SessionCookie(config).name}=${token}`;
  class Signed extends WebSocket {
    constructor(address: string, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie, ...headers } });
    }
  }
  const client = createClient({
    url: `ws://127.0.0.1:${server.port}/graphql`,
    webSocketImpl: Signed,
    retryAttempts: 0,
  });
  clients.push(client);
  return client;
}

interface Heard {
  next(): Promise<{
    value?: { data?: Record<string, unknown> | null; errors?: readonly { extensions?: object }[] };
    done?: boolean;
  }>;
}

const CHANGED = 'subscription { viewerChanged { id homes { id } } }';

async function aCustomerAtHome(builder: TestCompany) {
  const unit = await builder.aUnit({ saleState: 'SOLD' });
  const contact = await builder.aCustomer({ passwordHash: acceptedPassword });
  const buyer = await builder.write((tx) =>
    tx.insert(UnitBuyer, { unitId: unit.id, contactId: contact.id, accessState: AccessState.ACTIVE }),
  );
  return { buyer, unit, customer: await builder.signedIn(contact.identityId!) };
}

/** Long enough for the subscription to stand at the server. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 400));

test('A11 G1 an open page hears within a second that its home is gone, and when it is back', async () => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const { buyer, unit, customer } = await aCustomerAtHome(builder);
  const heard = socketOf(customer.token!).iterate({ query: CHANGED }) as unknown as Heard;
  const first = heard.next();
  await settled();
  const before = Date.now();
  await owner.ask(
    'mutation ($input: RevokeAccessInput!) { revokeAccess(input: $input) { errors { code } } }',
    {
      input: { buyerId: buyer.id },
    },
  );
  const { value } = await first;
  expect(Date.now() - before).toBeLessThan(1000);
  expect(value).toEqual({ data: { viewerChanged: { id: customer.identityId, homes: [] } } });
  const input = { buyerId: buyer.id };
  const back = heard.next();
  await owner.ask(
    'mutation ($input: RestoreAccessInput!) { restoreAccess(input: $input) { errors { code } } }',
    { input },
  );
  const homes = [{ id: unit.id }];
  expect((await back).value).toEqual({ data: { viewerChanged: { id: customer.identityId, homes } } });
});

test('G2 what happens to a neighbour or in another company is not heard', async () => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const { customer, unit } = await aCustomerAtHome(builder);
  const neighbour = await aCustomerAtHome(builder);
  const heard = socketOf(customer.token!).iterate({ query: CHANGED }) as unknown as Heard;
  let events = 0;
  const first = heard.next().then((event) => {
    events += 1;
    return event;
  });
  await settled();
  await owner.ask(
    'mutation ($input: RevokeAccessInput!) { revokeAccess(input: $input) { errors { code } } }',
    {
      input: { buyerId: neighbour.buyer.id },
    },
  );
  await settled();
  expect(events).toBe(0);
  await builder.write(async (tx) => publish(tx, customer.identityId));
  expect((await first).value?.data).toEqual({
    viewerChanged: { id: customer.identityId, homes: [{ id: unit.id }] },
  });
});

test('a stranger opens no stream', async () => {
  const heard = socketOf('nobody').iterate({ query: CHANGED }) as unknown as Heard;
  expect((await heard.next()).value?.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  expect((await heard.next()).done).toBe(true);
});

test('queries and mutations do not go by socket', async () => {
  const builder = await aCompany();
  const { customer } = await aCustomerAtHome(builder);
  const heard = socketOf(customer.token!).iterate({ query: '{ viewer { id } }' }) as unknown as Heard;
  const { value } = await heard.next().catch((errors: object[]) => ({ value: { data: null, errors } }));
  expect(value?.data ?? null).toBeNull();
});

test('a page of another site opens no socket', async () => {
  const builder = await aCompany();
  const { customer } = await aCustomerAtHome(builder);
  const heard = socketOf(customer.token!, { origin: 'https://elsewhere.example' }).iterate({
    query: CHANGED,
  });
  await expect((heard as unknown as Heard).next()).rejects.toBeDefined();
});

const around = (times: number): string => (times ? `project { singleUnit { ${around(times - 1)} id } }` : '');
const manyUnits = (inside: string) => `project { units(first: 100) { edges { node { ${inside} } } } }`;

test.each([
  ['too deep', `homes { ${around(6)} }`],
  ['full of aliases', Array.from({ length: 60 }, (_, n) => `a${n}: id`).join(' ')],
  ['too dear', `homes { ${manyUnits(manyUnits('id'))} }`],
])('B2 a stream that is %s is refused as by HTTP', async (_what, asked) => {
  const builder = await aCompany();
  const { customer } = await aCustomerAtHome(builder);
  const heard = socketOf(customer.token!).iterate({
    query: `subscription { viewerChanged { ${asked} } }`,
  }) as unknown as Heard;
  const { value } = await heard.next();
  expect(value?.errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
});

test('B4 a socket suggests no field of the schema', async () => {
  const builder = await aCompany();
  const { customer } = await aCustomerAtHome(builder);
  const heard = socketOf(customer.token!).iterate({
    query: 'subscription { viewerChanged { home { id } } }',
  }) as unknown as Heard;
  const told = await heard.next().catch((errors: unknown) => errors);
  expect(JSON.stringify(told)).toContain('Cannot query field');
  expect(JSON.stringify(told)).not.toContain('Did you mean');
});

test('what breaks on our side is not told to a socket', async () => {
  const builder = await aCompany();
  const { customer } = await aCustomerAtHome(builder);
  const heard = socketOf(customer.token!).iterate({ query: CHANGED }) as unknown as Heard;
  const first = heard.next();
  await settled();
  const { readers } = server.platform;
  const broken = {
    forCompany: (id: string) => ({
      read: (asked: { text: string }) =>
        asked.text.includes('unit_buyers row')
          ? Promise.reject(new Error('relation "secrets" does not exist'))
          : readers.forCompany(id).read(asked as never),
    }),
  };
  Object.assign(server.platform, { readers: broken });
  try {
    await builder.write(async (tx) => publish(tx, customer.identityId));
    const { value } = await first;
    expect(value?.errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(JSON.stringify(value)).not.toContain('secrets');
  } finally {
    Object.assign(server.platform, { readers });
  }
});
