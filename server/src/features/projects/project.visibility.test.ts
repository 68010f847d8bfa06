import { aCompany, type Someone, type Answer } from '../../../test/world';
import type { EntityClass } from '../../platform/database/columns';
import type { TenantEntity } from '../../platform/database/tenant-entity';
import { Level } from './level.entity';
import { ProjectAdministrator } from './project-administrator.entity';
import { Project } from './project.entity';
import { Space } from './space.entity';
import { Unit } from './unit.entity';

const PROJECT = `query ($id: ID!) { project(id: $id) {
  name unitCount soldCount viewerCanEdit administrators { id } levels { name } units { totalCount edges { node { number } } }
  contactPersons { name jobTitle email phone picture { id } } } }`;
const UNIT = `query ($id: ID!) { unit(id: $id) {
  number viewerCanEdit basePrice { amount } soldPrice { amount } project { id } location { name } } }`;

/** Two projects with two units each; the first unit of the first project is sold to somebody. */
async function aTown() {
  const builder = await aCompany();
  const owner = await builder.anOwner({
    firstName: 'Olivia',
    lastName: 'Peeters',
    jobTitle: 'Director',
    phone: '+32 9 1',
  });
  const [north, south] = [
    await builder.aProject({ name: 'North' }),
    await builder.aProject({ name: 'South' }),
  ];
  const home = await builder.aUnit({ projectId: north.id, number: 'N1', saleState: 'SOLD' });
  const neighbour = await builder.aUnit({ projectId: north.id, number: 'N2', saleState: 'HANDED_OVER' });
  await builder.aUnit({ projectId: north.id, number: 'N3' });
  const faraway = await builder.aUnit({ projectId: south.id, number: 'S1', saleState: 'SOLD' });
  return { builder, owner, north, south, home, neighbour, faraway };
}

const inProjects: EntityClass<TenantEntity & { projectId: string }>[] = [
  Level,
  Unit,
  Space,
  ProjectAdministrator,
];

const project = async (who: Someone, id: string) => (await who.ask(PROJECT, { id })).data?.project;

test('an owner sees everything, and nothing of another company', async () => {
  const { owner, north, faraway } = await aTown();
  expect(await project(owner, north.id)).toMatchObject({
    unitCount: 3,
    soldCount: 2,
    viewerCanEdit: true,
    administrators: [],
    units: { totalCount: 3 },
  });
  expect((await owner.ask(UNIT, { id: faraway.id })).data.unit).toMatchObject({
    viewerCanEdit: true,
    basePrice: { amount: '285000.00' },
    soldPrice: null,
  });
  const { builder: other } = await aTown();
  const viewer = await (await other.anOwner()).viewer();
  for (const entity of [Project, ...inProjects] as EntityClass<TenantEntity>[]) {
    for (const row of await other.as(viewer).rows(entity)) expect(row.companyId).toBe(other.id);
  }
});

test('an administrator sees what is in his projects and nothing of the others', async () => {
  const { builder, north, south, faraway } = await aTown();
  const administrator = await builder.anAdministrator({
    projects: [north],
    firstName: 'Wim',
    lastName: 'Maes',
  });
  expect(await project(administrator, north.id)).toMatchObject({
    unitCount: 3,
    viewerCanEdit: true,
    administrators: [{ id: administrator.memberId }],
  });
  const { data } = await administrator.ask('{ projects { totalCount edges { node { name unitCount } } } }');
  expect(data.projects).toEqual({ totalCount: 1, edges: [{ node: { name: 'North', unitCount: 3 } }] });
  expect((await administrator.ask(PROJECT, { id: south.id })).codes).toEqual(['NOT_FOUND']);
  expect((await administrator.ask(UNIT, { id: faraway.id })).codes).toEqual(['NOT_FOUND']);
  const eyes = builder.as(await administrator.viewer());
  for (const entity of inProjects) {
    for (const row of await eyes.rows(entity)) expect(row.projectId).toBe(north.id);
  }
});

test('a colleague’s other projects are not an administrator’s to see', async () => {
  const { builder, owner, north, south } = await aTown();
  const administrator = await builder.anAdministrator({ projects: [north] });
  const colleague = await builder.anAdministrator({ projects: [north, south] });
  const PROJECTS = '{ teamMembers { edges { node { id projects { name } } } } }';
  const of = async (who: Someone) =>
    (await who.ask(PROJECTS)).data.teamMembers.edges.find(
      ({ node }: Answer['data']) => node.id === colleague.memberId,
    ).node.projects;
  expect(await of(administrator)).toEqual([{ name: 'North' }]);
  expect(await of(owner)).toEqual([{ name: 'North' }, { name: 'South' }]);
});

test('a buyer sees her home and its project, without prices, neighbours or rights', async () => {
  const { builder, north, south, home, neighbour } = await aTown();
  const customer = await builder.aBuyer(home);
  const { data, codes } = await customer.ask(PROJECT.replace('administrators { id }', ''), { id: north.id });
  expect(codes).toEqual([]);
  expect(data.project).toMatchObject({
    unitCount: 1,
    soldCount: 1,
    viewerCanEdit: false,
    levels: [{ name: 'North' }, { name: 'N1' }],
    units: { totalCount: 1, edges: [{ node: { number: 'N1' } }] },
  });
  const answer = await customer.ask(UNIT, { id: home.id });
  expect(answer.codes).toEqual([]);
  expect(answer.data.unit).toEqual({
    number: 'N1',
    viewerCanEdit: false,
    basePrice: null,
    soldPrice: null,
    project: { id: north.id },
    location: [{ name: 'North' }],
  });
  for (const [query, id] of [
    [UNIT, neighbour.id],
    [PROJECT, south.id],
  ] as const) {
    expect((await customer.ask(query, { id })).codes).toEqual(['NOT_FOUND']);
  }
  const administrators = await customer.ask(
    'query ($id: ID!) { project(id: $id) { administrators { id } } }',
    { id: north.id },
  );
  expect(administrators).toMatchObject({ data: { project: { administrators: null } }, codes: ['FORBIDDEN'] });
});

test('a buyer reaches the colleagues put on her project, or else the owners, and learns nothing more of them', async () => {
  const { builder, north, home } = await aTown();
  const customer = await builder.aBuyer(home);
  expect((await project(customer, north.id)).contactPersons).toEqual([
    {
      name: 'Olivia Peeters',
      jobTitle: 'Director',
      email: expect.stringContaining('@'),
      phone: '+32 9 1',
      picture: null,
    },
  ]);
  await builder.anAdministrator({
    projects: [north],
    firstName: 'Wim',
    lastName: 'Maes',
    jobTitle: 'Site manager',
  });
  expect((await project(customer, north.id)).contactPersons).toEqual([
    {
      name: 'Wim Maes',
      jobTitle: 'Site manager',
      email: expect.stringContaining('@'),
      phone: null,
      picture: null,
    },
  ]);
  const { codes } = await customer.ask('{ teamMembers { totalCount } }');
  expect(codes).toEqual(['FORBIDDEN']);
});

test('a stranger sees nothing', async () => {
  const { builder, north, home } = await aTown();
  const stranger = builder.stranger();
  for (const query of [
    `{ projects { totalCount } }`,
    `{ project(id: "${north.id}") { id } }`,
    `{ unit(id: "${home.id}") { id } }`,
  ]) {
    expect((await stranger.ask(query)).codes).toEqual(['UNAUTHENTICATED']);
  }
});

test('another company’s objects do not exist, in whatever argument they come', async () => {
  const { owner } = await aTown();
  const theirs = await aTown();
  const building = await theirs.builder.aBuilding({ projectId: theirs.north.id });
  const mine = await aTown();
  const own = mine.north.id;
  const me = mine.owner;
  expect(owner.company.id).not.toBe(me.company.id);
  const input = (type: string, fields: string) =>
    `mutation { ${type}(input: { ${fields} }) { errors { code } } }`;
  const attacks = [
    `{ project(id: "${theirs.north.id}") { id } }`,
    `{ unit(id: "${theirs.home.id}") { id } }`,
    `{ node(id: "${theirs.home.id}") { id } }`,
    `{ node(id: "${building.id}") { id } }`,
    input('updateProject', `id: "${theirs.north.id}", version: 1, change: { name: "Mine" }`),
    input('addLevel', `projectId: "${theirs.north.id}", type: PHASE, name: "X"`),
    input('addLevel', `projectId: "${own}", parentId: "${building.id}", type: BUILDING, name: "X"`),
    input('renameLevel', `id: "${building.id}", name: "X"`),
    input('moveLevel', `id: "${building.id}", position: 0`),
    input('moveLevel', `id: "${mine.home.id}", parentId: "${building.id}"`),
    input('deleteLevel', `id: "${building.id}"`),
    input('addUnits', `projectId: "${theirs.north.id}", units: [{ number: "X", type: HOUSE }]`),
    input(
      'addUnits',
      `projectId: "${own}", parentId: "${building.id}", units: [{ number: "X", type: HOUSE }]`,
    ),
    input('updateUnit', `id: "${theirs.home.id}", version: 1, change: { floor: 1 }`),
    input('addSpace', `projectId: "${theirs.north.id}", name: "X", kind: OTHER`),
    input('addSpace', `projectId: "${own}", unitId: "${theirs.home.id}", name: "X", kind: OTHER`),
  ];
  for (const attack of attacks)
    expect({ attack, codes: (await me.ask(attack)).codes }).toEqual({ attack, codes: ['NOT_FOUND'] });
  expect(await mine.builder.auditTrail()).toEqual([]);
  expect(await theirs.builder.auditTrail()).toEqual([]);
});

test('a buyer does not learn from the place of her home how many stand before it', async () => {
  const { builder, owner, north, home, neighbour } = await aTown();
  await builder.write((tx) => tx.update(Level, home.id, { position: 7 }));
  await builder.write((tx) => tx.update(Level, neighbour.id, { position: 3 }));
  const buyer = await builder.aBuyer(home);
  const LEVELS = 'query ($id: ID!) { project(id: $id) { levels { name position } } }';
  const levelsFor = async (who: Someone) => (await who.ask(LEVELS, { id: north.id })).data.project.levels;
  expect(await levelsFor(buyer)).toEqual([
    { name: 'North', position: 0 },
    { name: 'N1', position: 0 },
  ]);
  expect(await levelsFor(owner)).toContainEqual({ name: 'N1', position: 7 });

  const contactId = (await buyer.viewer())!.contactId!;
  const { data } = await owner.ask(
    'mutation ($input: LinkCustomerInput!) { linkCustomer(input: $input) { buyer { id } } }',
    { input: { unitId: neighbour.id, contactId } },
  );
  await owner.ask('mutation ($input: GrantAccessInput!) { grantAccess(input: $input) { errors { code } } }', {
    input: { buyerIds: [data.linkCustomer.buyer.id] },
  });
  expect(await levelsFor(buyer)).toEqual([
    { name: 'North', position: 0 },
    { name: 'N2', position: 0 },
    { name: 'N1', position: 1 },
  ]);
});
