import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { Identity } from '../src/features/identities/identity.entity';
import { LinkPurpose } from '../src/features/identities/login-link.entity';
import { sql } from '../src/platform/database/sql';
import { createLog } from '../src/platform/log';
import { theServer, type Reply, type Site } from './http';
import { until } from './living';
import { aMailServer } from './mail-server';
import { aPicture } from './pictures';
import { aCompany, Someone, thePassword, type TestCompany } from './world';

/** A log at the most talkative level, and what it has written. */
function talkative() {
  let written = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString();
      done();
    },
  });
  return { log: createLog('trace', stream), written: () => written };
}

/** Words that nobody but these people would write. */
const marks = {
  firstName: 'Zzmarkfirst',
  lastName: 'Zzmarklast',
  email: 'zzmark.customer@mail-zzmark.example',
  ownerEmail: 'zzmark.owner@mail-zzmark.example',
  phone: '0499771155',
  notes: 'zzmark she has a dog',
  street: 'Zzmarkstraat',
  wrongPassword: 'zzmark wrong password',
  password: 'zzmark chosen password',
  fileName: 'zzmark-holiday.png',
  search: 'zzmarksearch',
};

const tokenIn = ({ headers }: Reply) => /=([\w-]{86});/.exec(headers.get('set-cookie') ?? '')![1]!;

const SIGN_IN = `mutation SignIn($input: SignInInput!) { signIn(input: $input) { viewer { id } errors { code } } }`;
const CREATE = `mutation CreateCustomer($input: CreateCustomerInput!) {
  createCustomer(input: $input) { contact { id } errors { code field reason } } }`;
const LINK = `mutation LinkCustomer($input: LinkCustomerInput!) { linkCustomer(input: $input) { buyer { id } errors { code } } }`;
const GRANT = `mutation GrantAccess($input: GrantAccessInput!) { grantAccess(input: $input) { buyers { id } errors { code } } }`;
const READ_LINK = 'query InvitationLink($token: String!) { invitationLink(token: $token) { state email } }';
const ACCEPT = `mutation AcceptInvitation($input: AcceptInvitationInput!) {
  acceptInvitation(input: $input) { viewer { id } errors { code } } }`;

/** From the first sign-in of an owner to the picture of the customer whom she invited; answers with all secrets that were used. */
async function aWholeStory(site: Site, builder: TestCompany): Promise<string[]> {
  const { slug } = (await builder.stranger().ask('{ company { slug } }')).data.company;
  const headers = { host: `${slug}.localhost` };
  const asked = async (query: string, variables: object, by?: Someone) => {
    const reply = await site.graphql(query, { variables, headers, ...(by && { by }) });
    expect(reply.json.errors).toBeUndefined();
    return reply;
  };

  await builder.anOwner({ email: marks.ownerEmail });
  const login = { email: marks.ownerEmail, password: marks.wrongPassword };
  await asked(SIGN_IN, { input: login });
  const signedIn = await asked(SIGN_IN, { input: { ...login, password: thePassword } });
  const owner = new Someone(builder, null, null, tokenIn(signedIn));

  const { firstName, lastName, email, phone, notes, street } = marks;
  const address = { street, houseNumber: '1', postalCode: '9000', city: 'Gent', country: 'BE' };
  const person = { firstName, lastName, email, phone, notes, address, language: 'EN' };
  const created = await asked(CREATE, { input: person }, owner);
  expect(created.json.data.createCustomer.errors).toEqual([]);
  await asked(CREATE, { input: person }, owner);
  const contactId = created.json.data.createCustomer.contact.id;
  const unit = await builder.aUnit({ saleState: 'SOLD' });
  const linked = await asked(LINK, { input: { unitId: unit.id, contactId } }, owner);
  await asked(GRANT, { input: { buyerIds: [linked.json.data.linkCustomer.buyer.id] } }, owner);

  const identity = await builder.as('system').row(Identity, sql`row.email = ${email}`);
  const token = await builder.tokenFor(identity!.id, LinkPurpose.INVITATION);
  await site.fetch(`/invitation/${token}`, { headers: { ...headers, accept: 'text/html' } });
  await site.fetch(`/assets/${token}.js`, { headers });
  await asked(READ_LINK, { token });
  const input = { token, password: marks.password, acceptedTermsVersion: '1' };
  const accepted = await asked(ACCEPT, { input });
  expect(accepted.json.data.acceptInvitation.errors).toEqual([]);
  const customer = new Someone(builder, null, null, tokenIn(accepted));

  const picture = await site.fetch('/uploads?purpose=PROFILE_PICTURE', {
    method: 'POST',
    by: customer,
    headers: { ...headers, 'content-type': 'image/png', 'x-file-name': marks.fileName },
    body: await aPicture(),
  });
  expect(picture.status).toBe(201);
  await site.fetch(picture.json.url, { by: customer, headers });
  return [owner.token!, customer.token!, token, thePassword];
}

/** Everything that can be asked wrongly, with words that nobody may read later. */
async function askedWrongly(site: Site, by: Someone): Promise<void> {
  const json = { 'content-type': 'application/json', 'x-request-id': `${marks.search}-0123456789` };
  const bodies = [
    `{"query": "${marks.search}`,
    `["${marks.search}"]`,
    JSON.stringify({ query: marks.search }),
  ];
  for (const body of bodies) await site.fetch('/graphql', { method: 'POST', headers: json, body, by });
  await site.graphql(`{ ${marks.search} }`, { by });
  await site.graphql('query ($a: ID!) { project(id: $a) { id } }', {
    by,
    variables: { a: { b: marks.search } },
  });
  await site.fetch(`/files/${marks.search}?x=${marks.search}`, { by });
  await site.fetch(`/uploads?purpose=${marks.search}`, { method: 'POST', by, body: marks.search });
  await site.fetch(`/${marks.search}`, { by });
}

async function aSocket(site: Site, { token }: Someone): Promise<void> {
  class Signed extends WebSocket {
    constructor(address: string, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie: `${site.cookieName}=${token}` } });
    }
  }
  const url = site.address.replace('http', 'ws');
  const client = createClient({ url: `${url}/graphql`, webSocketImpl: Signed, retryAttempts: 0 });
  const query = `subscription { viewerChanged { id ${marks.search} } }`;
  await client
    .iterate({ query })
    .next()
    .catch(() => undefined);
  await client.dispose();
}

test('C3 a log at its most talkative holds nobody’s data, no token and no address of a request', async () => {
  const { log, written } = talkative();
  // It repeats the address that it refuses, as mail servers do.
  const mails = await aMailServer({ recipient: `450 4.2.1 <${marks.email}> is busy` });
  const site = await theServer({ smtpUrl: mails.url, logLevel: 'trace' }, { log });
  const builder = await aCompany();
  const secrets = await aWholeStory(site, builder);
  const owner = await builder.anOwner();
  await askedWrongly(site, owner);
  await aSocket(site, owner);
  await until(() => written().includes('A job failed.'));
  const { readers } = site.server.platform;
  const broken = { read: () => Promise.reject(new Error(`<${marks.email}> is broken`)) };
  Object.assign(site.server.platform, { readers: { forCompany: () => broken } });
  const masked = await site.graphql('{ company { name } }', { by: owner });
  Object.assign(site.server.platform, { readers });
  await site.close();
  await mails.close();

  const { firstName, lastName, phone, notes, street, search, fileName, ...others } = marks;
  const words = [firstName, lastName, phone, notes, street, search, fileName, ...Object.values(others)];
  const found = [...words, ...secrets, owner.token!].filter((word) => written().includes(word));
  expect(found).toEqual([]);
  expect(written()).not.toMatch(/zzmark|[\w.]+@[\w-]+\.\w|portico=/i);

  const lines = written()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const answered = lines.filter(({ msg }) => msg === 'Answered.');
  expect(answered).toContainEqual(
    expect.objectContaining({ method: 'POST', route: '/graphql', operation: 'other', status: 200 }),
  );
  expect(answered.length).toBeGreaterThan(20);
  // The reference that a person quotes finds what is behind it.
  expect(lines).toContainEqual(
    expect.objectContaining({
      msg: 'An unexpected error was masked.',
      requestId: masked.headers.get('x-request-id'),
    }),
  );
});

describe('the id of a request', () => {
  const given = `from-the-proxy-${randomUUID()}`;

  test('is taken over from a trusted proxy, where it is harmless', async () => {
    const site = await theServer({ trustedProxies: ['127.0.0.0/8'] });
    const idOf = async (id: string) =>
      (await site.fetch('/health/live', { headers: { 'x-request-id': id } })).headers.get('x-request-id');
    expect(await idOf(given)).toBe(given);
    for (const harmful of ['short', 'a"}\t{"level":60', 'x'.repeat(65), 'emma@oever.example', '../../../etc'])
      expect(await idOf(harmful)).toMatch(/^[\da-f]{8}-[\da-f-]{27}$/);
  });

  test('is ours for everybody else', async () => {
    for (const trustedProxies of [[], ['10.0.0.0/8', '::1']]) {
      const site = await theServer({ trustedProxies });
      const { headers } = await site.fetch('/health/live', { headers: { 'x-request-id': given } });
      expect(headers.get('x-request-id')).toMatch(/^[\da-f]{8}-[\da-f-]{27}$/);
    }
  });
});
