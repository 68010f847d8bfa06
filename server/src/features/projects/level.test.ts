import { aCompany, type Someone, type TestCompany, type Answer } from '../../../test/world';

const ADD = `mutation ($input: AddLevelInput!) { addLevel(input: $input) {
  level { id name type position parent { id } } project { levels { name } } errors { code field reason } } }`;
const RENAME = `mutation ($input: RenameLevelInput!) { renameLevel(input: $input) {
  level { name } errors { code field reason } } }`;
const MOVE = `mutation ($input: MoveLevelInput!) { moveLevel(input: $input) {
  level { parent { name } position } project { levels { name } } errors { code field reason } } }`;
const DELETE = `mutation ($input: DeleteLevelInput!) { deleteLevel(input: $input) {
  project { levels { name } } errors { code field reason } } }`;
const LOCATION = 'query ($id: ID!) { unit(id: $id) { location { name type } } }';

async function ask(who: Someone, mutation: string, input: object) {
  const { data, codes } = await who.ask(mutation, { input });
  return { codes, ...(Object.values(data ?? {})[0] as Answer['data']) };
}

const treeOf = (answer: Answer['data']): string[] =>
  answer.project.levels.map(({ name }: { name: string }) => name);

/** A site: two phases; in the first a lot, and on it a building. */
async function aSite(builder?: TestCompany) {
  const company = builder ?? (await aCompany());
  const owner = await company.anOwner();
  const project = await company.aProject({ name: 'Site' });
  const add = async (type: string, name: string, parentId: string | null = null) =>
    (await ask(owner, ADD, { projectId: project.id, parentId, type, name })).level.id as string;
  const phase = await add('PHASE', 'Phase 1');
  const later = await add('PHASE', 'Phase 2');
  const lot = await add('LOT', 'Lot 7', phase);
  const building = await add('BUILDING', 'Block A', lot);
  return { company, owner, project, phase, later, lot, building, add };
}

describe('the tree', () => {
  test('shows every level after the one it stands in, siblings in their order', async () => {
    const { owner, project, add, later } = await aSite();
    await add('BUILDING', 'Gatehouse');
    await add('BUILDING', 'Block B', later);
    const { data } = await owner.ask(
      'query ($id: ID!) { project(id: $id) { levels { name type position parent { name } } } }',
      {
        id: project.id,
      },
    );
    expect(data.project.levels).toEqual([
      { name: 'Site', type: 'PROJECT', position: 0, parent: null },
      { name: 'Phase 1', type: 'PHASE', position: 0, parent: { name: 'Site' } },
      { name: 'Lot 7', type: 'LOT', position: 0, parent: { name: 'Phase 1' } },
      { name: 'Block A', type: 'BUILDING', position: 0, parent: { name: 'Lot 7' } },
      { name: 'Phase 2', type: 'PHASE', position: 1, parent: { name: 'Site' } },
      { name: 'Block B', type: 'BUILDING', position: 0, parent: { name: 'Phase 2' } },
      { name: 'Gatehouse', type: 'BUILDING', position: 2, parent: { name: 'Site' } },
    ]);
  });

  test.each([
    ['a phase in a lot', 'PHASE', 'lot'],
    ['a lot in a lot', 'LOT', 'lot'],
    ['a lot in a building', 'LOT', 'building'],
    ['a phase in a phase', 'PHASE', 'later'],
  ] as const)('%s is refused', async (_, type, where) => {
    const site = await aSite();
    const answer = await ask(site.owner, ADD, {
      projectId: site.project.id,
      parentId: site[where],
      type,
      name: 'X',
    });
    expect(answer).toMatchObject({
      level: null,
      errors: [{ code: 'VALIDATION_FAILED', field: ['parentId'], reason: 'order' }],
    });
  });

  test.each(['PROJECT', 'UNIT'])('a %s is not added so', async (type) => {
    const { owner, project } = await aSite();
    expect(await ask(owner, ADD, { projectId: project.id, type, name: 'X' })).toMatchObject({
      errors: [{ code: 'VALIDATION_FAILED', field: ['type'], reason: 'invalid' }],
    });
  });

  test('a level is renamed, but not the project and not a unit', async () => {
    const { company, owner, project, building } = await aSite();
    const unit = await company.aUnit({ projectId: project.id });
    expect(await ask(owner, RENAME, { id: building, name: ' Residence A ' })).toMatchObject({
      level: { name: 'Residence A' },
      errors: [],
    });
    for (const id of [project.id, unit.id]) {
      expect(await ask(owner, RENAME, { id, name: 'X' })).toMatchObject({
        level: null,
        errors: [{ field: ['id'] }],
      });
    }
    expect(await ask(owner, RENAME, { id: building, name: '' })).toMatchObject({
      errors: [{ code: 'VALIDATION_FAILED', field: ['name'], reason: 'required' }],
    });
  });

  test('a level without children or content is deleted', async () => {
    const { owner, building, company } = await aSite();
    const answer = await ask(owner, DELETE, { id: building });
    expect(treeOf(answer)).toEqual(['Site', 'Phase 1', 'Lot 7', 'Phase 2']);
    expect((await company.auditTrail()).at(-1)).toBe('level.deleted');
  });

  test.each(['lot', 'phase'] as const)('a %s with something in it stays', async (which) => {
    const site = await aSite();
    expect(await ask(site.owner, DELETE, { id: site[which] })).toMatchObject({
      project: null,
      errors: [{ code: 'LOCKED', field: ['id'] }],
    });
  });

  test('the project itself is neither deleted nor moved', async () => {
    const { owner, project, phase } = await aSite();
    expect(await ask(owner, DELETE, { id: project.id })).toMatchObject({ errors: [{ code: 'LOCKED' }] });
    expect(await ask(owner, MOVE, { id: project.id, parentId: phase })).toMatchObject({
      errors: [{ code: 'VALIDATION_FAILED', field: ['id'] }],
    });
  });

  test.each(['IN_OPTION', 'SOLD', 'HANDED_OVER'] as const)('a unit that is %s stays', async (saleState) => {
    const { company, owner, project } = await aSite();
    const unit = await company.aUnit({ projectId: project.id, saleState });
    expect(await ask(owner, DELETE, { id: unit.id })).toMatchObject({
      errors: [{ code: 'LOCKED', field: ['id'] }],
    });
  });

  test('a unit that nobody bought is deleted with its level; one with a lead or a space stays', async () => {
    const { company, owner, project } = await aSite();
    const [free, withLead, withSpace] = [
      await company.aUnit({ projectId: project.id, number: 'A' }),
      await company.aUnit({ projectId: project.id, number: 'B' }),
      await company.aUnit({ projectId: project.id, number: 'C' }),
    ];
    const lead = await company.aLead();
    await owner.ask(
      `mutation ($input: AddLeadToUnitInput!) { addLeadToUnit(input: $input) { errors { code } } }`,
      {
        input: { unitId: withLead.id, contactId: lead.id },
      },
    );
    await owner.ask(`mutation ($input: AddSpaceInput!) { addSpace(input: $input) { errors { code } } }`, {
      input: { projectId: project.id, unitId: withSpace.id, name: 'P1', kind: 'PARKING' },
    });
    expect(await ask(owner, DELETE, { id: free.id })).toMatchObject({ errors: [] });
    expect((await owner.ask(LOCATION, { id: free.id })).codes).toEqual(['NOT_FOUND']);
    for (const { id } of [withLead, withSpace]) {
      expect(await ask(owner, DELETE, { id })).toMatchObject({
        project: null,
        errors: [{ code: 'LOCKED', field: ['id'] }],
      });
      expect((await owner.ask(LOCATION, { id })).codes).toEqual([]);
    }
  });

  test('the home of a single project stays', async () => {
    const { company, owner } = await aSite();
    const { data } = await owner.ask(
      `mutation { createProject(input: { name: "Villa", kind: SINGLE }) { project { singleUnit { id } } } }`,
    );
    expect(await ask(owner, DELETE, { id: data.createProject.project.singleUnit.id })).toMatchObject({
      errors: [{ code: 'LOCKED' }],
    });
    expect(await company.auditTrail()).not.toContain('level.deleted');
  });
});

describe('moving', () => {
  test('takes along all that is in it, and a unit’s location follows at once', async () => {
    const { company, owner, project, lot, later, building } = await aSite();
    const unit = await company.aUnit({ projectId: project.id, parentId: building, number: 'A1' });
    const location = async () =>
      (await owner.ask(LOCATION, { id: unit.id })).data.unit.location.map(
        ({ name }: { name: string }) => name,
      );
    expect(await location()).toEqual(['Site', 'Phase 1', 'Lot 7', 'Block A']);
    const answer = await ask(owner, MOVE, { id: lot, parentId: later });
    expect(treeOf(answer)).toEqual(['Site', 'Phase 1', 'Phase 2', 'Lot 7', 'Block A', 'A1']);
    expect(await location()).toEqual(['Site', 'Phase 2', 'Lot 7', 'Block A']);
    await ask(owner, MOVE, { id: building, parentId: null });
    expect(await location()).toEqual(['Site', 'Block A']);
    expect((await company.auditTrail()).slice(-2)).toEqual(['level.moved', 'level.moved']);
  });

  test('puts a level at a place among its siblings', async () => {
    const { owner, phase, later, add } = await aSite();
    const third = await add('PHASE', 'Phase 3');
    const phases = async (input: object) =>
      treeOf(await ask(owner, MOVE, input)).filter((name) => name.startsWith('Phase'));
    expect(await phases({ id: third, position: 0 })).toEqual(['Phase 3', 'Phase 1', 'Phase 2']);
    expect(await phases({ id: third, position: 1 })).toEqual(['Phase 1', 'Phase 3', 'Phase 2']);
    expect(await phases({ id: phase })).toEqual(['Phase 3', 'Phase 2', 'Phase 1']);
    expect(await phases({ id: later, position: 100_000 })).toEqual(['Phase 3', 'Phase 1', 'Phase 2']);
  });

  test('never puts a level into itself or into what is in it', async () => {
    const { owner, phase, lot, building } = await aSite();
    for (const [id, parentId] of [
      [phase, phase],
      [phase, lot],
      [phase, building],
      [lot, building],
    ]) {
      expect(await ask(owner, MOVE, { id, parentId })).toMatchObject({
        level: null,
        errors: [{ field: ['parentId'], reason: 'order' }],
      });
    }
  });

  test('refuses a place that is none', async () => {
    const { owner, lot } = await aSite();
    expect(await ask(owner, MOVE, { id: lot, position: -1 })).toMatchObject({
      errors: [{ code: 'VALIDATION_FAILED', field: ['position'], reason: 'tooSmall' }],
    });
  });

  test('a level of another project is no place: it does not exist there', async () => {
    const { company, owner, project, lot } = await aSite();
    const other = await aSite(company);
    expect(await ask(owner, MOVE, { id: lot, parentId: other.phase })).toEqual({ codes: ['NOT_FOUND'] });
    const input = { projectId: project.id, parentId: other.phase, type: 'LOT', name: 'X' };
    expect(await ask(owner, ADD, input)).toEqual({ codes: ['NOT_FOUND'] });
  });
});

describe('who', () => {
  test('an administrator of the project builds its tree', async () => {
    const { company, project, phase, lot } = await aSite();
    const administrator = await company.anAdministrator({ projects: [project] });
    const added = await ask(administrator, ADD, {
      projectId: project.id,
      parentId: phase,
      type: 'LOT',
      name: 'Lot 8',
    });
    expect(added).toMatchObject({ level: { name: 'Lot 8', position: 1 }, errors: [] });
    expect(await ask(administrator, MOVE, { id: lot, position: 1 })).toMatchObject({ errors: [] });
    expect(await ask(administrator, DELETE, { id: added.level.id })).toMatchObject({ errors: [] });
  });

  test('for an administrator of another project the tree does not exist, and a customer may not touch hers', async () => {
    const { company, project, phase, lot, building } = await aSite();
    const home = await company.aUnit({ projectId: project.id, parentId: building, saleState: 'SOLD' });
    const outsider = await company.anAdministrator({ projects: [await company.aProject()] });
    const customer = await company.aBuyer(home);
    const attempts: [string, object][] = [
      [ADD, { projectId: project.id, parentId: phase, type: 'LOT', name: 'X' }],
      [RENAME, { id: lot, name: 'X' }],
      [MOVE, { id: lot, position: 0 }],
      [DELETE, { id: building }],
    ];
    for (const [mutation, input] of attempts) {
      expect(await ask(outsider, mutation, input)).toEqual({ codes: ['NOT_FOUND'] });
      expect(await ask(customer, mutation, input)).toEqual({ codes: ['FORBIDDEN'] });
    }
  });

  test('a customer sees the levels above her home and no others', async () => {
    const { company, project, building } = await aSite();
    const home = await company.aUnit({
      projectId: project.id,
      parentId: building,
      number: 'A1',
      saleState: 'SOLD',
    });
    await company.aUnit({ projectId: project.id, parentId: building, number: 'A2' });
    const customer = await company.aBuyer(home);
    const { data } = await customer.ask('query ($id: ID!) { project(id: $id) { levels { name } } }', {
      id: project.id,
    });
    expect(treeOf(data)).toEqual(['Site', 'Phase 1', 'Lot 7', 'Block A', 'A1']);
  });
});
