import { aCompany, type Someone, type Answer } from '../../../test/world';

const ADD = `mutation ($input: AddSpaceInput!) { addSpace(input: $input) {
  space { id name kind price { amount } saleState unit { id } version } project { spaces { name } }
  errors { code field reason } } }`;
const UPDATE = `mutation ($input: UpdateSpaceInput!) { updateSpace(input: $input) {
  space { name kind price { amount } saleState unit { id } version } errors { code field reason } } }`;
const DELETE = `mutation ($input: DeleteSpaceInput!) { deleteSpace(input: $input) {
  project { spaces { name } } errors { code } } }`;

async function ask(who: Someone, mutation: string, input: object) {
  const { data, codes } = await who.ask(mutation, { input });
  return { codes, ...(Object.values(data ?? {})[0] as Answer['data']) };
}

async function aSite() {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const project = await builder.aProject();
  const unit = await builder.aUnit({ projectId: project.id, saleState: 'SOLD' });
  const parking = { projectId: project.id, name: 'P12', kind: 'PARKING' };
  return { builder, owner, project, unit, parking };
}

test('a space goes with a unit of its project, has its own price, and its sale follows the unit', async () => {
  const { builder, owner, unit, parking } = await aSite();
  const answer = await ask(owner, ADD, { ...parking, unitId: unit.id, price: '25000' });
  expect(answer).toMatchObject({
    space: {
      name: 'P12',
      kind: 'PARKING',
      price: { amount: '25000.00' },
      saleState: 'SOLD',
      unit: { id: unit.id },
    },
    project: { spaces: [{ name: 'P12' }] },
    errors: [],
  });
  const { data } = await owner.ask(
    'query ($id: ID!) { unit(id: $id) { spaces { name } project { unitCount } } }',
    {
      id: unit.id,
    },
  );
  expect(data.unit).toEqual({ spaces: [{ name: 'P12' }], project: { unitCount: 1 } });
  expect(await builder.auditTrail()).toEqual(['space.added']);
});

test('a space without a unit is available, and is given to one unit at a time', async () => {
  const { builder, owner, project, unit, parking } = await aSite();
  const offered = await builder.aUnit({ projectId: project.id, saleState: 'NOT_FOR_SALE' });
  const { space } = await ask(owner, ADD, parking);
  expect(space).toMatchObject({ saleState: 'AVAILABLE', unit: null, price: null });
  const give = (unitId: string | null, version: number) =>
    ask(owner, UPDATE, { id: space.id, version, change: { unitId } });
  expect(await give(unit.id, 1)).toMatchObject({ space: { unit: { id: unit.id }, saleState: 'SOLD' } });
  expect(await give(offered.id, 2)).toMatchObject({
    space: { unit: { id: offered.id }, saleState: 'NOT_FOR_SALE' },
  });
  expect(await give(null, 3)).toMatchObject({ space: { unit: null, saleState: 'AVAILABLE', version: 4 } });
});

test('a unit of another project or of another company does not exist for a space', async () => {
  const { builder, owner, parking } = await aSite();
  const { space } = await ask(owner, ADD, parking);
  const elsewhere = await builder.aUnit();
  const theirs = await (await aCompany()).aUnit();
  for (const unitId of [elsewhere.id, theirs.id, 'nonsense']) {
    expect(await ask(owner, ADD, { ...parking, unitId })).toEqual({ codes: ['NOT_FOUND'] });
    expect(await ask(owner, UPDATE, { id: space.id, version: 1, change: { unitId } })).toEqual({
      codes: ['NOT_FOUND'],
    });
  }
});

test('what is wrong is said at its field, and the second of two edits is told', async () => {
  const { owner, parking } = await aSite();
  expect(await ask(owner, ADD, { ...parking, name: '' })).toMatchObject({
    errors: [{ field: ['name'], reason: 'required' }],
  });
  expect(await ask(owner, ADD, { ...parking, price: '-5' })).toMatchObject({
    errors: [{ field: ['price'], reason: 'negative' }],
  });
  const { space } = await ask(owner, ADD, parking);
  const edit = (change: object) => ask(owner, UPDATE, { id: space.id, version: 1, change });
  expect(await edit({ name: null, kind: null })).toMatchObject({
    errors: [{ reason: 'required' }, { reason: 'required' }],
  });
  expect(await edit({ price: '1.234' })).toMatchObject({
    errors: [{ field: ['change', 'price'], reason: 'invalid' }],
  });
  expect(await edit({ name: 'P13', kind: 'STORAGE', price: '9' })).toMatchObject({
    space: { name: 'P13', kind: 'STORAGE', price: { amount: '9.00' }, version: 2 },
  });
  expect(await edit({ name: 'P14' })).toMatchObject({ space: null, errors: [{ code: 'STALE_VERSION' }] });
});

test('a space is deleted', async () => {
  const { builder, owner, unit, parking } = await aSite();
  const { space } = await ask(owner, ADD, { ...parking, unitId: unit.id });
  expect(await ask(owner, DELETE, { id: space.id })).toMatchObject({ project: { spaces: [] }, errors: [] });
  expect(await ask(owner, DELETE, { id: space.id })).toEqual({ codes: ['NOT_FOUND'] });
  expect(await builder.auditTrail()).toEqual(['space.added', 'space.deleted']);
});

test('an administrator of the project manages its spaces but not their prices; nobody else does', async () => {
  const { builder, owner, project, unit, parking } = await aSite();
  const administrator = await builder.anAdministrator({ projects: [project] });
  const { space } = await ask(administrator, ADD, { ...parking, unitId: unit.id });
  expect(space).toMatchObject({ name: 'P12' });
  expect(await ask(administrator, ADD, { ...parking, price: '1' })).toEqual({ codes: ['FORBIDDEN'] });
  const priced = { id: space.id, version: 1, change: { price: null } };
  expect(await ask(administrator, UPDATE, priced)).toEqual({ codes: ['FORBIDDEN'] });

  await ask(owner, UPDATE, { ...priced, change: { price: '500' } });
  const outsider = await builder.anAdministrator();
  const customer = await builder.aBuyer(unit);
  for (const [mutation, input] of [
    [ADD, parking],
    [UPDATE, { ...priced, version: 2 }],
    [DELETE, { id: space.id }],
  ] as const) {
    expect(await ask(outsider, mutation, input)).toEqual({ codes: ['NOT_FOUND'] });
    expect(await ask(customer, mutation, input)).toEqual({ codes: ['FORBIDDEN'] });
  }
  const { data } = await customer.ask(
    'query ($id: ID!) { unit(id: $id) { spaces { name saleState price { amount } } } }',
    {
      id: unit.id,
    },
  );
  expect(data.unit.spaces).toEqual([{ name: 'P12', saleState: 'SOLD', price: null }]);
});
