import { aCompany, type Colleague, type TestCompany } from '../../../test/world';
import { Contact } from '../contacts/contact.entity';
import { teamMemberDeactivated } from './team.events';
import { TeamService } from './team.service';
import { TeamMemberState, TeamRole } from './team-member.entity';
import { teamMemberById } from './team-member.loader';

const MEMBER =
  'teamMember { id name role state version viewerCanResendInvitation } errors { code field reason from to existingId }';
const ADD = `mutation ($input: AddTeamMemberInput!) { addTeamMember(input: $input) { ${MEMBER} } }`;
const CHANGE_ROLE = `mutation ($input: ChangeTeamMemberRoleInput!) { changeTeamMemberRole(input: $input) { ${MEMBER} } }`;
const DEACTIVATE = `mutation ($input: DeactivateTeamMemberInput!) { deactivateTeamMember(input: $input) { ${MEMBER} } }`;
const REACTIVATE = `mutation ($input: ReactivateTeamMemberInput!) { reactivateTeamMember(input: $input) { ${MEMBER} } }`;
const WHO = '{ viewer { id roles } }';

const sven = { firstName: 'Sven', lastName: 'Maes', email: 'Sven.Maes@Example.com', role: 'ADMINISTRATOR' };
const team = new TeamService();
const stateOf = (builder: TestCompany, memberId: string) =>
  builder.as('system').load(teamMemberById, memberId);

describe('roles', () => {
  test('an owner makes an administrator an owner, whose old sessions end', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const nora = await builder.anAdministrator();
    const { data } = await owner.ask(CHANGE_ROLE, { input: { id: nora.memberId, role: 'OWNER' } });
    expect(data.changeTeamMemberRole).toEqual({
      teamMember: expect.objectContaining({ role: 'OWNER', version: 2 }),
      errors: [],
    });
    expect((await nora.ask(WHO)).data.viewer).toBeNull();
    expect((await (await builder.signedIn(nora.identityId!)).ask(WHO)).data.viewer.roles).toEqual(['OWNER']);
    expect(await builder.auditTrail()).toEqual(['team.role-changed']);
  });

  test.each([
    ['stepped down', 'changeTeamMemberRole(input: { id: $id, role: ADMINISTRATOR })', 'FORBIDDEN'],
    ['left', 'deactivateTeamMember(input: { id: $id })', 'UNAUTHENTICATED'],
  ])('C13 who has %s does nothing more with it in the same request', async (_what, step, code) => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    await builder.anOwner();
    const { data, codes } = await owner.ask(
      `mutation ($id: ID!) { step: ${step} { errors { code } }
         afterwards: createLead(input: { firstName: "Lena", lastName: "Vogel" }) { contact { id } } }`,
      { id: owner.memberId },
    );
    expect(data).toEqual({ step: { errors: [] }, afterwards: null });
    expect(codes).toEqual([code]);
    expect(await builder.as('system').rows(Contact)).toEqual([]);
  });

  test('the role that one has already changes nothing and is not recorded', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const nora = await builder.anAdministrator();
    await owner.ask(CHANGE_ROLE, { input: { id: nora.memberId, role: 'ADMINISTRATOR' } });
    expect((await nora.ask(WHO)).data.viewer.roles).toEqual(['ADMINISTRATOR']);
    expect(await builder.auditTrail()).toEqual([]);
  });

  test('C13 the last active owner cannot be demoted, whoever else is an owner but not active', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    await builder.aTeamMember({ role: TeamRole.OWNER, state: TeamMemberState.INVITED });
    await builder.aTeamMember({ role: TeamRole.OWNER, state: TeamMemberState.DEACTIVATED });
    const { data } = await owner.ask(CHANGE_ROLE, { input: { id: owner.memberId, role: 'ADMINISTRATOR' } });
    expect(data.changeTeamMemberRole).toEqual({
      teamMember: null,
      errors: [expect.objectContaining({ code: 'VALIDATION_FAILED', field: ['role'], reason: 'lastOwner' })],
    });
  });

  test('C13 an owner who is not the last may step down, and stays signed in with less', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    await builder.anOwner();
    await owner.ask(CHANGE_ROLE, { input: { id: owner.memberId, role: 'ADMINISTRATOR' } });
    expect((await owner.ask(WHO)).data.viewer.roles).toEqual(['ADMINISTRATOR']);
    expect((await owner.ask(ADD, { input: sven })).codes).toEqual(['FORBIDDEN']);
  });

  test('C13 two owners who demote each other at the same time leave one', async () => {
    for (let round = 0; round < 5; round += 1) {
      const builder = await aCompany();
      const [ann, bob] = await Promise.all([builder.anOwner(), builder.anOwner()]);
      const demote = (who: Colleague, whom: Colleague) =>
        who.ask(CHANGE_ROLE, { input: { id: whom.memberId, role: 'ADMINISTRATOR' } });
      const answers = await Promise.all([demote(ann, bob), demote(bob, ann)]);
      expect(answers.filter(({ data }) => data.changeTeamMemberRole?.teamMember)).toHaveLength(1);
      const roles = await Promise.all(
        [ann, bob].map(async ({ memberId }) => (await stateOf(builder, memberId)).role),
      );
      expect(roles.toSorted()).toEqual(['ADMINISTRATOR', 'OWNER']);
    }
  });

  test('C13 an administrator promotes neither himself nor anybody', async () => {
    const builder = await aCompany();
    await builder.anOwner();
    const nora = await builder.anAdministrator();
    expect((await nora.ask(CHANGE_ROLE, { input: { id: nora.memberId, role: 'OWNER' } })).codes).toEqual([
      'FORBIDDEN',
    ]);
    expect((await nora.ask(WHO)).data.viewer.roles).toEqual(['ADMINISTRATOR']);
  });
});

describe('shutting out and letting in', () => {
  test('C10 a deactivated colleague’s sessions are dead at once, and the password opens nothing', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const nora = await builder.anAdministrator();
    const { data } = await owner.ask(DEACTIVATE, { input: { id: nora.memberId } });
    expect(data.deactivateTeamMember).toEqual({
      teamMember: expect.objectContaining({ state: 'DEACTIVATED' }),
      errors: [],
    });
    expect((await nora.ask(WHO)).data.viewer).toBeNull();
    await expect(builder.signedIn(nora.identityId!)).rejects.toThrow('Nothing is open');
    expect(await builder.auditTrail()).toEqual(['team.deactivated']);
  });

  test('reactivated, she signs in as before', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const nora = await builder.anAdministrator();
    await owner.ask(DEACTIVATE, { input: { id: nora.memberId } });
    const { data } = await owner.ask(REACTIVATE, { input: { id: nora.memberId } });
    expect(data.reactivateTeamMember).toEqual({
      teamMember: expect.objectContaining({ state: 'ACTIVE' }),
      errors: [],
    });
    expect((await nora.ask(WHO)).data.viewer).toBeNull();
    expect((await (await builder.signedIn(nora.identityId!)).ask(WHO)).data.viewer.roles).toEqual([
      'ADMINISTRATOR',
    ]);
    expect(await builder.auditTrail()).toEqual(['team.deactivated', 'team.reactivated']);
  });

  test('C13 the last active owner cannot be shut out, two at once cannot shut out each other', async () => {
    const builder = await aCompany();
    const [ann, bob] = await Promise.all([builder.anOwner(), builder.anOwner()]);
    const answers = await Promise.all([
      ann.ask(DEACTIVATE, { input: { id: bob.memberId } }),
      bob.ask(DEACTIVATE, { input: { id: ann.memberId } }),
    ]);
    expect(answers.filter(({ data }) => data.deactivateTeamMember?.teamMember)).toHaveLength(1);
    const left = (await stateOf(builder, ann.memberId)).state === 'ACTIVE' ? ann : bob;
    const { data } = await left.ask(DEACTIVATE, { input: { id: left.memberId } });
    expect(data.deactivateTeamMember.errors).toEqual([
      expect.objectContaining({ code: 'VALIDATION_FAILED', field: ['id'], reason: 'lastOwner' }),
    ]);
  });

  test('the projects hear of it, and who takes over', async () => {
    const builder = await aCompany();
    const [nora, heir] = [await builder.aTeamMember(), await builder.aTeamMember()];
    const heard: unknown[] = [];
    await builder.write(async (tx) => {
      const emit = tx.emit.bind(tx);
      tx.emit = (happened, payload) => {
        if (happened.name === teamMemberDeactivated.name) heard.push(payload);
        return emit(happened, payload);
      };
      await team.deactivate(tx, nora.id, heir.id);
    });
    expect(heard).toEqual([{ memberId: nora.id, identityId: nora.identityId, handOverToId: heir.id }]);
  });

  test.each([TeamMemberState.INVITED, TeamMemberState.DEACTIVATED])(
    'who is %s cannot take over',
    async (state) => {
      const builder = await aCompany();
      const owner = await builder.anOwner();
      const [nora, heir] = [await builder.aTeamMember(), await builder.aTeamMember({ state })];
      const { data } = await owner.ask(DEACTIVATE, { input: { id: nora.id, handOverToId: heir.id } });
      expect(data.deactivateTeamMember.errors).toEqual([
        expect.objectContaining({ code: 'VALIDATION_FAILED', field: ['handOverToId'], reason: 'invalid' }),
      ]);
      expect((await stateOf(builder, nora.id)).state).toBe('ACTIVE');
    },
  );

  test.each([
    [DEACTIVATE, 'deactivateTeamMember', TeamMemberState.INVITED, 'DEACTIVATED'],
    [DEACTIVATE, 'deactivateTeamMember', TeamMemberState.DEACTIVATED, 'DEACTIVATED'],
    [DEACTIVATE, 'deactivateTeamMember', TeamMemberState.ANONYMISED, 'DEACTIVATED'],
    [REACTIVATE, 'reactivateTeamMember', TeamMemberState.INVITED, 'ACTIVE'],
    [REACTIVATE, 'reactivateTeamMember', TeamMemberState.ACTIVE, 'ACTIVE'],
    [REACTIVATE, 'reactivateTeamMember', TeamMemberState.ANONYMISED, 'ACTIVE'],
  ])('%#: what the state machine forbids is refused', async (mutation, name, from, to) => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const member = await builder.aTeamMember({ state: from });
    const { data } = await owner.ask(mutation, { input: { id: member.id } });
    expect(data[name]).toEqual({
      teamMember: null,
      errors: [expect.objectContaining({ code: 'INVALID_TRANSITION', from, to })],
    });
  });
});
