import type { Rates } from '../src/platform/budgets';
import { theServer, type Reply, type Site } from './http';
import { aPicture } from './pictures';
import { aCompany, type Someone } from './world';

const plenty = 1_000_000;
const aSite = (given: Partial<Rates>, trustedProxies: string[] = []) =>
  theServer({ rates: { address: plenty, account: plenty, session: plenty, ...given }, trustedProxies });

/** The budgets of an address outlive a test: each begins in a minute of its own. */
let minutes = 0;
beforeEach(() => {
  minutes += 1;
  const now = Date.now();
  jest.spyOn(Date, 'now').mockImplementation(() => now + minutes * 60_000 - (now % 60_000));
});
afterEach(() => jest.restoreAllMocks());

const told = ({ status, headers, json }: Reply) => ({
  status,
  limit: headers.get('ratelimit-limit'),
  remaining: headers.get('ratelimit-remaining'),
  reset: headers.get('ratelimit-reset'),
  retryAfter: headers.get('retry-after'),
  code: json?.errors?.[0]?.extensions?.code ?? json?.errors?.[0]?.code,
});

const ask = (site: Site, by?: Someone, headers: Record<string, string> = {}) =>
  site.graphql('{ viewer { id } }', { headers, ...(by && { by }) });

describe('by address', () => {
  test('questions, uploads and files share a budget, and are told what is left of it', async () => {
    const site = await aSite({ address: 3 });
    expect(told(await ask(site))).toMatchObject({ status: 200, limit: '3', remaining: '2', reset: '60' });
    expect(told(await site.fetch('/files/x'))).toMatchObject({ status: 404, remaining: '1' });
    const upload = { method: 'POST', headers: { 'x-file-name': 'a.png' } };
    expect(told(await site.fetch('/uploads?purpose=PROFILE_PICTURE', upload))).toMatchObject({
      status: 401,
      remaining: '0',
    });
    const refused = {
      status: 429,
      limit: '3',
      remaining: '0',
      reset: '60',
      retryAfter: '60',
      code: 'RATE_LIMITED',
    };
    const { json, headers, ...answer } = await ask(site);
    expect(told({ json, headers, ...answer })).toEqual(refused);
    expect(json.errors[0].extensions).toMatchObject({
      retryAfter: 60,
      requestId: headers.get('x-request-id'),
    });
    expect(told(await site.fetch('/uploads', upload))).toEqual(refused);
    expect(told(await site.fetch('/files/x'))).toEqual(refused);
    expect((await site.fetch('/health/live')).status).toBe(200);
    expect((await site.fetch('/console', { headers: { accept: 'text/html' } })).status).not.toBe(429);
  });

  test('a forged X-Forwarded-For gains nothing', async () => {
    const direct = await aSite({ address: 2 });
    const forged = (n: number) => ({ 'x-forwarded-for': `203.0.113.${n}`, forwarded: `for=203.0.113.${n}` });
    for (const n of [1, 2]) expect((await ask(direct, undefined, forged(n))).status).toBe(200);
    expect((await ask(direct, undefined, forged(3))).status).toBe(429);
  });

  test('behind a trusted proxy each visitor has her own, whatever she writes herself', async () => {
    const proxied = await aSite({ address: 2 }, ['127.0.0.1']);
    const through = (client: string, written: string) => ({ 'x-forwarded-for': `${written}, ${client}` });
    for (const n of [1, 2])
      expect((await ask(proxied, undefined, through('198.51.100.7', `203.0.113.${n}`))).status).toBe(200);
    expect((await ask(proxied, undefined, through('198.51.100.7', '203.0.113.3'))).status).toBe(429);
    expect((await ask(proxied, undefined, through('198.51.100.8', '203.0.113.3'))).status).toBe(200);
  });

  test('with IPv6 a whole network is one', async () => {
    const proxied = await aSite({ address: 1 }, ['127.0.0.1']);
    const from = (address: string) => ask(proxied, undefined, { 'x-forwarded-for': address });
    expect((await from('2001:db8:1:2::1')).status).toBe(200);
    expect((await from('2001:db8:1:2:ffff::9')).status).toBe(429);
    expect((await from('2001:db8:1:3::1')).status).toBe(200);
  });
});

describe('by session and by account', () => {
  const long = '{ projects(first: 100) { edges { node { id name } } } }';

  test('B1 a question costs what it asks for', async () => {
    const site = await aSite({ session: 12 });
    const owner = await (await aCompany()).anOwner();
    expect(told(await ask(site, owner))).toMatchObject({ status: 200, limit: '12', remaining: '11' });
    const answer = await site.graphql(long, { by: owner });
    expect(told(answer)).toMatchObject({ status: 200, remaining: '2' });
    const { json, headers, ...rest } = await site.graphql(long, { by: owner });
    expect(told({ json, headers, ...rest })).toMatchObject({
      status: 429,
      limit: '12',
      remaining: '2',
      retryAfter: '60',
      code: 'RATE_LIMITED',
    });
    expect(json).toEqual({
      errors: [
        {
          message: 'Too many requests. Try again in 60 seconds.',
          extensions: { code: 'RATE_LIMITED', retryAfter: 60, requestId: headers.get('x-request-id') },
        },
      ],
    });
    expect((await ask(site, owner)).status).toBe(200);
  });

  test('another session of the same person shares the account, and another person does not', async () => {
    const site = await aSite({ account: 3, session: 2 });
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const elsewhere = await builder.signedIn(owner.identityId!);
    expect((await ask(site, owner)).status).toBe(200);
    expect((await ask(site, owner)).status).toBe(200);
    expect((await ask(site, owner)).status).toBe(429);
    expect(told(await ask(site, elsewhere))).toMatchObject({ status: 200, limit: '3', remaining: '0' });
    expect((await ask(site, elsewhere)).status).toBe(429);
    expect((await ask(site, await builder.anOwner())).status).toBe(200);
  });

  test('the portal has a quarter of what the team has', async () => {
    const site = await aSite({ session: 8 });
    const builder = await aCompany();
    const customer = await builder.aBuyer(await builder.aUnit());
    expect(told(await ask(site, customer))).toMatchObject({ status: 200, limit: '2', remaining: '1' });
    expect((await ask(site, customer)).status).toBe(200);
    expect((await ask(site, customer)).status).toBe(429);
  });

  test('a picture costs more than a question', async () => {
    const site = await aSite({ session: 400 });
    const owner = await (await aCompany()).anOwner();
    const upload = async () =>
      site.fetch('/uploads?purpose=COMPANY_LOGO', {
        method: 'POST',
        by: owner,
        headers: { 'content-type': 'image/png', 'x-file-name': 'a.png' },
        body: await aPicture(),
      });
    expect(told(await upload())).toMatchObject({ status: 201, limit: '400', remaining: '200' });
    expect(told(await upload())).toMatchObject({ status: 201, remaining: '0' });
    expect(told(await upload())).toMatchObject({ status: 429, retryAfter: '60', code: 'RATE_LIMITED' });
  });
});
