import { aCompany, type TestCompany } from '../../../test/world';
import { LinkPurpose } from '../identities/login-link.entity';
import { TeamService } from './team.service';
import { TeamMemberState } from './team-member.entity';
import { teamMemberById } from './team-member.loader';

const MEMBER =
  'teamMember { id name role state version viewerCanResendInvitation } errors { code field reason from to existingId }';
const ADD = `mutation ($input: AddTeamMemberInput!) { addTeamMember(input: $input) { ${MEMBER} } }`;
const CHANGE_ROLE = `mutation ($input: ChangeTeamMemberRoleInput!) { changeTeamMemberRole(input: $input) { ${MEMBER} } }`;
const DEACTIVATE = `mutation ($input: DeactivateTeamMemberInput!) { deactivateTeamMember(input: $input) { ${MEMBER} } }`;
const REACTIVATE = `mutation ($input: ReactivateTeamMemberInput!) { reactivateTeamMember(input: $input) { ${MEMBER} } }`;
const LIST = `query ($search: String, $state: [TeamMemberState!], $role: TeamRole, $first: Int, $after: String) {
  teamMembers(search: $search, state: $state, role: $role, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { name email } } } }`;

const sven = { firstName: 'Sven', lastName: 'Maes', email: 'Sven.Maes@Example.com', role: 'ADMINISTRATOR' };
const team = new TeamService();
const names = (data: { teamMembers: { edges: { node: { name: string } }[] } }) =>
  data.teamMembers.edges.map(({ node }) => node.name);

const stateOf = (builder: TestCompany, memberId: string) =>
  builder.as('system').load(teamMemberById, memberId);

describe('adding a colleague', () => {
  test('an owner adds one, who is invited at once and waits for nothing else', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const { data, codes } = await owner.ask(ADD, {
      input: { ...sven, phone: '+32 470 00 00 00', jobTitle: 'Site manager' },
    });
    expect(codes).toEqual([]);
    expect(data.addTeamMember).toEqual({
      teamMember: expect.objectContaining({
        name: 'Sven Maes',
        role: 'ADMINISTRATOR',
        state: 'INVITED',
        viewerCanResendInvitation: true,
      }),
      errors: [],
    });
    expect(await builder.mails('team.send-invitation')).toEqual([
      expect.objectContaining({
        template: 'teamInvitation',
        language: 'EN',
        to: { firstName: 'Sven', lastName: 'Maes', address: 'sven.maes@example.com' },
        data: {
          invitedBy: 'Olivia Peeters',
          role: 'ADMINISTRATOR',
          path: expect.stringMatching(/^\/invitation\/[\w-]{86}$/),
          validMinutes: 20_160,
        },
      }),
    ]);
    expect(await builder.auditTrail()).toEqual(['team.invited']);
  });

  test('the invitation is in the colleague’s language, else in the company’s', async () => {
    const builder = await aCompany({ defaultLanguage: 'NL' });
    const owner = await builder.anOwner();
    await owner.ask(ADD, { input: sven });
    await owner.ask(ADD, { input: { ...sven, email: 'fr@example.com', language: 'FR' } });
    expect((await builder.mails('team.send-invitation')).map((mail) => mail?.language)).toEqual(['NL', 'FR']);
  });

  test('everything that is wrong is said at its field, and nothing is written', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const input = {
      ...sven,
      firstName: ' ',
      lastName: 'x'.repeat(81),
      email: 'nobody',
      jobTitle: 'a\u202eb',
    };
    const { data } = await owner.ask(ADD, { input });
    expect(data.addTeamMember.errors).toEqual([
      expect.objectContaining({ code: 'VALIDATION_FAILED', field: ['firstName'], reason: 'required' }),
      expect.objectContaining({ code: 'VALIDATION_FAILED', field: ['lastName'], reason: 'tooLong' }),
      expect.objectContaining({ code: 'VALIDATION_FAILED', field: ['email'], reason: 'invalid' }),
      expect.objectContaining({
        code: 'VALIDATION_FAILED',
        field: ['jobTitle'],
        reason: 'forbiddenCharacters',
      }),
    ]);
    expect(await builder.outbox()).toEqual([]);
    expect(await builder.auditTrail()).toEqual([]);
  });

  test.each(['MIA@EXAMPLE.COM', '  mia@example.com ', 'ｍｉａ@example.com', 'mia@EXAMPLE。com'])(
    'C16 the address of anybody else is refused, also when typed as %s',
    async (email) => {
      const builder = await aCompany();
      const owner = await builder.anOwner();
      const mia = await builder.aTeamMember({ email: 'mia@example.com' });
      const { data } = await owner.ask(ADD, { input: { ...sven, email } });
      expect(data.addTeamMember).toEqual({
        teamMember: null,
        errors: [expect.objectContaining({ code: 'DUPLICATE_EMAIL', field: ['email'], existingId: mia.id })],
      });
    },
  );

  test('a customer’s address is taken as well', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const customer = await builder.aCustomer({ email: 'sven.maes@example.com' });
    const { data } = await owner.ask(ADD, { input: sven });
    expect(data.addTeamMember.errors).toEqual([
      expect.objectContaining({ code: 'DUPLICATE_EMAIL', existingId: customer.id }),
    ]);
  });

  test('of ten who add the same address at once, one succeeds', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const answers = await Promise.all(Array.from({ length: 10 }, () => owner.ask(ADD, { input: sven })));
    const added = answers.filter(({ data }) => data.addTeamMember.teamMember);
    expect(added).toHaveLength(1);
    expect(await builder.outbox('team.send-invitation')).toHaveLength(1);
  });

  test('accepting the invitation makes the colleague active and signs in', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const { data } = await owner.ask(ADD, { input: sven });
    const member = await stateOf(builder, data.addTeamMember.teamMember.id);
    const token = await builder.tokenFor(member.identityId, LinkPurpose.TEAM_INVITATION);
    const accepted = await builder
      .stranger()
      .ask(
        `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { viewer { roles teamMember { state } } errors { code } } }`,
        { input: { token, password: 'lavender window north', acceptedTermsVersion: '1' } },
      );
    expect(accepted.data.acceptInvitation).toEqual({
      viewer: { roles: ['ADMINISTRATOR'], teamMember: { state: 'ACTIVE' } },
      errors: [],
    });
    expect(await builder.auditTrail()).toEqual(['team.invited', 'team.activated']);
  });
});

describe('the invitation once more', () => {
  async function invited() {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const { data } = await owner.ask(ADD, { input: sven });
    const member = await stateOf(builder, data.addTeamMember.teamMember.id);
    const resend = () => builder.write((tx) => team.resendInvitation(tx, member.id));
    return { builder, owner, member, resend };
  }

  test('C4 the old link dies', async () => {
    const { builder, member, resend } = await invited();
    const old = await builder.tokenFor(member.identityId, LinkPurpose.TEAM_INVITATION);
    await resend();
    const { data } = await builder
      .stranger()
      .ask('query ($token: String!) { invitationLink(token: $token) { state } }', { token: old });
    expect(data.invitationLink.state).toBe('USED');
    expect((await builder.mails('team.send-invitation')).map((mail) => mail !== null)).toEqual([false, true]);
    expect(await builder.auditTrail()).toEqual(['team.invited', 'team.invitation-resent']);
  });

  test('at most five times a day', async () => {
    const { resend } = await invited();
    for (let time = 0; time < 5; time += 1) await resend();
    await expect(resend()).rejects.toMatchObject({ troubles: [{ code: 'RATE_LIMITED', limit: 5 }] });
  });

  test('not when it was accepted', async () => {
    const builder = await aCompany();
    const member = await builder.aTeamMember();
    await expect(builder.write((tx) => team.resendInvitation(tx, member.id))).rejects.toMatchObject({
      troubles: [{ code: 'INVALID_TRANSITION', from: 'ACTIVE', to: 'INVITED' }],
    });
  });
});

describe('the list of colleagues', () => {
  async function aTeam() {
    const builder = await aCompany();
    const owner = await builder.anOwner({ email: 'olivia@hearth.example' });
    await builder.aTeamMember({ firstName: 'Zoë', lastName: 'Ångström' });
    await builder.aTeamMember({ firstName: 'Jan', lastName: 'de Wit', state: TeamMemberState.INVITED });
    await builder.aTeamMember({ firstName: '100%', lastName: 'Sure_ly', state: TeamMemberState.DEACTIVATED });
    return { builder, owner };
  }

  test('is sorted by name, whatever the accents and cases', async () => {
    const { owner } = await aTeam();
    const { data } = await owner.ask(LIST);
    expect(names(data)).toEqual(['Zoë Ångström', 'Jan de Wit', 'Olivia Peeters', '100% Sure_ly']);
    expect(data.teamMembers.totalCount).toBe(4);
  });

  test('comes page by page', async () => {
    const { owner } = await aTeam();
    const { data: first } = await owner.ask(LIST, { first: 3 });
    expect(first.teamMembers.pageInfo.hasNextPage).toBe(true);
    const { data: rest } = await owner.ask(LIST, { first: 3, after: first.teamMembers.pageInfo.endCursor });
    expect(names(rest)).toEqual(['100% Sure_ly']);
    expect(rest.teamMembers.pageInfo.hasNextPage).toBe(false);
    expect((await owner.ask(LIST, { first: 0 })).codes).toEqual(['BAD_USER_INPUT']);
  });

  test.each([
    ['angstrom zoe', ['Zoë Ångström']],
    ['WIT', ['Jan de Wit']],
    ['hearth.example', ['Olivia Peeters']],
    ['%', ['100% Sure_ly']],
    ['e_l', ['100% Sure_ly']],
    ['nobody at all', []],
  ])('is searched for “%s”', async (search, found) => {
    const { owner } = await aTeam();
    const { data } = await owner.ask(LIST, { search });
    expect(names(data)).toEqual(found);
    expect(data.teamMembers.totalCount).toBe(found.length);
  });

  test('is filtered by state and role', async () => {
    const { owner } = await aTeam();
    expect(names((await owner.ask(LIST, { state: ['INVITED', 'DEACTIVATED'] })).data)).toEqual([
      'Jan de Wit',
      '100% Sure_ly',
    ]);
    expect(names((await owner.ask(LIST, { role: 'OWNER' })).data)).toEqual(['Olivia Peeters']);
  });
});

describe('who may what', () => {
  const MEMBERS =
    'query ($id: ID!) { node(id: $id) { ... on TeamMember { name email } } teamMembers { totalCount } }';

  test('an administrator reads the list and changes nobody', async () => {
    const builder = await aCompany();
    const { memberId } = await builder.anOwner();
    const nora = await builder.anAdministrator();
    expect((await nora.ask(LIST)).data.teamMembers.totalCount).toBe(2);
    const { data } = await nora.ask(
      '{ teamMembers { edges { node { viewerCanResendInvitation lastSeenAt invitedAt picture { id } } } } }',
    );
    expect(data.teamMembers.edges).toHaveLength(2);
    for (const [mutation, input] of [
      [ADD, sven],
      [CHANGE_ROLE, { id: memberId, role: 'ADMINISTRATOR' }],
      [DEACTIVATE, { id: memberId }],
      [REACTIVATE, { id: memberId }],
    ] as const) {
      expect((await nora.ask(mutation, { input })).codes).toEqual(['FORBIDDEN']);
    }
  });

  test('a partner and a stranger see no colleague', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const partner = await builder.signedIn((await builder.aPartner()).identityId!);
    expect((await partner.ask(MEMBERS, { id: owner.memberId })).codes.toSorted()).toEqual([
      'FORBIDDEN',
      'NOT_FOUND',
    ]);
    expect((await partner.ask(ADD, { input: sven })).codes).toEqual(['FORBIDDEN']);
    expect((await partner.ask('{ viewer { roles teamMember { name } } }')).data.viewer).toEqual({
      roles: ['PARTNER'],
      teamMember: null,
    });
    expect((await builder.stranger().ask(LIST)).codes).toEqual(['UNAUTHENTICATED']);
    expect((await builder.stranger().ask(ADD, { input: sven })).codes).toEqual(['UNAUTHENTICATED']);
  });

  test('another company’s colleague does not exist', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const theirs = await (await aCompany()).anAdministrator();
    expect((await owner.ask(CHANGE_ROLE, { input: { id: theirs.memberId, role: 'OWNER' } })).codes).toEqual([
      'NOT_FOUND',
    ]);
    expect((await owner.ask(DEACTIVATE, { input: { id: theirs.memberId } })).codes).toEqual(['NOT_FOUND']);
    expect((await owner.ask(REACTIVATE, { input: { id: theirs.memberId } })).codes).toEqual(['NOT_FOUND']);
    const nora = await builder.aTeamMember();
    const { codes } = await owner.ask(DEACTIVATE, { input: { id: nora.id, handOverToId: theirs.memberId } });
    expect(codes).toEqual(['NOT_FOUND']);
    expect((await owner.ask(DEACTIVATE, { input: { id: 'no uuid' } })).codes).toEqual(['NOT_FOUND']);
  });
});
