import { aCompany, type Someone, type TestCompany } from '../../../test/world';
import { sql } from '../../platform/database/sql';
import { AccessState, UnitBuyer } from '../access/unit-buyer.entity';
import { LeadStage, UnitLead } from '../sales/unit-lead.entity';
import type { Contact } from './contact.entity';

const LIST = `query ($kind: ContactKind, $search: String, $accessState: [AccessStateFilter!], $projectId: ID,
    $sort: ContactSort, $first: Int! = 25, $after: String) {
  contacts(kind: $kind, search: $search, accessState: $accessState, projectId: $projectId, sort: $sort, first: $first,
    after: $after) { totalCount edges { cursor node { name accessState } } pageInfo { hasNextPage endCursor } } }`;
const FIRMS = `query ($search: String, $first: Int! = 25, $after: String) { partnerCompanies(search: $search, first: $first,
    after: $after) { edges { node { id name people { name } } } pageInfo { hasNextPage endCursor } } }`;

const list = async (someone: Someone, variables: object = {}) => {
  const { data, codes } = await someone.ask(LIST, { ...variables });
  return { ...data?.contacts, codes };
};
const names = async (someone: Someone, variables: object = {}): Promise<string[]> => {
  const { edges, codes } = await list(someone, variables);
  expect(codes).toEqual([]);
  return edges.map(({ node }: { node: { name: string } }) => node.name);
};

const buys = (builder: TestCompany, contact: Contact, unitId: string, accessState: AccessState) =>
  builder.write((tx) =>
    tx.insert(UnitBuyer, { unitId, contactId: contact.id, isPrimary: true, accessState }),
  );

const asksAbout = (builder: TestCompany, contact: Contact, unitId: string) =>
  builder.write((tx) => tx.insert(UnitLead, { unitId, contactId: contact.id, stage: LeadStage.NEW }));

test('CO-01: customers, partners and leads each have their tab, counted; who is two of these stands in both', async () => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  await builder.aCustomer();
  await builder.aPartner({ isCustomer: true });
  await builder.aLead();
  expect(await list(owner, { kind: 'CUSTOMER' })).toMatchObject({ totalCount: 2 });
  expect(await names(owner, { kind: 'CUSTOMER' })).toEqual(['Pieter Goossens', 'Sofie Lambrecht']);
  expect(await names(owner, { kind: 'PARTNER' })).toEqual(['Pieter Goossens']);
  expect(await names(owner, { kind: 'LEAD' })).toEqual(['Lena Vogel']);
  expect((await list(owner)).totalCount).toBe(3);
});

test.each([
  ['the last name', 'lambrecht'],
  ['both names in either order', 'Lambrecht  SOFIE'],
  ['a part of the name', 'ambr'],
  ['an accent that is not there', 'Söfie'],
  ['the address', 'sofie.l@EXAMPLE.com'],
  ['the phone, whatever stands between its digits', '0470 12'],
  ['the phone as typed', '0470/12.34'],
  ['her firm', 'müller'],
  ['name and firm', 'sofie kuchen'],
])('a contact is found by %s', async (_what, search) => {
  const builder = await aCompany();
  const firm = await builder.aPartnerCompany('Müller Küchen');
  await builder.aPartner({
    firstName: 'Sofie',
    lastName: 'Lambrecht',
    email: 'sofie.l@example.com',
    phone: '0470/12.34.56',
    partnerCompanyId: firm.id,
  });
  await builder.aCustomer({ firstName: 'Jan', lastName: 'Peeters' });
  const found = await list(await builder.anOwner(), { search });
  expect(found.edges.map(({ node }: { node: { name: string } }) => node.name)).toEqual(['Sofie Lambrecht']);
  expect(found.totalCount).toBe(1);
});

test.each(['%', '_', '\\', "' OR true --", 'active', 'not yet invited', 'dogs', '$1', 'lambrecht vogel'])(
  'A7: %s finds nobody: a search is taken to the letter, over what is shown only',
  async (search) => {
    const builder = await aCompany();
    await builder.aCustomer({ notes: 'Two dogs.' });
    await builder.aLead();
    expect(await names(await builder.anOwner(), { search })).toEqual([]);
  },
);

test('an empty search finds everybody', async () => {
  const builder = await aCompany();
  await builder.aCustomer();
  expect(await names(await builder.anOwner(), { search: '  ' })).toHaveLength(1);
});

test('lists are sorted by last name without regard to case and accents, or by age', async () => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  for (const lastName of ['Zwart', 'ábel', 'De Smet', 'Øst', 'de Smedt', 'Özil', 'Abel']) {
    await builder.aCustomer({ firstName: 'X', lastName });
  }
  const byName = ['X ábel', 'X Abel', 'X de Smedt', 'X De Smet', 'X Øst', 'X Özil', 'X Zwart'];
  const byAge = ['X Zwart', 'X ábel', 'X De Smet', 'X Øst', 'X de Smedt', 'X Özil', 'X Abel'];
  expect(await names(owner)).toEqual(byName);
  expect(await names(owner, { sort: null })).toEqual(byName);
  expect(await names(owner, { sort: 'NAME_DESC' })).toEqual([...byName].reverse());
  expect(await names(owner, { sort: 'OLDEST' })).toEqual(byAge);
  expect(await names(owner, { sort: 'NEWEST' })).toEqual([...byAge].reverse());
});

test.each(['NAME_ASC', 'NAME_DESC', 'NEWEST', 'OLDEST'])(
  'page by page, %s shows everybody once',
  async (sort) => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    for (let index = 0; index < 7; index += 1) await builder.aCustomer({ phone: `${index}` });
    const seen: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 3; pages += 1) {
      const { edges, pageInfo, totalCount } = await list(owner, { sort, first: 3, after });
      seen.push(...edges.map(({ cursor }: { cursor: string }) => cursor));
      expect(totalCount).toBe(7);
      expect(pageInfo.hasNextPage).toBe(pages < 2);
      after = pageInfo.endCursor;
    }
    expect(new Set(seen).size).toBe(7);
  },
);

test.each([
  { first: 0 },
  { first: 101 },
  { first: -1 },
  { after: 'x' },
  { after: Buffer.from('["sortName,id",{},1]').toString('base64url') },
])('B10: %j is told as bad input', async (variables) => {
  expect((await list(await (await aCompany()).anOwner(), variables)).codes).toEqual(['BAD_USER_INPUT']);
});

test('A8: the cursor of another company’s list shows no more than one’s own', async () => {
  const theirs = await aCompany();
  await theirs.aCustomer({ lastName: 'Aerts' });
  const { pageInfo } = await list(await theirs.anOwner());
  const builder = await aCompany();
  const owner = await builder.anOwner();
  await builder.aCustomer();
  expect(await names(owner, { after: pageInfo.endCursor })).toEqual(['Sofie Lambrecht']);
  expect((await list(owner, { after: pageInfo.endCursor, sort: 'NEWEST' })).codes).toEqual([
    'BAD_USER_INPUT',
  ]);
});

test('A6: nobody of another company is counted, found or sorted among one’s own', async () => {
  const theirs = await aCompany();
  await theirs.aCustomer();
  await theirs.aPartnerCompany('Keukens Maes');
  const owner = await (await aCompany()).anOwner();
  for (const variables of [
    {},
    { search: 'lambrecht' },
    { kind: 'CUSTOMER' },
    { accessState: ['NOT_YET_INVITED'] },
  ]) {
    expect(await list(owner, variables)).toMatchObject({ totalCount: 0, edges: [] });
  }
  expect((await owner.ask(FIRMS)).data.partnerCompanies.edges).toEqual([]);
});

describe('the access state', () => {
  test('that is filtered by is the one that is shown: the strongest of the person’s links', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const [first, second] = [await builder.aUnit(), await builder.aUnit()];
    const { ACTIVE, INVITED, REVOKED, NOT_YET_INVITED } = AccessState;
    const bought: [string, AccessState[]][] = [
      ['Active', [REVOKED, ACTIVE]],
      ['Invited', [INVITED, NOT_YET_INVITED]],
      ['Revoked', [NOT_YET_INVITED, REVOKED]],
      ['Linked', [NOT_YET_INVITED]],
    ];
    for (const [lastName, states] of bought) {
      const customer = await builder.aCustomer({ firstName: 'A', lastName });
      for (const [index, state] of states.entries())
        await buys(builder, customer, [first, second][index]!.id, state);
    }
    await builder.aCustomer({ firstName: 'A', lastName: 'Added' });
    await builder.aPartner({ firstName: 'A', lastName: 'Partner' });
    await builder.aPartner({ firstName: 'A', lastName: 'Silent', passwordHash: null });
    await builder.aLead({ firstName: 'A', lastName: 'Lead' });

    const states = ['ACTIVE', 'INVITED', 'REVOKED', 'NOT_YET_INVITED'];
    const shown = (await list(owner)).edges as { node: { name: string; accessState: string | null } }[];
    for (const state of states) {
      const wanted = shown.filter(({ node }) => node.accessState === state).map(({ node }) => node.name);
      expect(await names(owner, { accessState: [state] })).toEqual(wanted);
    }
    expect(await names(owner, { accessState: ['ACTIVE'] })).toEqual(['A Active', 'A Partner']);
    expect(await names(owner, { accessState: ['ADDED'] })).toEqual(['A Added', 'A Linked', 'A Silent']);
    expect(await names(owner, { accessState: ['INVITED', 'REVOKED'] })).toEqual(['A Invited', 'A Revoked']);
    expect((await list(owner, { accessState: states })).totalCount).toBe(7);
    expect((await list(owner, { accessState: [] })).totalCount).toBe(8);
  });

  test('A7: an administrator filters by the links in his own projects only', async () => {
    const builder = await aCompany();
    const [mine, others] = [await builder.aUnit(), await builder.aUnit()];
    const project = await builder
      .as('system')
      .select<{ id: string }>(
        sql`SELECT project_id AS id FROM units WHERE company_id = ${builder.id} AND id = ${mine.id}`,
      );
    const administrator = await builder.anAdministrator({ projects: project as never });
    const customer = await builder.aCustomer();
    await buys(builder, customer, mine.id, AccessState.NOT_YET_INVITED);
    await buys(builder, customer, others.id, AccessState.ACTIVE);
    expect(await names(administrator, { accessState: ['ACTIVE'] })).toEqual([]);
    expect(await names(administrator, { accessState: ['NOT_YET_INVITED'] })).toEqual(['Sofie Lambrecht']);
    expect(await names(administrator, { projectId: others.projectId })).toEqual([]);
    expect(await names(administrator, { projectId: mine.projectId })).toEqual(['Sofie Lambrecht']);
  });
});

test('a project’s contacts are its buyers and its leads', async () => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const [unit, other] = [await builder.aUnit(), await builder.aUnit()];
  await buys(builder, await builder.aCustomer(), unit.id, AccessState.REVOKED);
  await asksAbout(builder, await builder.aLead(), unit.id);
  await asksAbout(builder, await builder.aLead({ lastName: 'Elsewhere' }), other.id);
  expect(await names(owner, { projectId: unit.projectId })).toEqual(['Sofie Lambrecht', 'Lena Vogel']);
  expect(await names(owner, { projectId: unit.projectId, kind: 'LEAD' })).toEqual(['Lena Vogel']);
});

test('A1: filtering by another company’s project, or by none that is, finds nobody', async () => {
  const theirs = await (await aCompany()).aUnit();
  const builder = await aCompany();
  await builder.aCustomer();
  const owner = await builder.anOwner();
  for (const projectId of [theirs.projectId, 'no-such-project', "'"])
    expect(await names(owner, { projectId })).toEqual([]);
});

test('an administrator without a project sees an empty list, and no error', async () => {
  const builder = await aCompany();
  await builder.aCustomer();
  expect(await list(await builder.anAdministrator())).toMatchObject({ codes: [], totalCount: 0, edges: [] });
});

test('partner companies are listed by name, page by page, with their people', async () => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  for (const name of ['zinkwerken', 'Keukens Maes', 'bouw peeters']) await builder.aPartnerCompany(name);
  const ask = async (variables: object) => (await owner.ask(FIRMS, { ...variables })).data.partnerCompanies;
  const firmNames = ({ edges }: { edges: { node: { name: string } }[] }) =>
    edges.map(({ node }) => node.name);
  const first = await ask({ first: 2 });
  expect(firmNames(first)).toEqual(['bouw peeters', 'Keukens Maes']);
  expect(firmNames(await ask({ first: 2, after: first.pageInfo.endCursor }))).toEqual(['zinkwerken']);
  expect(firmNames(await ask({ search: 'MAES keu' }))).toEqual(['Keukens Maes']);
});
