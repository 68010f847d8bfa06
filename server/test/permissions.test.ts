import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UnitBuyer, AccessState } from '../src/features/access/unit-buyer.entity';
import { Impersonation } from '../src/features/impersonation/impersonation.entity';
import { LinkPurpose } from '../src/features/identities/login-link.entity';
import { issueLink } from '../src/features/identities/links';
import { ProjectAdministrator } from '../src/features/projects/project-administrator.entity';
import { Space } from '../src/features/projects/space.entity';
import { UnitLead } from '../src/features/sales/unit-lead.entity';
import { Session } from '../src/features/identities/session.entity';
import type { RoleName, Viewer } from '../src/platform/viewer';
import { aCompany, acceptedPassword, theProduct, type Someone, type TestCompany } from './world';

const roles = ['OWN', 'ADM', 'CUS', 'PAR', 'PU', 'TOK', 'IMP', 'ANON'] as const;
type Role = (typeof roles)[number];

const codes: Record<string, string> = {
  FORBIDDEN: 'F',
  NOT_FOUND: 'N',
  UNAUTHENTICATED: 'U',
  IMPERSONATION_READ_ONLY: 'I',
};

function table(heading: string): { name: string; cells: string[] }[] {
  const text = readFileSync(join(__dirname, '../../docs/permissions.md'), 'utf8');
  return text
    .slice(text.indexOf(heading))
    .split('\n')
    .filter((line) => /^\| [A-Z]\w*\.\w+ /.test(line))
    .map((line) => {
      const [name = '', ...cells] = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      return { name, cells };
    });
}

const operations = table('| operation').filter(({ cells }) => cells.length === roles.length);
const fields = table('| field').filter(({ cells }) => cells.length === 4);

interface Story {
  builder: TestCompany;
  people: Record<
    Role,
    (operation: string, variables: object) => Promise<{ data: Record<string, unknown>; codes: string[] }>
  >;
  ids: Record<string, string>;
}

/** One company with an object of each kind: the administrator’s project, the customer’s home in it. */
async function aStory(): Promise<Story> {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const administrator = await builder.anAdministrator();
  const project = await builder.aProject();
  const building = await builder.aBuilding({ projectId: project.id });
  const unit = await builder.aUnit({ projectId: project.id, saleState: 'SOLD' });
  const contact = await builder.aCustomer({
    passwordHash: acceptedPassword,
    notes: 'Prefers calls in the evening.',
  });
  const partner = await builder.aPartner();
  const lead = await builder.aLead();
  const impersonated = await builder.anOwner({ firstName: 'Ines' });
  const ids = await builder.write(async (tx) => {
    await tx.insert(ProjectAdministrator, { projectId: project.id, teamMemberId: administrator.memberId });
    const buyer = await tx.insert(UnitBuyer, {
      unitId: unit.id,
      contactId: contact.id,
      isPrimary: true,
      accessState: AccessState.ACTIVE,
    });
    const space = await tx.insert(Space, {
      projectId: project.id,
      name: 'P1',
      kind: 'PARKING',
      currency: 'EUR',
    } as Partial<Space>);
    const spaceOfAdm = await tx.insert(Space, {
      projectId: project.id,
      name: 'P9',
      kind: 'PARKING',
      currency: 'EUR',
    } as Partial<Space>);
    const unitLead = await tx.insert(UnitLead, { unitId: unit.id, contactId: lead.id });
    const { tokens } = tx.platform.services;
    const tokenFor = async (purpose: LinkPurpose, newEmail: string | null = null) => {
      const { id } = await issueLink(tx, lead.identityId!, purpose, newEmail);
      return tokens.forLink(tx.companyId, id, purpose);
    };
    const impersonation = await tx.insert(Impersonation, {
      actorMemberId: impersonated.memberId,
      contactId: contact.id,
      startedAt: new Date().toISOString(),
      expiresAt: new Date(Date.now() + 60_000).toISOString(),
    });
    await tx.update(Session, impersonated.sessionId!, { impersonationId: impersonation.id });
    return {
      buyer: buyer.id,
      space: space.id,
      spaceOfAdm: spaceOfAdm.id,
      unitLead: unitLead.id,
      invitation: await tokenFor(LinkPurpose.INVITATION),
      reset: await tokenFor(LinkPurpose.RESET),
      newEmail: await tokenFor(LinkPurpose.NEW_EMAIL, 'new@example.com'),
    };
  });
  const customer = await builder.signedIn(contact.identityId!);
  const partnerPerson = await builder.signedIn(partner.identityId!);
  const asked = (someone: Someone) => (query: string, variables: object) =>
    someone.ask(query, { ...variables });
  return {
    builder,
    people: {
      OWN: asked(owner),
      ADM: asked(administrator),
      CUS: asked(customer),
      PAR: asked(partnerPerson),
      PU: asked(await ofRole(await builder.signedIn(contact.identityId!), 'PORTAL_USER')),
      TOK: asked(await ofRole(await builder.signedIn(contact.identityId!), 'INTEGRATION')),
      IMP: asked(impersonated),
      ANON: asked(builder.stranger()),
    },
    ids: {
      ...ids,
      project: project.id,
      building: building.id,
      unit: unit.id,
      contact: contact.id,
      lead: lead.id,
      administrator: administrator.memberId,
      member: (await builder.aTeamMember()).id,
      'session of OWN': owner.sessionId!,
      'session of ADM': administrator.sessionId!,
      'session of CUS': customer.sessionId!,
      'session of PAR': partnerPerson.sessionId!,
      'session of PU': (await builder.signedIn(contact.identityId!)).sessionId!,
      'session of TOK': (await builder.signedIn(contact.identityId!)).sessionId!,
    },
  };
}

/** Somebody with a role that nobody has yet, and nothing else. */
async function ofRole(like: Someone, role: RoleName): Promise<Someone> {
  const viewer: Viewer = { ...(await like.viewer())!, contactId: null, roles: new Set([role]) };
  return Object.assign(Object.create(like) as Someone, { viewer: async () => viewer });
}

/** Input of each operation that takes one, over the ids of the story. */
const inputs = (ids: Record<string, string>, role: Role): Record<string, object> => ({
  signIn: { email: 'nobody@example.com', password: 'not this one, surely' },
  requestPasswordReset: { email: 'nobody@example.com' },
  resetPassword: { token: ids['reset'], password: 'short' },
  acceptInvitation: { token: ids['invitation'], password: 'short', acceptedTermsVersion: '1' },
  confirmEmailChange: { token: ids['newEmail'] },
  changePassword: { currentPassword: 'x', newPassword: 'y' },
  updateMyProfile: { phone: '+32 2 555 01 02' },
  endSession: { id: ids[`session of ${role}`] ?? ids['unit'] },
  updateCompany: { version: 1, change: { name: 'Hearth' } },
  addTeamMember: { firstName: 'A', lastName: 'B', email: 'ab@example.com', role: 'ADMINISTRATOR' },
  changeTeamMemberRole: { id: ids['member'], role: 'OWNER' },
  deactivateTeamMember: { id: ids['member'] },
  reactivateTeamMember: { id: ids['member'] },
  assignAdministrator: { projectId: ids['project'], teamMemberId: ids['member'] },
  unassignAdministrator: { projectId: ids['project'], teamMemberId: ids['member'] },
  createCustomer: { firstName: 'A', lastName: 'B' },
  createPartner: { firstName: 'A', lastName: 'B', email: 'partner@example.com' },
  createLead: { firstName: 'A', lastName: 'B' },
  updateContact: { id: ids['contact'], version: 1, change: { phone: '1' } },
  createProject: { name: 'New', kind: 'MULTI' },
  updateProject: { id: ids['project'], version: 1, change: { description: 'Calm' } },
  addLevel: { projectId: ids['project'], type: 'BUILDING', name: 'B' },
  renameLevel: { id: ids['building'], name: 'C' },
  moveLevel: { id: ids['building'], position: 0 },
  deleteLevel: { id: ids['unit'] },
  addUnits: { projectId: ids['project'], units: [{ number: 'N1', type: 'APARTMENT' }] },
  updateUnit: { id: ids['unit'], version: 1, change: { floor: 2 } },
  addSpace: { projectId: ids['project'], name: 'P2', kind: 'PARKING' },
  updateSpace: { id: ids['space'], version: 1, change: { name: 'P3' } },
  deleteSpace: { id: role === 'ADM' ? ids['spaceOfAdm'] : ids['space'] },
  markUnitSold: { unitId: ids['unit'] },
  makeUnitAvailable: { unitId: ids['unit'] },
  linkCustomer: { unitId: ids['unit'], contactId: ids['contact'] },
  addLeadToUnit: { unitId: ids['unit'], contactId: ids['lead'] },
  updateLead: { id: ids['unitLead'], version: 1, change: { note: 'Called.' } },
  grantAccess: { buyerIds: [ids['buyer']] },
  resendInvitation: { id: ids['buyer'] },
  cancelInvitation: { buyerId: ids['buyer'] },
  revokeAccess: { buyerId: ids['buyer'], tellCustomer: false },
  restoreAccess: { buyerId: ids['buyer'] },
  removeCustomer: { buyerId: ids['buyer'], confirmName: 'Somebody Else' },
  startImpersonation: { contactId: ids['contact'] },
});

const queries = (ids: Record<string, string>): Record<string, string> => ({
  viewer: 'viewer { id }',
  company: 'company { id }',
  companySettings: 'companySettings { version }',
  contacts: 'contacts { totalCount }',
  contact: `contact(id: "${ids['contact']}") { id }`,
  partnerCompanies: 'partnerCompanies { pageInfo { hasNextPage } }',
  projects: 'projects { totalCount }',
  project: `project(id: "${ids['project']}") { id }`,
  unit: `unit(id: "${ids['unit']}") { id }`,
  teamMembers: 'teamMembers { totalCount }',
  auditLog: 'auditLog { pageInfo { hasNextPage } }',
  impersonations: 'impersonations { pageInfo { hasNextPage } }',
  invitationLink: `invitationLink(token: "${ids['invitation']}") { state }`,
  node: `node(id: "${ids['unit']}") { id }`,
  _entities: `_entities(representations: [{ __typename: "Unit", id: "${ids['unit']}" }]) { __typename }`,
  _service: '_service { sdl }',
});

function question(
  name: string,
  ids: Record<string, string>,
  role: Role,
): { query: string; variables: object } {
  const [root, field = ''] = name.split('.');
  if (root === 'Query') return { query: `{ ${queries(ids)[field]} }`, variables: {} };
  const input = inputs(ids, role)[field];
  if (!input) return { query: `mutation { ${field} { errors { code } } }`, variables: {} };
  const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
  return {
    query: `mutation ($input: ${type}!) { ${field}(input: $input) { errors { code } } }`,
    variables: { input },
  };
}

test('B13 every operation has its row, and every row its operation', async () => {
  const { schema } = await theProduct();
  const known = ['Query', 'Mutation'].flatMap((root) =>
    Object.keys((root === 'Query' ? schema.getQueryType() : schema.getMutationType())!.getFields()).map(
      (field) => `${root}.${field}`,
    ),
  );
  expect(operations.map(({ name }) => name).sort()).toEqual(known.sort());
});

test.each(operations)('D3 $name is open to whom its row says', async ({ name, cells }) => {
  const { people, ids } = await aStory();
  const outcome: Partial<Record<Role, string>> = {};
  // The owner last: what he does may take from the others what they are asked about.
  for (const role of [...roles].reverse()) {
    const { query, variables } = question(name, ids, role);
    const answer = await people[role](query, variables);
    const [code] = answer.codes;
    // A wrong password is counted and refused by its own limit; that is no question of the role.
    outcome[role] = code && code !== 'RATE_LIMITED' ? (codes[code] ?? code) : 'Y';
  }
  expect(outcome).toEqual(Object.fromEntries(roles.map((role, index) => [role, cells[index]])));
});

test.each(fields)('$name is shown to whom its row says', async ({ name, cells }) => {
  const { people, ids } = await aStory();
  const [type = '', field = ''] = name.split('.');
  const at: Record<string, string> = {
    Contact: `contact(id: "${ids['contact']}")`,
    Unit: `unit(id: "${ids['unit']}")`,
    Project: `project(id: "${ids['project']}")`,
  };
  const inner =
    { basePrice: 'basePrice { amount }', leads: 'leads { id }', administrators: 'administrators { id }' }[
      field
    ] ?? field;
  const shown = [];
  for (const role of ['OWN', 'ADM', 'CUS', 'IMP'] as const) {
    const { data } = await people[role](`{ found: ${at[type]} { ${inner} } }`, {});
    const found = data['found'] as Record<string, unknown> | null;
    shown.push(found?.[field] === null || found?.[field] === undefined ? '-' : 'R');
  }
  expect(shown).toEqual(cells);
});
