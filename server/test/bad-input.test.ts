import { aCompany } from './world';

/** What hostile or careless people send in any place that takes text. */
const hostile = [
  ['NUL', '\u0000'],
  ['NUL inside', 'a\u0000b'],
  ['a right-to-left override', '\u202Egnp.exe'],
  ['half a character', '\ud800'],
  ['wildcards', '%_\\'],
  ['markup', '<script>alert(1)</script>'],
  ['100 kB', 'x'.repeat(100_000)],
  ['__proto__', '__proto__'],
  ['emoji', '🏡'.repeat(50)],
] as const;

test.each(hostile)(
  'B10 searching for %s is answered or refused, at the root and below it',
  async (_name, text) => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const unit = await builder.aUnit();
    const { codes } = await owner.ask(
      `query ($text: String, $id: ID!) {
      contacts(search: $text) { totalCount } projects(search: $text) { totalCount } teamMembers(search: $text) { totalCount }
      partnerCompanies(search: $text) { pageInfo { hasNextPage } } auditLog(action: $text) { pageInfo { hasNextPage } }
      project(id: $id) { units(search: $text) { totalCount } } }`,
      { text, id: unit.projectId },
    );
    expect(codes.filter((code) => !['VALIDATION_FAILED', 'BAD_USER_INPUT'].includes(code))).toEqual([]);
  },
);

test.each([
  '',
  'x',
  '../../etc/passwd',
  '\u0000',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-fffffffffffg',
])('an id that is none (%j) is NOT_FOUND, as is what never existed', async (id) => {
  const owner = await (await aCompany()).anOwner();
  for (const field of ['contact', 'project', 'unit', 'node']) {
    expect((await owner.ask(`query ($id: ID!) { ${field}(id: $id) { id } }`, { id })).codes).toEqual([
      'NOT_FOUND',
    ]);
  }
});

test.each([
  'nonsense',
  Buffer.from('["createdAt,id",1]').toString('base64url'),
  Buffer.from('[1,{}]').toString('base64url'),
])('A8 a cursor that is none (%s) is refused', async (after) => {
  const owner = await (await aCompany()).anOwner();
  const { codes } = await owner.ask('query ($after: String) { contacts(after: $after) { totalCount } }', {
    after,
  });
  expect(codes).toEqual(['BAD_USER_INPUT']);
});

test.each([0, -1, 101, 2_147_483_647])('a page of %d is refused', async (first) => {
  const owner = await (await aCompany()).anOwner();
  expect(
    (await owner.ask('query ($first: Int!) { contacts(first: $first) { totalCount } }', { first })).codes,
  ).toEqual(['BAD_USER_INPUT']);
});

test('names in Hebrew, Greek, with apostrophes and hyphens are names', async () => {
  const owner = await (await aCompany()).anOwner();
  for (const name of ['דוד', 'Ελένη', "O'Brien-Šťastný", 'Nguyễn Thị Ánh', '李']) {
    const { data } = await owner.ask(
      'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { contact { firstName } errors { code } } }',
      { input: { firstName: name, lastName: name } },
    );
    expect(data.createCustomer).toEqual({ contact: { firstName: name.normalize('NFC') }, errors: [] });
  }
});

test('B10 text that happens to be the id of something is text', async () => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const named = await owner.ask(
    `mutation ($input: CreatePartnerInput!) { createPartner(input: $input) { errors { code } } }`,
    {
      input: {
        firstName: builder.id,
        lastName: owner.memberId,
        email: 'ids@example.com',
        newPartnerCompany: { name: builder.id },
      },
    },
  );
  expect(named).toMatchObject({ data: { createPartner: { errors: [] } }, codes: [] });
  const { codes } = await owner.ask(
    'query ($text: String!) { auditLog(action: $text) { pageInfo { hasNextPage } } }',
    { text: builder.id },
  );
  expect(codes).toEqual([]);
});

test('A5 a reference from another subgraph that is none is refused, not broken', async () => {
  const owner = await (await aCompany()).anOwner();
  const ENTITIES = 'query ($these: [_Any!]!) { _entities(representations: $these) { __typename } }';
  for (const representation of [
    { __typename: 'Query' },
    { __typename: 'Nothing', id: 'x' },
    { __typename: 'Unit' },
    { __typename: 'Unit', id: 7 },
    { __typename: 'Unit', id: null },
    { __typename: 'Unit', id: { $ne: null } },
    { id: 'x' },
    'Unit',
    [],
  ]) {
    const { codes } = await owner.ask(ENTITIES, { these: [representation] });
    expect([representation, codes]).toEqual([representation, ['BAD_USER_INPUT']]);
  }
});
