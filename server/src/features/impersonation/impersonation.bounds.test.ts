import { aCompany, type Colleague, type TestCompany } from '../../../test/world';
import { AccessState, UnitBuyer } from '../access/unit-buyer.entity';

const START =
  'mutation ($input: StartImpersonationInput!) { startImpersonation(input: $input) { viewer { id } errors { code } } }';
const STOP = 'mutation { stopImpersonation { errors { code } } }';
const LOG = '{ viewer { impersonation { id } impersonations { edges { node { id reason } } } } }';
const NODE = 'query ($id: ID!) { node(id: $id) { id } }';

async function aBuyerOf(builder: TestCompany, projectId?: string, firmId?: string) {
  const unit = await builder.aUnit({ saleState: 'SOLD', ...(projectId && { projectId }) });
  const contact = await builder.aCustomer({
    passwordHash: 'accepted',
    ...(firmId && { isPartner: true, partnerCompanyId: firmId }),
  });
  const buyer = await builder.write((tx) =>
    tx.insert(UnitBuyer, { unitId: unit.id, contactId: contact.id, accessState: AccessState.ACTIVE }),
  );
  return { unit, contact, buyer };
}

const look = async (who: Colleague, contactId: string, reason?: string) => {
  const { data } = await who.ask(START, { input: { contactId, reason } });
  expect(data.startImpersonation.errors).toEqual([]);
};

describe('D6 whoever looks through her eyes', () => {
  test('does not read who else did, but she does', async () => {
    const builder = await aCompany();
    const first = await builder.anOwner();
    const { contact } = await aBuyerOf(builder);
    await look(first, contact.id, 'A complaint about a colleague.');
    const { data } = await first.ask(LOG);
    await first.ask(STOP);

    const second = await builder.anOwner();
    await look(second, contact.id);
    const seen = (await second.ask(LOG)).data.viewer;
    expect(seen.impersonation.id).not.toBe(data.viewer.impersonation.id);
    expect(seen.impersonations.edges).toEqual([]);
    expect((await second.ask(NODE, { id: data.viewer.impersonation.id })).codes).toEqual(['NOT_FOUND']);
    expect((await second.ask(NODE, { id: seen.impersonation.id })).codes).toEqual([]);

    const herself = await builder.signedIn(contact.identityId!);
    expect((await herself.ask(LOG)).data.viewer.impersonations.edges).toMatchObject([
      { node: { id: seen.impersonation.id } },
      { node: { id: data.viewer.impersonation.id, reason: 'A complaint about a colleague.' } },
    ]);
  });

  test('sees of her firm nobody whom an administrator may not see', async () => {
    const builder = await aCompany();
    const firm = await builder.aPartnerCompany();
    const project = await builder.aProject();
    const { contact } = await aBuyerOf(builder, project.id, firm.id);
    const colleague = await builder.aPartner({ partnerCompanyId: firm.id });
    const CONTACT = 'query ($id: ID!) { contact(id: $id) { id email partnerCompany { people { id } } } }';

    const herself = await builder.signedIn(contact.identityId!);
    expect((await herself.ask(CONTACT, { id: colleague.id })).codes).toEqual([]);
    const administrator = await builder.anAdministrator({ projects: [project] });
    await look(administrator, contact.id);
    expect((await administrator.ask(CONTACT, { id: colleague.id })).codes).toEqual(['NOT_FOUND']);
    const { data } = await administrator.ask(CONTACT, { id: contact.id });
    expect(data.contact.partnerCompany.people).toEqual([{ id: contact.id }]);

    const owner = await builder.anOwner();
    await look(owner, contact.id);
    expect((await owner.ask(CONTACT, { id: colleague.id })).codes).toEqual([]);
  });
});

test('A3 it starts from no unit that the person did not buy, though a partner needs none', async () => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const firm = await builder.aPartnerCompany();
  const { unit, contact } = await aBuyerOf(builder, undefined, firm.id);
  const { id: contactId } = contact;
  const others = [await builder.aUnit({ saleState: 'SOLD' }), await (await aCompany()).aUnit()];
  for (const { id: unitId } of others) {
    const { data } = await owner.ask(START, { input: { contactId, unitId } });
    expect(data.startImpersonation).toEqual({ viewer: null, errors: [{ code: 'INVALID_TRANSITION' }] });
  }
  expect((await owner.ask('{ impersonations { edges { node { id } } } }')).data.impersonations.edges).toEqual(
    [],
  );
  const { data } = await owner.ask(START, { input: { contactId, unitId: unit.id } });
  expect(data.startImpersonation.errors).toEqual([]);
});

describe('the log', () => {
  test('tells what was opened as a reference of another subgraph too', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const { unit, contact } = await aBuyerOf(builder);
    await look(owner, contact.id);
    const REFERENCE = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Unit { id } } }';
    const foreign = await builder.aUnit();
    const of = [unit.id, foreign.id].map((id) => ({ __typename: 'Unit', id }));
    await owner.ask(REFERENCE, { of });
    await owner.ask(STOP);
    const { data } = await owner.ask(
      '{ impersonations { edges { node { opened { typeName objectId } } } } }',
    );
    expect(data.impersonations.edges[0].node.opened).toEqual([{ typeName: 'Unit', objectId: unit.id }]);
  });

  test('leaves none open when the same session starts another', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const first = await aBuyerOf(builder);
    const second = await aBuyerOf(builder);
    await look(owner, first.contact.id);
    // She loses her home meanwhile: whoever looked is himself again without having stopped.
    await builder.write((tx) => tx.update(UnitBuyer, first.buyer.id, { accessState: AccessState.REVOKED }));
    await look(owner, second.contact.id);
    await owner.ask(STOP);
    const { data } = await owner.ask('{ impersonations { edges { node { endedAt subjectName } } } }');
    const ended = { node: { subjectName: 'Sofie Lambrecht', endedAt: expect.stringMatching(/Z$/) } };
    expect(data.impersonations.edges).toEqual([ended, ended]);
  });

  test('leaves one open at most when a session starts two at once', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const { contact } = await aBuyerOf(builder);
    await Promise.all(
      Array.from({ length: 5 }, () => owner.ask(START, { input: { contactId: contact.id } })),
    );
    await owner.ask(STOP);
    const { data } = await owner.ask('{ impersonations { edges { node { endedAt } } } }');
    expect(
      data.impersonations.edges.filter((edge: { node: { endedAt: string | null } }) => !edge.node.endedAt),
    ).toEqual([]);
    expect(data.impersonations.edges).toHaveLength(5);
  });
});

describe('while the portal is switched off', () => {
  const switchOff = (builder: TestCompany) =>
    builder.write((tx) =>
      tx.execute('UPDATE companies SET portal_enabled = false WHERE id = $1', [builder.id]),
    );

  test('nobody starts to look, and the card offers it no more', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const { contact, unit } = await aBuyerOf(builder);
    const OFFER = `{ contact(id: "${contact.id}") { viewerCanImpersonate } unit(id: "${unit.id}") { buyers { actions } } }`;
    expect((await owner.ask(OFFER)).data).toEqual({
      contact: { viewerCanImpersonate: true },
      unit: { buyers: [{ actions: ['REVOKE_ACCESS', 'IMPERSONATE'] }] },
    });
    await switchOff(builder);
    expect((await owner.ask(OFFER)).data).toEqual({
      contact: { viewerCanImpersonate: false },
      unit: { buyers: [{ actions: ['REVOKE_ACCESS'] }] },
    });
    const { data } = await owner.ask(START, { input: { contactId: contact.id } });
    expect(data.startImpersonation).toEqual({ viewer: null, errors: [{ code: 'MODULE_DISABLED' }] });
  });

  test('whoever looked is himself again', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const { contact, unit } = await aBuyerOf(builder);
    await look(owner, contact.id);
    await switchOff(builder);
    const { data } = await owner.ask(
      `{ viewer { roles impersonation { id } } unit(id: "${unit.id}") { id } }`,
    );
    expect(data.viewer).toEqual({ roles: ['OWNER'], impersonation: null });
  });
});
