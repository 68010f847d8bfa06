import { aCompany, theProduct, type Someone, type TestCompany } from '../../../test/world';
import { AccessState, UnitBuyer } from '../access/unit-buyer.entity';
import { ProjectAdministrator } from '../projects/project-administrator.entity';
import { TeamMember, TeamMemberState } from '../team/team-member.entity';

const START = `mutation ($input: StartImpersonationInput!) { startImpersonation(input: $input) {
  viewer { name roles language homes { id } impersonation { subjectName expiresAt } } errors { code field reason from to } } }`;
const STOP = 'mutation { stopImpersonation { viewer { name impersonation { id } } errors { code from } } }';
const WHO = '{ viewer { name homes { id } impersonation { id } } }';

interface Story {
  builder: TestCompany;
  owner: Someone & { memberId: string };
  unitId: string;
  projectId: string;
  contactId: string;
  identityId: string;
}

async function aCustomerIn(
  accessState: AccessState,
  passwordHash: string | null = 'accepted',
): Promise<Story> {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const unit = await builder.aUnit({ saleState: 'SOLD' });
  const contact = await builder.aCustomer({ passwordHash, language: 'FR' });
  await builder.write((tx) => tx.insert(UnitBuyer, { unitId: unit.id, contactId: contact.id, accessState }));
  return {
    builder,
    owner,
    unitId: unit.id,
    projectId: unit.projectId,
    contactId: contact.id,
    identityId: contact.identityId!,
  };
}

test('an owner sees exactly her portal, in her language, and is himself again afterwards', async () => {
  const { owner, contactId, unitId } = await aCustomerIn(AccessState.ACTIVE);
  const { data } = await owner.ask(START, { input: { contactId, unitId } });
  expect(data.startImpersonation).toEqual({
    viewer: {
      name: 'Sofie Lambrecht',
      roles: ['CUSTOMER'],
      language: 'FR',
      homes: [{ id: unitId }],
      impersonation: { subjectName: 'Sofie Lambrecht', expiresAt: expect.stringMatching(/Z$/) },
    },
    errors: [],
  });
  expect((await owner.ask(WHO)).data.viewer.name).toBe('Sofie Lambrecht');
  expect((await owner.ask('{ contacts { totalCount } }')).codes).toEqual(['FORBIDDEN']);

  const stopped = await owner.ask(STOP);
  expect(stopped.data.stopImpersonation).toEqual({
    viewer: { name: 'Olivia Peeters', impersonation: null },
    errors: [],
  });
  expect((await owner.ask('{ contacts { totalCount } }')).data.contacts.totalCount).toBe(1);
});

test('also before she has accepted her invitation', async () => {
  const { owner, contactId, unitId } = await aCustomerIn(AccessState.INVITED, null);
  const { data } = await owner.ask(START, { input: { contactId } });
  expect(data.startImpersonation.viewer.homes).toEqual([{ id: unitId }]);
});

test.each([AccessState.NOT_YET_INVITED, AccessState.REVOKED])('not from %s', async (state) => {
  const { owner, contactId, unitId } = await aCustomerIn(state);
  for (const input of [{ contactId }, { contactId, unitId }]) {
    const { data } = await owner.ask(START, { input });
    expect(data.startImpersonation).toMatchObject({
      viewer: null,
      errors: [{ code: 'INVALID_TRANSITION', from: state }],
    });
  }
});

test('D3 nothing can be changed: every mutation answers IMPERSONATION_READ_ONLY', async () => {
  const { owner, contactId } = await aCustomerIn(AccessState.ACTIVE);
  await owner.ask(START, { input: { contactId } });
  const { schema } = await theProduct();
  const mutations = Object.values(schema.getMutationType()!.getFields()).filter(
    ({ name }) => name !== 'stopImpersonation',
  );
  for (const { name, args } of mutations) {
    const type = args[0] && String(args[0].type);
    const { codes } = type
      ? await owner.ask(
          `mutation { ${name}(input: ${exampleOf(type.replace('!', ''), schema)}) { __typename } }`,
        )
      : await owner.ask(`mutation { ${name} { __typename } }`);
    expect([name, codes]).toEqual([name, ['IMPERSONATION_READ_ONLY']]);
  }
});

/** A literal that the type accepts: only what is required. */
function exampleOf(typeName: string, schema: Awaited<ReturnType<typeof theProduct>>['schema']): string {
  const type = schema.getType(typeName);
  const fields = type && 'getFields' in type ? Object.values(type.getFields()) : [];
  const required = fields.filter((field) => String(field.type).endsWith('!'));
  const literal = (text: string): string => {
    const inner = text.replace(/!$/, '');
    if (inner.startsWith('[')) return `[${literal(inner.slice(1, -1))}]`;
    if (inner === 'Int') return '1';
    if (inner === 'Boolean') return 'true';
    if (inner === 'ID' || inner === 'String') return '"x"';
    const named = schema.getType(inner);
    if (named && 'getValues' in named) return named.getValues()[0]!.name;
    return exampleOf(inner, schema);
  };
  return `{ ${required.map((field) => `${field.name}: ${literal(String(field.type))}`).join(', ')} }`;
}

test('D2 nobody looks through somebody’s eyes through somebody’s eyes', async () => {
  const { owner, contactId } = await aCustomerIn(AccessState.ACTIVE);
  await owner.ask(START, { input: { contactId } });
  expect((await owner.ask(START, { input: { contactId } })).codes).toEqual(['IMPERSONATION_READ_ONLY']);
});

test('D1 an administrator looks only through the eyes of buyers of his projects, and a customer through nobody’s', async () => {
  const { builder, contactId, projectId, identityId } = await aCustomerIn(AccessState.ACTIVE);
  const administrator = await builder.anAdministrator();
  expect((await administrator.ask(START, { input: { contactId } })).codes).toEqual(['NOT_FOUND']);
  await builder.write((tx) =>
    tx.insert(ProjectAdministrator, { projectId, teamMemberId: administrator.memberId }),
  );
  expect((await administrator.ask(START, { input: { contactId } })).data.startImpersonation.errors).toEqual(
    [],
  );

  const customer = await builder.signedIn(identityId);
  expect((await customer.ask(START, { input: { contactId } })).codes).toEqual(['FORBIDDEN']);
  const other = await (await aCompany()).anOwner();
  expect((await other.ask(START, { input: { contactId } })).codes).toEqual(['NOT_FOUND']);
});

test('an administrator sees through her eyes only the homes of his own projects', async () => {
  const { builder, contactId, projectId, unitId } = await aCustomerIn(AccessState.ACTIVE);
  const elsewhere = await builder.aUnit({ saleState: 'SOLD' });
  await builder.write((tx) =>
    tx.insert(UnitBuyer, { unitId: elsewhere.id, contactId, accessState: AccessState.ACTIVE }),
  );
  const administrator = await builder.anAdministrator();
  await builder.write((tx) =>
    tx.insert(ProjectAdministrator, { projectId, teamMemberId: administrator.memberId }),
  );
  const { data } = await administrator.ask(START, { input: { contactId } });
  expect(data.startImpersonation.viewer.homes).toEqual([{ id: unitId }]);
  const UNIT = 'query ($id: ID!) { unit(id: $id) { id } }';
  expect((await administrator.ask(UNIT, { id: elsewhere.id })).codes).toEqual(['NOT_FOUND']);
});

test('D5 from her own browser she has nothing to stop', async () => {
  const { builder, owner, contactId, identityId } = await aCustomerIn(AccessState.ACTIVE);
  await owner.ask(START, { input: { contactId } });
  const customer = await builder.signedIn(identityId);
  const { data } = await customer.ask(STOP);
  expect(data.stopImpersonation).toEqual({
    viewer: null,
    errors: [{ code: 'INVALID_TRANSITION', from: 'NOT_IMPERSONATING' }],
  });
  expect((await owner.ask(WHO)).data.viewer.impersonation).not.toBeNull();
});

test('D6 whoever leaves the team looks no longer', async () => {
  const { builder, owner, contactId } = await aCustomerIn(AccessState.ACTIVE);
  await owner.ask(START, { input: { contactId } });
  await builder.write((tx) => tx.update(TeamMember, owner.memberId, { state: TeamMemberState.DEACTIVATED }));
  expect((await owner.viewer())?.roles.size ?? 0).toBe(0);
});

test('it ends by itself after half an hour', async () => {
  const { builder, owner, contactId } = await aCustomerIn(AccessState.ACTIVE);
  await owner.ask(START, { input: { contactId } });
  await builder.write((tx) =>
    tx.execute(`UPDATE impersonations SET expires_at = now() - interval '1 second' WHERE company_id = $1`, [
      builder.id,
    ]),
  );
  expect((await owner.ask(WHO)).data.viewer).toMatchObject({ name: 'Olivia Peeters', impersonation: null });
  const { data } = await owner.ask('{ impersonations { edges { node { endedAt } } } }');
  expect(data.impersonations.edges[0].node.endedAt).toMatch(/Z$/);
});

test('start, stop and what was opened are logged, for the owner and for her', async () => {
  const { builder, owner, contactId, unitId, identityId } = await aCustomerIn(AccessState.ACTIVE);
  await owner.ask(START, { input: { contactId, reason: 'She called about the plan.' } });
  await owner.ask('query ($id: ID!) { unit(id: $id) { id } }', { id: unitId });
  await owner.ask('query ($id: ID!) { unit(id: $id) { id } }', { id: unitId });
  await owner.ask(STOP);
  const LOG =
    'edges { node { actor { name } subjectName reason startedAt endedAt ip opened { typeName objectId } } }';
  const mine = (await owner.ask(`{ impersonations { ${LOG} } }`)).data.impersonations.edges;
  expect(mine).toMatchObject([
    {
      node: {
        actor: { name: 'Olivia Peeters' },
        reason: 'She called about the plan.',
        opened: [{ typeName: 'Unit', objectId: unitId }],
      },
    },
  ]);
  expect(mine[0].node.endedAt).toMatch(/Z$/);
  const customer = await builder.signedIn(identityId);
  const hers = (await customer.ask(`{ viewer { impersonations { ${LOG} } } }`)).data.viewer.impersonations
    .edges;
  expect(hers).toMatchObject([{ node: { actor: { name: 'Olivia Peeters' }, ip: null } }]);
  expect(await builder.auditTrail()).toEqual(['impersonation.started', 'impersonation.ended']);
});

test('nothing of hers moves: not even when she was last seen', async () => {
  const { builder, owner, contactId } = await aCustomerIn(AccessState.ACTIVE);
  await owner.ask(START, { input: { contactId } });
  await owner.ask(WHO);
  const rows = await builder.write((tx) =>
    tx.execute<{ seen: string | null }>(
      `SELECT i.last_seen_at AS seen FROM identities i JOIN contacts c ON c.identity_id = i.id WHERE c.company_id = $1 AND c.id = $2`,
      [builder.id, contactId],
    ),
  );
  expect(rows).toEqual([{ seen: null }]);
});

test('where the company wants a reason, one is needed', async () => {
  const builder = await aCompany({ impersonationReasonRequired: true });
  const owner = await builder.anOwner();
  const contact = await builder.aPartner();
  const { data } = await owner.ask(START, { input: { contactId: contact.id } });
  expect(data.startImpersonation.errors).toMatchObject([
    { code: 'VALIDATION_FAILED', field: ['reason'], reason: 'required' },
  ]);
  const given = await owner.ask(START, { input: { contactId: contact.id, reason: 'A call.' } });
  expect(given.data.startImpersonation.viewer.roles).toEqual(['PARTNER']);
});

test('signing out elsewhere, or being shut out, ends it in the log as well', async () => {
  const { builder, owner, contactId } = await aCustomerIn(AccessState.ACTIVE);
  await owner.ask(START, { input: { contactId } });
  const other = await builder.signedIn(owner.identityId!);
  await other.ask('mutation ($input: EndSessionInput!) { endSession(input: $input) { errors { code } } }', {
    input: { id: owner.sessionId },
  });
  const { data } = await other.ask('{ impersonations { edges { node { endedAt } } } }');
  expect(data.impersonations.edges).toEqual([{ node: { endedAt: expect.stringMatching(/Z$/) } }]);
});
