import { Identity } from '../src/features/identities/identity.entity';
import { sql } from '../src/platform/database/sql';
import { theServer, type Site } from './http';
import { aCompany, thePassword, type Someone, type TestCompany } from './world';

jest.setTimeout(60_000);

let site: Site;
beforeAll(async () => {
  site = await theServer();
});

const VIEWER = '{ viewer { id name roles homes { id } contact { id } } company { name } }';
const UPDATE =
  'mutation ($input: UpdateMyProfileInput!) { updateMyProfile(input: $input) { viewer { id } errors { code } } }';

/** A customer whose only home is open, and how access to it ends. */
async function aHome() {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const unit = await builder.aUnit({ saleState: 'SOLD' });
  const customer = await builder.aBuyer(unit);
  const { data } = await owner.ask('query ($id: ID!) { unit(id: $id) { buyers { id contact { id } } } }', {
    id: unit.id,
  });
  const [buyer] = data.unit.buyers;
  const tell = async (command: 'revokeAccess' | 'restoreAccess') => {
    const type = `${command[0]!.toUpperCase()}${command.slice(1)}Input`;
    const asked = `mutation ($input: ${type}!) { ${command}(input: $input) { errors { code } } }`;
    const answer = await owner.ask(asked, { input: { buyerId: buyer.id } });
    expect(answer.data[command].errors).toEqual([]);
  };
  return { builder, unit, customer, contactId: buyer.contact.id as string, tell };
}

const told = async (by: Someone, query: string, variables?: unknown) => {
  const { json } = await site.graphql(query, { by, variables });
  const errors: { extensions: { code: string } }[] = json.errors ?? [];
  return { data: json.data, codes: errors.map(({ extensions }) => extensions.code) };
};

test('AC-06 whoever has lost her last home stays signed in, with no home and no role', async () => {
  const { unit, customer, tell, contactId } = await aHome();
  expect((await told(customer, VIEWER)).data.viewer).toMatchObject({
    roles: ['CUSTOMER'],
    homes: [{ id: unit.id }],
    contact: { id: contactId },
  });
  await tell('revokeAccess');
  const { data, codes } = await told(customer, VIEWER);
  expect(codes).toEqual([]);
  expect(data).toEqual({
    viewer: {
      id: customer.identityId,
      name: 'Sofie Lambrecht',
      roles: [],
      homes: [],
      contact: null,
    },
    company: { name: expect.any(String) },
  });
  await tell('restoreAccess');
  expect((await told(customer, VIEWER)).data.viewer.homes).toEqual([{ id: unit.id }]);
});

test('A11 her old session reads and changes nothing', async () => {
  const { unit, customer, contactId, tell } = await aHome();
  await tell('revokeAccess');
  for (const id of [unit.id, unit.projectId, contactId]) {
    expect((await told(customer, 'query ($id: ID!) { node(id: $id) { id } }', { id })).codes).toEqual([
      'NOT_FOUND',
    ]);
  }
  expect((await told(customer, '{ projects { totalCount } }')).data.projects.totalCount).toBe(0);
  expect((await told(customer, UPDATE, { input: { phone: '+32 470 11 22 33' } })).codes).toEqual([
    'FORBIDDEN',
  ]);
  const picture = await site.fetch('/uploads?purpose=PROFILE_PICTURE', {
    by: customer,
    method: 'POST',
    headers: { 'x-file-name': 'me.png' },
    body: Buffer.from('whatever it is'),
  });
  expect(picture.status).toBe(403);
});

test('AC-06 nothing of her visit is kept as “last seen”, and signing in is refused neutrally', async () => {
  const { builder, customer, tell } = await aHome();
  await tell('revokeAccess');
  const identity = await longAgo(builder, customer);
  await told(customer, VIEWER);
  expect(await builder.as('system').row(Identity, sql`row.id = ${identity.id}`)).toEqual(identity);
  const SIGN_IN =
    'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } errors { code reason } } }';
  const input = { email: identity.email, password: thePassword };
  const again = await builder.stranger().ask(SIGN_IN, { input });
  expect(again.data.signIn).toEqual({
    viewer: null,
    errors: [{ code: 'FORBIDDEN', reason: 'nothingOpen' }],
  });
});

test('she can still sign out', async () => {
  const { customer, tell } = await aHome();
  await tell('revokeAccess');
  expect((await told(customer, 'mutation { signOut { signedOut } }')).data.signOut.signedOut).toBe(true);
  expect((await told(customer, VIEWER)).data.viewer).toBeNull();
});

/** As if she had been here yesterday; her session is still good. */
async function longAgo(builder: TestCompany, { identityId }: Someone): Promise<Identity> {
  const yesterday = new Date(Date.now() - 86_400_000).toISOString();
  await builder.write((tx) =>
    tx.execute('UPDATE sessions SET last_seen_at = $3 WHERE company_id = $1 AND identity_id = $2', [
      builder.id,
      identityId,
      yesterday,
    ]),
  );
  await builder.write((tx) => tx.update(Identity, identityId!, { lastSeenAt: yesterday }));
  return (await builder.as('system').row(Identity, sql`row.id = ${identityId}`))!;
}
