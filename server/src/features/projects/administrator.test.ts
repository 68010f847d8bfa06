import { aCompany, type Someone, type Answer } from '../../../test/world';
import { TeamMemberState } from '../team/team-member.entity';

const staffing = (verb: 'assign' | 'unassign') => {
  const type = `${verb[0]!.toUpperCase()}${verb.slice(1)}AdministratorInput`;
  return `mutation ($input: ${type}!) { ${verb}Administrator(input: $input) {
    project { administrators { id } } teamMember { projects { id } } errors { code field reason } } }`;
};
const ASSIGN = staffing('assign');
const UNASSIGN = staffing('unassign');
const SEES = '{ projects { edges { node { id } } totalCount } }';
const ADD_MEMBER = `mutation ($input: AddTeamMemberInput!) { addTeamMember(input: $input) {
  teamMember { id projects { name } } errors { code field reason } } }`;
const DEACTIVATE = `mutation ($input: DeactivateTeamMemberInput!) { deactivateTeamMember(input: $input) {
  teamMember { state projects { name } } errors { code } } }`;

async function ask(who: Someone, mutation: string, input: object) {
  const { data, codes } = await who.ask(mutation, { input });
  return { codes, ...(Object.values(data ?? {})[0] as Answer['data']) };
}

const seenBy = async (who: Someone): Promise<string[]> =>
  (await who.ask(SEES)).data.projects.edges.map(({ node }: Answer['data']) => node.id);

test('an administrator with no project sees an empty console and no error', async () => {
  const builder = await aCompany();
  await builder.aUnit();
  const administrator = await builder.anAdministrator();
  expect(await administrator.ask(SEES)).toEqual({
    data: { projects: { edges: [], totalCount: 0 } },
    codes: [],
  });
});

test('put on a project and taken off, an administrator sees it from the next request on, in an open session', async () => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const project = await builder.aProject();
  const administrator = await builder.anAdministrator();
  const pair = { projectId: project.id, teamMemberId: administrator.memberId };
  expect(await ask(owner, ASSIGN, pair)).toMatchObject({
    project: { administrators: [{ id: administrator.memberId }] },
    teamMember: { projects: [{ id: project.id }] },
    errors: [],
  });
  expect(await seenBy(administrator)).toEqual([project.id]);
  expect(await ask(owner, UNASSIGN, pair)).toMatchObject({
    project: { administrators: [] },
    teamMember: { projects: [] },
    errors: [],
  });
  expect(await seenBy(administrator)).toEqual([]);
  expect(await builder.auditTrail()).toEqual(['administrator.assigned', 'administrator.unassigned']);
});

test('twice is once, also when both come at the same time', async () => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const project = await builder.aProject();
  const { memberId } = await builder.anAdministrator();
  const pair = { projectId: project.id, teamMemberId: memberId };
  const answers = await Promise.all([1, 2, 3, 4].map(() => ask(owner, ASSIGN, pair)));
  for (const answer of answers) expect(answer).toMatchObject({ codes: [], errors: [] });
  expect(await builder.auditTrail()).toEqual(['administrator.assigned']);
  await ask(owner, UNASSIGN, pair);
  expect(await ask(owner, UNASSIGN, pair)).toMatchObject({ codes: [], errors: [] });
});

test('only administrators who still work here are put on a project', async () => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const { id: projectId } = await builder.aProject();
  const colleague = await builder.anOwner();
  expect(await ask(owner, ASSIGN, { projectId, teamMemberId: colleague.memberId })).toMatchObject({
    project: null,
    errors: [{ code: 'VALIDATION_FAILED', field: ['teamMemberId'], reason: 'notAnAdministrator' }],
  });
  const gone = await builder.aTeamMember({ state: TeamMemberState.DEACTIVATED });
  expect(await ask(owner, ASSIGN, { projectId, teamMemberId: gone.id })).toMatchObject({
    errors: [{ field: ['teamMemberId'], reason: 'notActive' }],
  });
  const invited = await builder.aTeamMember({ state: TeamMemberState.INVITED });
  expect(await ask(owner, ASSIGN, { projectId, teamMemberId: invited.id })).toMatchObject({ errors: [] });
});

test('another company’s project and colleague do not exist', async () => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const project = await builder.aProject();
  const { memberId } = await builder.anAdministrator();
  const other = await aCompany();
  const theirProject = await other.aProject();
  const theirColleague = await other.aTeamMember();
  for (const mutation of [ASSIGN, UNASSIGN]) {
    for (const pair of [
      { projectId: theirProject.id, teamMemberId: memberId },
      { projectId: project.id, teamMemberId: theirColleague.id },
      { projectId: 'nonsense', teamMemberId: memberId },
    ]) {
      expect(await ask(owner, mutation, pair)).toEqual({ codes: ['NOT_FOUND'] });
    }
  }
});

test('only owners staff a project: an administrator does not put himself on one', async () => {
  const builder = await aCompany();
  const unit = await builder.aUnit({ saleState: 'SOLD' });
  const administrator = await builder.anAdministrator();
  const pair = { projectId: unit.projectId, teamMemberId: administrator.memberId };
  for (const who of [administrator, await builder.aBuyer(unit)]) {
    for (const mutation of [ASSIGN, UNASSIGN])
      expect(await ask(who, mutation, pair)).toEqual({ codes: ['FORBIDDEN'] });
  }
  expect(await seenBy(administrator)).toEqual([]);
});

describe('with the team', () => {
  const someone = { firstName: 'Wim', lastName: 'Maes', email: 'wim@example.com', role: 'ADMINISTRATOR' };

  test('a new administrator starts on the projects chosen with him', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const projects = [await builder.aProject({ name: 'Ahorn' }), await builder.aProject({ name: 'Birke' })];
    const projectIds = projects.map(({ id }) => id);
    expect(await ask(owner, ADD_MEMBER, { ...someone, projectIds })).toMatchObject({
      teamMember: { projects: [{ name: 'Ahorn' }, { name: 'Birke' }] },
      errors: [],
    });
  });

  test('A4 with another company’s project, or as an owner with projects, nobody is added', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const theirs = await (await aCompany()).aProject();
    const own = await builder.aProject();
    expect(await ask(owner, ADD_MEMBER, { ...someone, projectIds: [own.id, theirs.id] })).toEqual({
      codes: ['NOT_FOUND'],
    });
    expect(await ask(owner, ADD_MEMBER, { ...someone, role: 'OWNER', projectIds: [own.id] })).toMatchObject({
      errors: [{ field: ['projectIds'], reason: 'notAnAdministrator' }],
    });
    expect((await owner.ask('{ teamMembers { totalCount } }')).data.teamMembers.totalCount).toBe(1);
  });

  test('who leaves hands his projects over, or leaves them to the owners', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const [shared, own] = [
      await builder.aProject({ name: 'Ahorn' }),
      await builder.aProject({ name: 'Birke' }),
    ];
    const heir = await builder.anAdministrator({ projects: [shared] });
    const leaver = await builder.anAdministrator({ projects: [shared, own] });
    expect(await ask(owner, DEACTIVATE, { id: leaver.memberId, handOverToId: heir.memberId })).toMatchObject({
      teamMember: { state: 'DEACTIVATED', projects: [] },
      errors: [],
    });
    expect(await seenBy(heir)).toEqual([shared.id, own.id]);

    await ask(owner, DEACTIVATE, { id: heir.memberId, handOverToId: owner.memberId });
    const { data } = await owner.ask('query ($id: ID!) { project(id: $id) { administrators { id } } }', {
      id: own.id,
    });
    expect(data.project.administrators).toEqual([]);
  });
});
