import { aCompany, type Someone, type TestCompany } from '../../../test/world';
import { AccessState, UnitBuyer } from '../access/unit-buyer.entity';
import { Impersonation } from '../impersonation/impersonation.entity';
import { Session } from '../identities/session.entity';
import type { Contact } from './contact.entity';

const CONTACT = `query ($id: ID!) { contact(id: $id) { name kinds email phone address { city } saleCancelled lastSeenAt
  pendingEmail viewerCanEdit partnerCompany { name people { name } } } }`;
const NOTES = 'query ($id: ID!) { contact(id: $id) { name notes } }';
const created = 'contact { id } errors { code }';
const mutations: [string, string, (contact: Contact) => object][] = [
  [
    'createCustomer',
    `mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { ${created} } }`,
    () => someone,
  ],
  [
    'createPartner',
    `mutation ($input: CreatePartnerInput!) { createPartner(input: $input) { ${created} } }`,
    () => ({ ...someone, email: 'a@example.com' }),
  ],
  [
    'createLead',
    `mutation ($input: CreateLeadInput!) { createLead(input: $input) { ${created} } }`,
    () => someone,
  ],
  [
    'updateContact',
    `mutation ($input: UpdateContactInput!) { updateContact(input: $input) { ${created} } }`,
    ({ id }) => ({ id, version: 1, change: { phone: '1' } }),
  ],
];
const someone = { firstName: 'Jan', lastName: 'Peeters' };

const full = {
  phone: '0470',
  notes: 'Two dogs.',
  address: { city: 'Gent' } as Contact['address'],
  saleCancelled: true,
};

/** A customer who is signed in and sees her home. */
async function aBuyer(builder: TestCompany, given: Partial<Contact> = {}) {
  const contact = await builder.aCustomer({ passwordHash: 'accepted', ...full, ...given });
  const unit = await builder.aUnit();
  await builder.write((tx) =>
    tx.insert(UnitBuyer, {
      unitId: unit.id,
      contactId: contact.id,
      isPrimary: true,
      accessState: AccessState.ACTIVE,
    }),
  );
  return { contact, unit, viewer: await builder.signedIn(contact.identityId!) };
}

async function aPartnerOf(builder: TestCompany, partnerCompanyId: string | null, firstName = 'Pieter') {
  const contact = await builder.aPartner({ ...full, firstName, partnerCompanyId });
  return { contact, viewer: await builder.signedIn(contact.identityId!) };
}

/** An owner who looks through the eyes of a contact. */
async function anImpersonator(builder: TestCompany, contact: Contact): Promise<Someone> {
  const owner = await builder.anOwner();
  await builder.write(async (tx) => {
    const now = Date.now();
    const { id } = await tx.insert(Impersonation, {
      actorMemberId: owner.memberId,
      contactId: contact.id,
      unitId: null,
      reason: null,
      startedAt: new Date(now).toISOString(),
      expiresAt: new Date(now + 60_000).toISOString(),
      endedAt: null,
      ip: null,
    });
    await tx.update(Session, owner.sessionId!, { impersonationId: id });
  });
  return owner;
}

const see = async (viewer: Someone, { id }: { id: string }, query = CONTACT) => {
  const { data, codes } = await viewer.ask(query, { id });
  return { contact: data?.contact ?? null, codes };
};
const nothing = { contact: null, codes: ['NOT_FOUND'] };

test('the team is shown everything, notes as well; an administrator cannot edit', async () => {
  const builder = await aCompany();
  const { contact, unit } = await aBuyer(builder);
  const owner = await builder.anOwner();
  const administrator = await builder.anAdministrator({ projects: [{ id: unit.projectId }] as never });
  for (const [viewer, viewerCanEdit] of [
    [owner, true],
    [administrator, false],
  ] as const) {
    expect((await see(viewer, contact)).contact).toMatchObject({
      name: 'Sofie Lambrecht',
      kinds: ['CUSTOMER'],
      email: contact.email,
      phone: '0470',
      address: { city: 'Gent' },
      saleCancelled: true,
      viewerCanEdit,
    });
    expect(await see(viewer, contact, NOTES)).toEqual({
      contact: { name: 'Sofie Lambrecht', notes: 'Two dogs.' },
      codes: [],
    });
  }
});

test('a customer sees herself, but not what the team notes about her', async () => {
  const builder = await aCompany();
  const { contact, viewer } = await aBuyer(builder);
  expect((await see(viewer, contact)).contact).toMatchObject({
    kinds: ['CUSTOMER'],
    email: contact.email,
    phone: '0470',
    address: { city: 'Gent' },
    viewerCanEdit: false,
  });
  expect(await see(viewer, contact, NOTES)).toEqual({
    contact: { name: 'Sofie Lambrecht', notes: null },
    codes: ['FORBIDDEN'],
  });
  const { data } = await viewer.ask('{ viewer { contact { name } } }');
  expect(data.viewer.contact).toEqual({ name: 'Sofie Lambrecht' });
});

test('A9: to a customer nobody else exists, be it neighbour, lead, partner or another company’s', async () => {
  const builder = await aCompany();
  const { viewer } = await aBuyer(builder);
  const { contact: neighbour } = await aBuyer(builder);
  const theirs = await (await aCompany()).aCustomer();
  for (const contact of [
    neighbour,
    await builder.aLead(),
    await builder.aPartner(),
    theirs,
    { id: 'nobody' },
  ]) {
    expect(await see(viewer, contact)).toEqual(nothing);
  }
});

test('A1: to an owner nobody of another company exists', async () => {
  const theirs = await (await aCompany()).aCustomer();
  expect(await see(await (await aCompany()).anOwner(), theirs)).toEqual(nothing);
});

test('to an administrator only the people of his own projects exist', async () => {
  const builder = await aCompany();
  const { unit } = await aBuyer(builder);
  const administrator = await builder.anAdministrator({ projects: [{ id: unit.projectId }] as never });
  const { contact: elsewhere } = await aBuyer(builder);
  expect(await see(administrator, elsewhere)).toEqual(nothing);
});

describe('CO-05: partners of one firm', () => {
  test('see each other and how to reach each other, not what is private', async () => {
    const builder = await aCompany();
    const firm = await builder.aPartnerCompany();
    const { viewer } = await aPartnerOf(builder, firm.id);
    const { contact: colleague } = await aPartnerOf(builder, firm.id, 'Bram');
    expect(await see(viewer, colleague)).toEqual({
      codes: [],
      contact: {
        name: 'Bram Goossens',
        kinds: [],
        email: colleague.email,
        phone: '0470',
        address: null,
        saleCancelled: false,
        lastSeenAt: null,
        pendingEmail: null,
        viewerCanEdit: false,
        partnerCompany: {
          name: 'Keukens Maes',
          people: [{ name: 'Bram Goossens' }, { name: 'Pieter Goossens' }],
        },
      },
    });
    expect((await see(viewer, colleague, NOTES)).codes).toEqual(['FORBIDDEN']);
  });

  test('see nobody of another firm, nor do those who work for none see each other', async () => {
    const builder = await aCompany();
    const firm = await builder.aPartnerCompany();
    const { contact, viewer } = await aPartnerOf(builder, firm.id);
    const { contact: other, viewer: rival } = await aPartnerOf(
      builder,
      (await builder.aPartnerCompany('Maes Keukens')).id,
    );
    const { contact: single, viewer: alone } = await aPartnerOf(builder, null);
    const { contact: second } = await aPartnerOf(builder, null);
    for (const [who, whom] of [
      [viewer, other],
      [rival, contact],
      [viewer, single],
      [alone, second],
      [alone, contact],
    ] as const) {
      expect(await see(who, whom)).toEqual(nothing);
    }
  });

  test('A10: whoever leaves the firm no longer sees its people', async () => {
    const builder = await aCompany();
    const firm = await builder.aPartnerCompany();
    const { contact, viewer } = await aPartnerOf(builder, firm.id);
    const { contact: colleague } = await aPartnerOf(builder, firm.id, 'Bram');
    const { data } = await (
      await builder.anOwner()
    ).ask(mutations[3]![1], {
      input: { id: contact.id, version: 1, change: { partnerCompanyId: null } },
    });
    expect(data.updateContact.errors).toEqual([]);
    expect(await see(viewer, colleague)).toEqual(nothing);
  });
});

test('a stranger is asked to sign in', async () => {
  const builder = await aCompany();
  const contact = await builder.aCustomer();
  expect((await see(builder.stranger(), contact)).codes).toEqual(['UNAUTHENTICATED']);
  for (const query of ['{ contacts { totalCount } }', '{ partnerCompanies { edges { node { id } } } }']) {
    expect((await builder.stranger().ask(query)).codes).toEqual(['UNAUTHENTICATED']);
  }
});

test('lists of people are for the team', async () => {
  const builder = await aCompany();
  const { viewer: customer } = await aBuyer(builder);
  const { viewer: partner } = await aPartnerOf(builder, null);
  for (const viewer of [customer, partner]) {
    for (const query of ['{ contacts { totalCount } }', '{ partnerCompanies { edges { node { id } } } }']) {
      expect((await viewer.ask(query)).codes).toEqual(['FORBIDDEN']);
    }
  }
});

test.each(mutations)(
  '%s is for owners only, and not while looking through somebody’s eyes',
  async (name, mutation, input) => {
    const builder = await aCompany();
    const { contact, unit, viewer: customer } = await aBuyer(builder);
    const { viewer: partner } = await aPartnerOf(builder, null);
    const administrator = await builder.anAdministrator({ projects: [{ id: unit.projectId }] as never });
    const ask = async (viewer: Someone) => (await viewer.ask(mutation, { input: input(contact) })).codes;

    expect(await ask(builder.stranger())).toEqual(['UNAUTHENTICATED']);
    for (const viewer of [administrator, customer, partner]) expect(await ask(viewer)).toEqual(['FORBIDDEN']);
    expect(await ask(await anImpersonator(builder, contact))).toEqual(['IMPERSONATION_READ_ONLY']);
    expect(await builder.auditTrail()).toEqual([]);

    const { data, codes } = await (await builder.anOwner()).ask(mutation, { input: input(contact) });
    expect({ codes, errors: data[name].errors }).toEqual({ codes: [], errors: [] });
  },
);

test('whoever looks through a customer’s eyes sees what she sees: no notes, no list', async () => {
  const builder = await aCompany();
  const { contact } = await aBuyer(builder);
  const looking = await anImpersonator(builder, contact);
  expect((await see(looking, contact)).contact).toMatchObject({
    name: 'Sofie Lambrecht',
    viewerCanEdit: false,
  });
  expect((await see(looking, contact, NOTES)).codes).toEqual(['FORBIDDEN']);
  expect((await looking.ask('{ contacts { totalCount } }')).codes).toEqual(['FORBIDDEN']);
  expect(await see(looking, await builder.aLead())).toEqual(nothing);
});
