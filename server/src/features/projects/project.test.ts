import { aCompany, type Someone, type Answer } from '../../../test/world';
import { sql } from '../../platform/database/sql';
import { Identity } from '../identities/identity.entity';
import { TeamMember, TeamMemberState, TeamRole } from '../team/team-member.entity';
import { ProjectKind } from './project.entity';

const CREATE = `mutation ($input: CreateProjectInput!) { createProject(input: $input) {
  project { id name kind state unitCount singleUnit { id saleState } levels { type name } address { city country } }
  errors { code field reason limit } } }`;
const UPDATE = `mutation ($input: UpdateProjectInput!) { updateProject(input: $input) {
  project { id name kind description version address { city } image { id alt } levels { name } singleUnit { id } }
  errors { code field reason } } }`;
const VERSION = 'query ($id: ID!) { project(id: $id) { name version } }';

async function update(who: Someone, id: string, change: object, version = 1) {
  const { data, codes } = await who.ask(UPDATE, { input: { id, version, change } });
  return { codes, ...data?.updateProject };
}

describe('creating', () => {
  test('an owner creates a project with several units: it has a root and no unit yet', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const input = { name: '  Lindenhof ', kind: 'MULTI', address: { city: 'Gent', country: '' } };
    const { data } = await owner.ask(CREATE, { input });
    expect(data.createProject).toEqual({
      project: {
        id: expect.any(String),
        name: 'Lindenhof',
        kind: 'MULTI',
        state: 'ACTIVE',
        unitCount: 0,
        singleUnit: null,
        levels: [{ type: 'PROJECT', name: 'Lindenhof' }],
        address: { city: 'Gent', country: null },
      },
      errors: [],
    });
    expect(await builder.auditTrail()).toEqual(['project.created']);
  });

  test('a single home has its one unit from the start, which can be bought', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const { data } = await owner.ask(CREATE, { input: { name: 'Villa Ostend', kind: 'SINGLE' } });
    expect(data.createProject.project).toMatchObject({
      unitCount: 1,
      singleUnit: { saleState: 'AVAILABLE' },
      levels: [{ type: 'PROJECT' }, { type: 'UNIT' }],
      address: null,
    });
  });

  test.each([
    ['nothing', ' ', { field: ['name'], reason: 'required', limit: null }],
    ['120 kilobytes', 'x'.repeat(120_000), { field: ['name'], reason: 'tooLong', limit: 120 }],
    [
      'text that reads backwards',
      'Villa \u202etxet',
      { field: ['name'], reason: 'forbiddenCharacters', limit: null },
    ],
    ['half of an emoji', 'Villa \ud83c', { field: ['name'], reason: 'forbiddenCharacters', limit: null }],
  ])('a name of %s is refused at its field, and nothing is created', async (_, name, refusal) => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const { data } = await owner.ask(CREATE, { input: { name, kind: 'SINGLE', address: { city: 'Gent' } } });
    expect(data.createProject).toEqual({
      project: null,
      errors: [{ code: 'VALIDATION_FAILED', ...refusal }],
    });
    expect((await owner.ask('{ projects { totalCount } }')).data.projects.totalCount).toBe(0);
    expect(await builder.auditTrail()).toEqual([]);
  });

  test('every part of an address is checked at its own field', async () => {
    const owner = await (await aCompany()).anOwner();
    const address = { street: 'x'.repeat(121), city: 'Gent\nBrussels' };
    const { data } = await owner.ask(CREATE, { input: { name: 'Villa', kind: 'SINGLE', address } });
    expect(data.createProject.errors.map(({ field, reason }: Answer['data']) => [...field, reason])).toEqual([
      ['address', 'street', 'tooLong'],
      ['address', 'city', 'forbiddenCharacters'],
    ]);
  });

  test('HTML in a name is text like any other', async () => {
    const owner = await (await aCompany()).anOwner();
    const { data } = await owner.ask(CREATE, { input: { name: '<b>Villa</b>', kind: 'MULTI' } });
    expect(data.createProject.project.name).toBe('<b>Villa</b>');
  });

  test('only owners create projects', async () => {
    const builder = await aCompany();
    const project = await builder.aProject();
    const unit = await builder.aUnit({ projectId: project.id, saleState: 'SOLD' });
    const people = [await builder.anAdministrator({ projects: [project] }), await builder.aBuyer(unit)];
    for (const who of people) {
      const { data, codes } = await who.ask(CREATE, { input: { name: 'Mine', kind: 'MULTI' } });
      expect({ data, codes }).toEqual({ data: { createProject: null }, codes: ['FORBIDDEN'] });
    }
    const { codes } = await builder.stranger().ask(CREATE, { input: { name: 'Mine', kind: 'MULTI' } });
    expect(codes).toEqual(['UNAUTHENTICATED']);
  });
});

describe('changing what is known', () => {
  test('what is left out stays, and null clears', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const { id } = await builder.aProject({
      name: 'Old',
      description: 'Ten homes.',
      address: { city: 'Gent' } as never,
    });
    expect(await update(owner, id, { name: 'New' })).toMatchObject({
      project: {
        name: 'New',
        description: 'Ten homes.',
        address: { city: 'Gent' },
        version: 2,
        levels: [{ name: 'New' }],
      },
      errors: [],
    });
    expect(await update(owner, id, { description: null, address: null }, 2)).toMatchObject({
      project: { name: 'New', description: null, address: null, version: 3 },
    });
    expect(await update(owner, id, { name: null, kind: null }, 3)).toMatchObject({
      project: null,
      errors: [
        { code: 'VALIDATION_FAILED', field: ['change', 'name'], reason: 'required' },
        { code: 'VALIDATION_FAILED', field: ['change', 'kind'], reason: 'required' },
      ],
    });
    expect(await builder.auditTrail()).toEqual(['project.updated', 'project.updated']);
  });

  test('of two who edit the same version, the second is told', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const { id } = await builder.aProject();
    await update(owner, id, { name: 'First' });
    expect(await update(owner, id, { name: 'Second' })).toMatchObject({
      project: null,
      errors: [{ code: 'STALE_VERSION' }],
    });
    expect((await owner.ask(VERSION, { id })).data.project).toEqual({ name: 'First', version: 2 });
  });

  test('I15 fifty edits of the same version at once: one is done', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const { id } = await builder.aProject();
    const edits = Array.from({ length: 50 }, (_, index) => update(owner, id, { name: `Name ${index}` }));
    const outcomes = (await Promise.all(edits)).map(({ errors }) => errors[0]?.code ?? 'done').sort();
    expect(outcomes).toEqual([...Array<string>(49).fill('STALE_VERSION'), 'done']);
  });

  test('an administrator of the project changes its information, but not its kind', async () => {
    const builder = await aCompany();
    const project = await builder.aProject();
    const administrator = await builder.anAdministrator({ projects: [project] });
    expect(await update(administrator, project.id, { description: 'On the river.' })).toMatchObject({
      project: { description: 'On the river.' },
      errors: [],
    });
    expect(await update(administrator, project.id, { kind: 'MULTI', name: 'Other' }, 2)).toEqual({
      codes: ['FORBIDDEN'],
    });
    expect((await administrator.ask(VERSION, { id: project.id })).data.project).toEqual({
      name: 'Lindenhof',
      version: 2,
    });
  });

  test('a project that an administrator is not put on does not exist for him', async () => {
    const builder = await aCompany();
    const administrator = await builder.anAdministrator({ projects: [await builder.aProject()] });
    const other = await builder.aProject();
    expect(await update(administrator, other.id, { name: 'Mine' })).toEqual({ codes: ['NOT_FOUND'] });
  });

  test('an administrator who bought a home elsewhere sees that project, and cannot change it', async () => {
    const builder = await aCompany();
    const home = await builder.aUnit({ saleState: 'SOLD' });
    const asBuyer = await builder.aBuyer(home);
    const login = await builder.as('system').row(Identity, sql`row.id = ${asBuyer.identityId}`);
    await builder.write((tx) =>
      tx.insert(TeamMember, {
        identityId: login!.id,
        email: login!.email,
        firstName: 'Sofie',
        lastName: 'Lambrecht',
        sortName: 'lambrecht sofie',
        role: TeamRole.ADMINISTRATOR,
        state: TeamMemberState.ACTIVE,
      }),
    );
    const { data } = await asBuyer.ask(
      'query ($id: ID!) { project(id: $id) { viewerCanEdit administrators { id } } }',
      {
        id: home.projectId,
      },
    );
    expect(data.project).toEqual({ viewerCanEdit: false, administrators: null });
    expect(await update(asBuyer, home.projectId, { name: 'Mine' })).toEqual({ codes: ['FORBIDDEN'] });
  });

  test('a customer changes nothing', async () => {
    const builder = await aCompany();
    const unit = await builder.aUnit({ saleState: 'SOLD' });
    const customer = await builder.aBuyer(unit);
    expect(await update(customer, unit.projectId, { name: 'Mine' })).toEqual({ codes: ['FORBIDDEN'] });
  });
});

describe('single home or several units', () => {
  test('from one to several everything is kept', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const project = await builder.aProject({ kind: ProjectKind.SINGLE });
    const single = await owner.ask('query ($id: ID!) { project(id: $id) { singleUnit { id } } }', {
      id: project.id,
    });
    const { singleUnit } = single.data.project;
    expect(await update(owner, project.id, { kind: 'MULTI' })).toMatchObject({
      project: { kind: 'MULTI', singleUnit: null },
      errors: [],
    });
    const { data } = await owner.ask(
      'query ($id: ID!) { unit(id: $id) { id project { kind } } }',
      singleUnit,
    );
    expect(data.unit).toEqual({ id: singleUnit.id, project: { kind: 'MULTI' } });
    expect(await update(owner, project.id, { kind: 'SINGLE' }, 2)).toMatchObject({
      project: { kind: 'SINGLE', singleUnit: { id: singleUnit.id } },
    });
  });

  test.each([0, 2])('back to a single home is refused with %d units', async (count) => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const project = await builder.aProject();
    for (let made = 0; made < count; made += 1) await builder.aUnit({ projectId: project.id });
    expect(await update(owner, project.id, { kind: 'SINGLE' })).toMatchObject({
      project: null,
      errors: [{ code: 'VALIDATION_FAILED', field: ['change', 'kind'], reason: 'notOneUnit' }],
    });
  });
});
