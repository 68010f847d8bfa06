import { sql } from '../../platform/database/sql';
import { aCompany, type Someone, type TestCompany } from '../../../test/world';
import { LinkPurpose, LoginLink } from '../identities/login-link.entity';
import { ProjectAdministrator } from '../projects/project-administrator.entity';
import { ProjectKind } from '../projects/project.entity';
import { AccessState, UnitBuyer } from './unit-buyer.entity';

const LINK = `mutation ($input: LinkCustomerInput!) { linkCustomer(input: $input) {
  buyer { id accessState isPrimary actions } unit { saleState buyers { contact { name } } } errors { code field reason } } }`;
const GRANT = `mutation ($input: GrantAccessInput!) { grantAccess(input: $input) {
  buyers { id accessState actions invitationExpiresAt invitationMail } errors { code field reason from to } } }`;
const change = (name: string) =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) {
    buyer { id accessState actions } errors { code field reason from to } } }`;
const ACCEPT = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) {
  viewer { homes { id number } } errors { code field reason } } }`;
const HOMES = '{ viewer { homes { id } } }';

const strong = 'a calm house by the river';

interface Home {
  builder: TestCompany;
  owner: Someone;
  unitId: string;
  contactId: string;
  identityId: string;
  buyerId: string;
}

/** A sold unit with its buyer linked, in whatever state. */
async function aHome(
  accessState = AccessState.NOT_YET_INVITED,
  passwordHash: string | null = null,
): Promise<Home> {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const unit = await builder.aUnit({ saleState: 'SOLD' });
  const contact = await builder.aCustomer({ passwordHash });
  const buyer = await builder.write((tx) =>
    tx.insert(UnitBuyer, { unitId: unit.id, contactId: contact.id, isPrimary: true, accessState }),
  );
  return {
    builder,
    owner,
    unitId: unit.id,
    contactId: contact.id,
    identityId: contact.identityId!,
    buyerId: buyer.id,
  };
}

async function invitationToken({ builder, identityId }: Home): Promise<string> {
  const ctx = builder.as('system');
  const link = await ctx.row(
    LoginLink,
    sql`row.identity_id = ${identityId} AND row.purpose = ${LinkPurpose.INVITATION} AND row.used_at IS NULL`,
  );
  return ctx.platform.services.tokens.forLink(builder.id, link!.id, link!.purpose);
}

describe('linking', () => {
  test('a customer is linked only after the unit is marked sold, and linking grants nothing', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const unit = await builder.aUnit({ saleState: 'AVAILABLE' });
    const { id: contactId } = await builder.aCustomer();
    const input = { unitId: unit.id, contactId };

    expect((await owner.ask(LINK, { input })).data.linkCustomer).toEqual({
      buyer: null,
      unit: null,
      errors: [{ code: 'VALIDATION_FAILED', field: ['sold'], reason: 'sold' }],
    });
    await owner.ask(
      'mutation ($input: MarkUnitSoldInput!) { markUnitSold(input: $input) { errors { code } } }',
      {
        input: { unitId: unit.id },
      },
    );
    const { data } = await owner.ask(LINK, { input });
    expect(data.linkCustomer.errors).toEqual([]);
    expect(data.linkCustomer.buyer).toEqual({
      id: expect.any(String),
      accessState: 'NOT_YET_INVITED',
      isPrimary: true,
      actions: ['GRANT_ACCESS', 'REMOVE'],
    });
    expect(await builder.outbox()).toEqual([]);
  });

  test('in a project of a single home the first link marks it sold', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const project = await builder.aProject({ kind: ProjectKind.SINGLE });
    const { data: found } = await owner.ask(
      'query ($id: ID!) { project(id: $id) { singleUnit { id saleState } } }',
      {
        id: project.id,
      },
    );
    const { id: contactId } = await builder.aCustomer();
    const { data } = await owner.ask(LINK, { input: { unitId: found.project.singleUnit.id, contactId } });
    expect(data.linkCustomer.errors).toEqual([]);
    expect(data.linkCustomer.unit.saleState).toBe('SOLD');
  });

  test('whoever is no longer the first to be written to is another version of herself', async () => {
    const { builder, owner, unitId, buyerId } = await aHome(AccessState.ACTIVE);
    const { id: contactId } = await builder.aCustomer();
    await owner.ask(LINK, { input: { unitId, contactId, isPrimary: true } });
    const FIRST = 'query ($id: ID!) { node(id: $id) { ... on UnitBuyer { isPrimary version } } }';
    expect((await owner.ask(FIRST, { id: buyerId })).data.node).toEqual({ isPrimary: false, version: 2 });
  });

  test('nobody is linked twice, and a lead not before she is a customer', async () => {
    const home = await aHome();
    const again = await home.owner.ask(LINK, { input: { unitId: home.unitId, contactId: home.contactId } });
    expect(again.data.linkCustomer.errors).toEqual([
      { code: 'VALIDATION_FAILED', field: ['contactId'], reason: 'alreadyLinked' },
    ]);
    const { id: contactId } = await home.builder.aLead();
    const lead = await home.owner.ask(LINK, { input: { unitId: home.unitId, contactId } });
    expect(lead.data.linkCustomer.errors).toEqual([
      { code: 'VALIDATION_FAILED', field: ['contactId'], reason: 'notACustomer' },
    ]);
  });

  test('A3 another company’s customer cannot be linked to one’s own unit', async () => {
    const home = await aHome();
    const { id: contactId } = await (await aCompany()).aCustomer();
    expect((await home.owner.ask(LINK, { input: { unitId: home.unitId, contactId } })).codes).toEqual([
      'NOT_FOUND',
    ]);
  });
});

describe('granting access', () => {
  test('invites once, leaves one mail in the outbox and one entry in the log', async () => {
    const home = await aHome();
    const { data } = await home.owner.ask(GRANT, { input: { buyerIds: [home.buyerId] } });
    expect(data.grantAccess).toEqual({
      buyers: [
        {
          id: home.buyerId,
          accessState: 'INVITED',
          actions: ['RESEND_INVITATION', 'CANCEL_INVITATION', 'REVOKE_ACCESS', 'IMPERSONATE'],
          invitationExpiresAt: expect.stringMatching(/Z$/),
          invitationMail: 'QUEUED',
        },
      ],
      errors: [],
    });
    expect(await home.builder.outbox('access.send-invitation')).toHaveLength(1);
    expect(await home.builder.auditTrail()).toEqual(['access.granted']);
  });

  test('is refused for want of an e-mail address, at the field', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const unit = await builder.aUnit({ saleState: 'SOLD' });
    const contact = await builder.aCustomer({ email: null });
    const buyer = await builder.write((tx) =>
      tx.insert(UnitBuyer, { unitId: unit.id, contactId: contact.id }),
    );
    const { data } = await owner.ask(GRANT, { input: { buyerIds: [buyer.id] } });
    expect(data.grantAccess).toEqual({
      buyers: [],
      errors: [{ code: 'VALIDATION_FAILED', field: ['email'], reason: 'required', from: null, to: null }],
    });
    expect(await builder.outbox()).toEqual([]);
  });

  test('twice is refused, and sends no second mail', async () => {
    const home = await aHome();
    const input = { buyerIds: [home.buyerId] };
    await home.owner.ask(GRANT, { input });
    const { data } = await home.owner.ask(GRANT, { input });
    expect(data.grantAccess.errors).toMatchObject([
      { code: 'INVALID_TRANSITION', from: 'INVITED', to: 'INVITED' },
    ]);
    expect(await home.builder.outbox('access.send-invitation')).toHaveLength(1);
  });

  test('for somebody who has a login already opens the new home at once, with a mail of its own', async () => {
    const home = await aHome(AccessState.NOT_YET_INVITED, 'accepted');
    const { data } = await home.owner.ask(GRANT, { input: { buyerIds: [home.buyerId] } });
    expect(data.grantAccess.buyers[0].accessState).toBe('ACTIVE');
    expect(await home.builder.outbox('access.send-invitation')).toEqual([]);
    expect(await home.builder.outbox('access.send-new-unit')).toHaveLength(1);
  });

  test('for several at once gives each her own result, and a person with two homes one mail', async () => {
    const home = await aHome();
    const second = await home.builder.aUnit({ saleState: 'SOLD' });
    const nameless = await home.builder.aCustomer({ email: null });
    const [sameBuyer, withoutEmail] = await home.builder.write(async (tx) => [
      await tx.insert(UnitBuyer, { unitId: second.id, contactId: home.contactId }),
      await tx.insert(UnitBuyer, { unitId: second.id, contactId: nameless.id }),
    ]);
    const { data } = await home.owner.ask(GRANT, {
      input: { buyerIds: [home.buyerId, withoutEmail!.id, sameBuyer!.id] },
    });
    expect(data.grantAccess.buyers.map(({ id }: { id: string }) => id)).toEqual([
      home.buyerId,
      sameBuyer!.id,
    ]);
    expect(data.grantAccess.errors).toMatchObject([
      { code: 'VALIDATION_FAILED', field: ['buyerIds', '1', 'email'] },
    ]);
    expect(await home.builder.outbox('access.send-invitation')).toHaveLength(1);
  });

  test('C14 twenty owners’ clicks at once invite once', async () => {
    const home = await aHome();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => home.owner.ask(GRANT, { input: { buyerIds: [home.buyerId] } })),
    );
    expect(answers.filter(({ data }) => data.grantAccess.buyers.length === 1)).toHaveLength(1);
    expect(await home.builder.outbox('access.send-invitation')).toHaveLength(1);
  });
});

describe('the invitation', () => {
  test('accepted, opens her home and no other', async () => {
    const home = await aHome();
    await home.builder.aUnit({ saleState: 'SOLD' });
    await home.owner.ask(GRANT, { input: { buyerIds: [home.buyerId] } });
    const input = { token: await invitationToken(home), password: strong, acceptedTermsVersion: '1' };
    const { data, token } = await home.builder.stranger().ask(ACCEPT, { input });
    expect(data.acceptInvitation.errors).toEqual([]);
    expect(data.acceptInvitation.viewer.homes).toMatchObject([{ id: home.unitId }]);
    expect(token).toEqual(expect.any(String));
    expect(await home.builder.auditTrail()).toContain('access.activated');
  });

  test('C4 is dead after it was used, cancelled, sent again, revoked, or the address changed', async () => {
    const used = await aHome();
    await used.owner.ask(GRANT, { input: { buyerIds: [used.buyerId] } });
    const token = await invitationToken(used);
    const input = { token, password: strong, acceptedTermsVersion: '1' };
    await used.builder.stranger().ask(ACCEPT, { input });
    const again = await used.builder.stranger().ask(ACCEPT, { input });
    expect(again.data.acceptInvitation.errors).toMatchObject([{ code: 'LINK_USED' }]);

    const readdressed = { version: 1, change: { email: 'sofie.elsewhere@example.com' } };
    const ends: [string, (home: Home) => object][] = [
      ['cancelInvitation', ({ buyerId }) => ({ buyerId })],
      ['resendInvitation', ({ buyerId }) => ({ id: buyerId })],
      ['revokeAccess', ({ buyerId }) => ({ buyerId })],
      ['updateContact', ({ contactId }) => ({ id: contactId, ...readdressed })],
    ];
    for (const [name, about] of ends) {
      const home = await aHome();
      await home.owner.ask(GRANT, { input: { buyerIds: [home.buyerId] } });
      const old = await invitationToken(home);
      const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
      const { data: ended } = await home.owner.ask(
        `mutation ($input: ${type}!) { ${name}(input: $input) { errors { code } } }`,
        { input: about(home) },
      );
      expect(ended[name].errors).toEqual([]);
      const { data } = await home.builder
        .stranger()
        .ask(ACCEPT, { input: { token: old, password: strong, acceptedTermsVersion: '1' } });
      expect(data.acceptInvitation.errors).toMatchObject([{ code: 'LINK_USED' }]);
    }
  });

  test('sent again keeps her invited, and only while she is', async () => {
    const home = await aHome(AccessState.ACTIVE, 'accepted');
    const { data } = await home.owner.ask(change('resendInvitation'), { input: { id: home.buyerId } });
    expect(data.resendInvitation.errors).toMatchObject([{ code: 'INVALID_TRANSITION', from: 'ACTIVE' }]);
  });

  test('cancelled, goes back to “not yet invited”', async () => {
    const home = await aHome();
    await home.owner.ask(GRANT, { input: { buyerIds: [home.buyerId] } });
    const { data } = await home.owner.ask(change('cancelInvitation'), { input: { buyerId: home.buyerId } });
    expect(data.cancelInvitation.buyer.accessState).toBe('NOT_YET_INVITED');
  });
});

describe('revoking', () => {
  test('A11 takes the home from her open session at once, keeps everything, and restoring gives it back', async () => {
    const home = await aHome(AccessState.ACTIVE, 'accepted');
    const customer = await home.builder.signedIn(home.identityId);
    expect((await customer.ask(HOMES)).data.viewer.homes).toEqual([{ id: home.unitId }]);

    const revoked = await home.owner.ask(change('revokeAccess'), { input: { buyerId: home.buyerId } });
    expect(revoked.data.revokeAccess.buyer).toMatchObject({
      accessState: 'REVOKED',
      actions: ['RESTORE_ACCESS', 'REMOVE'],
    });
    const unit = 'query ($id: ID!) { unit(id: $id) { id } }';
    expect((await customer.ask(HOMES)).data.viewer.homes).toEqual([]);
    expect((await customer.ask(unit, { id: home.unitId })).codes).toEqual(['NOT_FOUND']);
    expect(await home.builder.outbox()).toEqual([]);

    const restored = await home.owner.ask(change('restoreAccess'), { input: { buyerId: home.buyerId } });
    expect(restored.data.restoreAccess.buyer.accessState).toBe('ACTIVE');
    expect((await customer.ask(HOMES)).data.viewer.homes).toEqual([{ id: home.unitId }]);
    expect(await home.builder.outbox('access.send-restored')).toHaveLength(1);
  });

  test('tells the customer only where the team ticks it', async () => {
    const home = await aHome(AccessState.ACTIVE, 'accepted');
    await home.owner.ask(change('revokeAccess'), { input: { buyerId: home.buyerId, tellCustomer: true } });
    expect(await home.builder.outbox('access.send-revoked')).toHaveLength(1);
  });

  test('somebody who never chose a password is invited anew when access is restored', async () => {
    const home = await aHome(AccessState.REVOKED);
    const { data } = await home.owner.ask(change('restoreAccess'), { input: { buyerId: home.buyerId } });
    expect(data.restoreAccess.buyer.accessState).toBe('INVITED');
    expect(await home.builder.outbox('access.send-invitation')).toHaveLength(1);
  });

  test.each([
    ['revokeAccess', AccessState.NOT_YET_INVITED],
    ['revokeAccess', AccessState.REVOKED],
    ['restoreAccess', AccessState.ACTIVE],
    ['restoreAccess', AccessState.NOT_YET_INVITED],
    ['cancelInvitation', AccessState.ACTIVE],
    ['cancelInvitation', AccessState.NOT_YET_INVITED],
  ])('%s is refused from %s', async (name, state) => {
    const home = await aHome(state, state === AccessState.ACTIVE ? 'accepted' : null);
    const { data } = await home.owner.ask(change(name), { input: { buyerId: home.buyerId } });
    expect(data[name]).toMatchObject({ buyer: null, errors: [{ code: 'INVALID_TRANSITION', from: state }] });
  });
});

describe('who sees what', () => {
  test('A9 a customer sees her own home, and the neighbour’s does not exist', async () => {
    const home = await aHome(AccessState.ACTIVE, 'accepted');
    const project = await home.builder
      .as('system')
      .select<{ id: string }>(
        sql`SELECT project_id AS id FROM units WHERE company_id = ${home.builder.id} AND id = ${home.unitId}`,
      );
    const next = await home.builder.aUnit({ projectId: project[0]!.id, saleState: 'SOLD' });
    const neighbour = await home.builder.aCustomer({ firstName: 'Nadia', passwordHash: 'accepted' });
    const theirs = await home.builder.write((tx) =>
      tx.insert(UnitBuyer, { unitId: next.id, contactId: neighbour.id, accessState: AccessState.ACTIVE }),
    );
    const customer = await home.builder.signedIn(home.identityId);
    const { data } = await customer.ask(
      `{ projects { totalCount edges { node { units { totalCount edges { node { id buyers { contact { name } } } } } unitCount } } } }`,
    );
    expect(data.projects.edges[0].node.units).toEqual({
      totalCount: 1,
      edges: [{ node: { id: home.unitId, buyers: [{ contact: { name: 'Sofie Lambrecht' } }] } }],
    });
    for (const id of [next.id, neighbour.id, theirs.id]) {
      expect((await customer.ask('query ($id: ID!) { node(id: $id) { id } }', { id })).codes).toEqual([
        'NOT_FOUND',
      ]);
    }
  });

  test('an administrator sees the buyers of his projects, and none of another', async () => {
    const home = await aHome(AccessState.ACTIVE, 'accepted');
    const administrator = await home.builder.anAdministrator();
    const CONTACTS = '{ contacts { totalCount } }';
    expect((await administrator.ask(CONTACTS)).data.contacts.totalCount).toBe(0);
    expect(
      (await administrator.ask('query ($id: ID!) { contact(id: $id) { id } }', { id: home.contactId })).codes,
    ).toEqual(['NOT_FOUND']);
    await home.builder.write(async (tx) => {
      const [unit] = await tx.select<{ id: string }>(
        sql`SELECT project_id AS id FROM units WHERE company_id = ${tx.companyId} AND id = ${home.unitId}`,
      );
      await tx.insert(ProjectAdministrator, { projectId: unit!.id, teamMemberId: administrator.memberId });
    });
    expect((await administrator.ask(CONTACTS)).data.contacts.totalCount).toBe(1);
  });

  test('a contact’s status is the strongest of her links', async () => {
    const home = await aHome(AccessState.REVOKED, 'accepted');
    const STATUS = 'query ($id: ID!) { contact(id: $id) { accessState purchases { id } } }';
    expect((await home.owner.ask(STATUS, { id: home.contactId })).data.contact.accessState).toBe('REVOKED');
    const second = await home.builder.aUnit({ saleState: 'SOLD' });
    await home.builder.write((tx) =>
      tx.insert(UnitBuyer, {
        unitId: second.id,
        contactId: home.contactId,
        accessState: AccessState.INVITED,
      }),
    );
    const { data } = await home.owner.ask(STATUS, { id: home.contactId });
    expect(data.contact).toEqual({
      accessState: 'INVITED',
      purchases: [{ id: expect.any(String) }, { id: expect.any(String) }],
    });
    const lead = await home.builder.aLead();
    expect((await home.owner.ask(STATUS, { id: lead.id })).data.contact.accessState).toBeNull();
  });
});
