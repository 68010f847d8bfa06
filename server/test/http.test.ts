import { setTimeout as after } from 'node:timers/promises';
import { AccessState, UnitBuyer } from '../src/features/access/unit-buyer.entity';
import { Identity } from '../src/features/identities/identity.entity';
import { LinkPurpose } from '../src/features/identities/login-link.entity';
import { issueLink } from '../src/features/identities/links';
import { DemoMail } from '../src/features/mailbox/demo-mail.entity';
import { SaleState } from '../src/features/projects/unit.enums';
import { sql } from '../src/platform/database/sql';
import { theServer, type Reply, type Site } from './http';
import { aCompany, thePassword, theProduct, type Someone, type TestCompany } from './world';

jest.setTimeout(60_000);

let site: Site;
let builder: TestCompany;
let owner: Someone;
beforeAll(async () => {
  site = await theServer();
  builder = await aCompany({ name: 'Hearth & Home' });
  owner = await builder.anOwner();
});

const codesOf = ({ json }: Reply): string[] =>
  json.errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code);

const post = (body: string | Buffer, headers: Record<string, string> = {}) =>
  site.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

const SIGN_IN = `mutation ($email: String!, $password: String!) {
  signIn(input: { email: $email, password: $password }) { viewer { id } errors { code } } }`;

describe('the cookie of a session', () => {
  const signInAt = async (where: Site, host: (slug: string) => string) => {
    const { email } = await loginOf(builder, owner);
    const { data } = await builder.stranger().ask('{ company { slug } }');
    return where.graphql(SIGN_IN, {
      variables: { email, password: thePassword },
      headers: { host: host(data.company.slug) },
    });
  };

  test('on one’s own machine is out of reach of scripts and of other sites', async () => {
    const { headers, json } = await signInAt(site, (slug) => `${slug}.localhost`);
    expect(json.data.signIn.errors).toEqual([]);
    expect(headers.get('set-cookie')).toMatch(
      /^portico=[\w-]{86}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  test('in the open wants TLS and belongs to this host alone; signing out clears it', async () => {
    const open = await theServer({ publicUrl: 'https://portal.example' });
    const { headers } = await signInAt(open, (slug) => `${slug}.portal.example`);
    const cookie = headers.get('set-cookie')!;
    expect(cookie).toMatch(
      /^__Host-portico=[\w-]{86}; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const signedIn = { cookie: cookie.split(';')[0]! };
    expect((await open.graphql('{ viewer { id } }', { headers: signedIn })).json.data.viewer).not.toBeNull();
    const out = await open.graphql('mutation { signOut { signedOut } }', { headers: signedIn });
    expect(out.headers.get('set-cookie')).toMatch(
      /^__Host-portico=; Max-Age=0; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect((await open.graphql('{ viewer { id } }', { headers: signedIn })).json.data.viewer).toBeNull();
    expect((await open.fetch('/health/live')).headers.get('strict-transport-security')).toMatch(
      /max-age=\d{8}/,
    );
    await open.close();
  });

  test.each([
    'portico=',
    'portico=x',
    `portico=${'A'.repeat(86)}`,
    `portico=${'x'.repeat(9000)}`,
    'portico=%00',
    '=;;;=',
    'portico',
  ])('that nobody was given opens nothing: %s', async (cookie) => {
    const { status, json } = await site.graphql('{ viewer { id } }', { headers: { cookie } });
    expect([status, json]).toEqual([200, { data: { viewer: null } }]);
  });
});

test('whoever signs in or accepts an invitation is answered as herself at once', async () => {
  const accept = `mutation ($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) { viewer { homes { id } } errors { code } } }`;
  const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { viewer { homes { id } } errors { code } } }`;
  const unit = await builder.aUnit({ saleState: SaleState.SOLD });
  const { id: contactId, identityId, email } = await builder.aCustomer();
  const token = await builder.write(async (tx) => {
    await tx.insert(UnitBuyer, { unitId: unit.id, contactId, accessState: AccessState.INVITED });
    const { id } = await issueLink(tx, identityId!, LinkPurpose.INVITATION);
    return tx.platform.services.tokens.forLink(tx.companyId, id, LinkPurpose.INVITATION);
  });
  const herself = { viewer: { homes: [{ id: unit.id }] }, errors: [] };
  const { data } = await builder.stranger().ask('{ company { slug } }');
  const headers = { host: `${data.company.slug}.localhost` };
  const accepted = await site.graphql(accept, {
    headers,
    variables: { input: { token, password: thePassword, acceptedTermsVersion: '1' } },
  });
  expect(accepted.json).toEqual({ data: { acceptInvitation: herself } });
  const signedIn = await site.graphql(signIn, {
    headers,
    variables: { input: { email, password: thePassword } },
  });
  expect(signedIn.json).toEqual({ data: { signIn: herself } });
});

describe('B8 a page of another site', () => {
  const mutation = JSON.stringify({ query: 'mutation { signOut { signedOut } }' });

  test.each(['https://evil.example', 'null', 'http://localhost.evil.example', 'not an origin'])(
    'may not act from %s',
    async (origin) => {
      expect((await post(mutation, { origin, cookie: site.cookieOf(owner) })).status).toBe(403);
    },
  );

  test('may not act from the address of another company of ours', async () => {
    const answer = await post(mutation, { host: 'one.localhost:4000', origin: 'http://two.localhost:4000' });
    expect(answer.status).toBe(403);
  });

  test('may act from its own address', async () => {
    for (const origin of ['http://localhost:4000', site.address]) {
      expect((await post(JSON.stringify({ query: '{ viewer { id } }' }), { origin })).status).toBe(200);
    }
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'may not send %s',
    async (type) => {
      const { status } = await post(mutation, { 'content-type': type, cookie: site.cookieOf(owner) });
      expect([400, 415]).toContain(status);
      expect((await site.graphql('{ viewer { id } }', { by: owner })).json.data.viewer).not.toBeNull();
    },
  );

  test('may not change anything by an address', async () => {
    const path = `/graphql?query=${encodeURIComponent('mutation { signOut { signedOut } }')}`;
    const simple = await site.fetch(path, { by: owner });
    expect([simple.status, codesOf(simple)]).toEqual([400, ['BAD_REQUEST']]);
    const preflighted = await site.fetch(path, { by: owner, headers: { 'apollo-require-preflight': '1' } });
    expect(preflighted.status).toBe(405);
    expect((await site.graphql('{ viewer { id } }', { by: owner })).json.data.viewer).not.toBeNull();
  });
});

describe('errors', () => {
  test('tell the id of their request, which the answer carries as well', async () => {
    const answer = await site.graphql('{ project(id: "x") { id } }', { by: owner });
    expect(answer.json.errors[0].extensions).toEqual({
      code: 'NOT_FOUND',
      requestId: answer.headers.get('x-request-id'),
    });
    const early = await post('{');
    expect(early.json.errors[0].extensions).toEqual({
      code: 'BAD_REQUEST',
      requestId: early.headers.get('x-request-id'),
    });
  });

  test('of our own making are masked', async () => {
    const { platform } = site.server;
    const { readers } = platform;
    const broken = {
      forCompany: () => ({ read: () => Promise.reject(new Error('relation "secrets" does not exist')) }),
    };
    Object.assign(platform, { readers: broken });
    try {
      const answer = await site.graphql('{ company { name } }');
      expect(answer.text).not.toContain('secrets');
      expect(codesOf(answer)).toEqual(['INTERNAL_SERVER_ERROR']);
    } finally {
      Object.assign(platform, { readers });
    }
  });
});

describe('headers', () => {
  test('of an answer keep it out of every cache and frame', async () => {
    const { headers } = await site.graphql('{ viewer { id } }', { by: owner });
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers.has('x-powered-by') || headers.has('access-control-allow-origin')).toBe(false);
  });

  test('of a page allow no script but its own files', async () => {
    const { headers } = await site.fetch('/console', { headers: { accept: 'text/html' } });
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:|\*/);
  });

  test.each(['/invitation', '/reset', '/confirm-email'])(
    'C3 of the page at %s/… tell no other site the token that stands in its address',
    async (page) => {
      const { tokens } = (await theProduct()).platform.services;
      const token = tokens.forLink(builder.id, owner.identityId!, 'INVITATION');
      const answer = await site.fetch(`${page}/${token}`, { headers: { accept: 'text/html' } });
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      expect(answer.headers.get('cache-control')).toMatch(/no-cache|no-store/);
      expect(answer.text).not.toContain(token);
    },
  );

  test('C1 that lie change no link in a mail', async () => {
    const there = await aCompany();
    const member = await there.anOwner();
    const { data } = await there.stranger().ask('{ company { slug } }');
    const reset = 'mutation ($e: String!) { requestPasswordReset(input: { email: $e }) { requested } }';
    const { json } = await site.graphql(reset, {
      variables: { e: (await loginOf(there, member)).email },
      headers: {
        host: `${data.company.slug}.localhost`,
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
        'x-original-host': 'evil.example',
        forwarded: 'host=evil.example;proto=https',
      },
    });
    expect(json.data.requestPasswordReset.requested).toBe(true);
    const mail = await mailTo(there);
    expect(mail.html).toContain('http://localhost:4000/reset/');
    expect(mail.html + mail.text).not.toContain('evil.example');
    expect(mail.html + mail.text).not.toContain('https://localhost');
  });
});

async function loginOf(company: TestCompany, { identityId }: Someone): Promise<Identity> {
  return (await company.as('system').row(Identity, sql`row.id = ${identityId}`))!;
}

/** The mail that the server's worker has kept for the demo mailbox by now. */
async function mailTo(company: TestCompany): Promise<DemoMail> {
  for (let tries = 0; tries < 100; tries += 1) {
    const mail = await company.as('system').row(DemoMail, sql`TRUE`);
    if (mail) return mail;
    await after(100);
  }
  throw new Error('No mail came.');
}

describe('health', () => {
  test('is told to whoever asks', async () => {
    expect((await site.fetch('/health/live')).json).toEqual({ live: true });
    const ready = await site.fetch('/health/ready');
    expect([ready.status, ready.json]).toEqual([
      200,
      { ready: true, database: true, migrations: true, storage: true, queue: true },
    ]);
  });
});
