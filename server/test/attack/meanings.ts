/** The tables in which the object of an id is looked for; `any` where it may be of whatever kind. */
const byName: Record<string, string[]> = {
  unitId: ['units'],
  contactId: ['contacts'],
  projectId: ['projects'],
  projectIds: ['projects'],
  teamMemberId: ['team_members'],
  handOverToId: ['team_members'],
  buyerId: ['unit_buyers'],
  buyerIds: ['unit_buyers'],
  buyerLeadId: ['unit_leads'],
  partnerCompanyId: ['partner_companies'],
  parentId: ['levels'],
  objectId: ['any'],
  imageId: ['files'],
  planId: ['files'],
  logoId: ['files'],
  loginImageId: ['files'],
  pictureId: ['files'],
};

/** What `id` alone means, by the operation or the input in which it stands. */
const byPlace: Record<string, string[]> = {
  'Query.contact.id': ['contacts'],
  'Query.project.id': ['projects'],
  'Query.unit.id': ['units'],
  'Query.node.id': ['any'],
  'ChangeTeamMemberRoleInput.id': ['team_members'],
  'DeactivateTeamMemberInput.id': ['team_members'],
  'ReactivateTeamMemberInput.id': ['team_members'],
  'DeleteLevelInput.id': ['levels'],
  'RenameLevelInput.id': ['levels'],
  'MoveLevelInput.id': ['levels'],
  'DeleteSpaceInput.id': ['spaces'],
  'UpdateSpaceInput.id': ['spaces'],
  'EndSessionInput.id': ['sessions'],
  'ResendInvitationInput.id': ['unit_buyers', 'team_members'],
  'UpdateContactInput.id': ['contacts'],
  'UpdateLeadInput.id': ['unit_leads'],
  'UpdateProjectInput.id': ['projects'],
  'UpdateUnitInput.id': ['units'],
};

/** Text by which something is found. Every other text is only kept, and finds nobody. */
const texts: Record<string, 'search' | 'token' | 'email' | 'cursor' | null> = {
  search: 'search',
  token: 'token',
  after: 'cursor',
  'SignInInput.email': 'email',
  'RequestPasswordResetInput.email': 'email',
};

/** In which table the rows of a GraphQL type stand, for references of other subgraphs. */
export const tableOfType: Record<string, string> = {
  Company: 'companies',
  Contact: 'contacts',
  Project: 'projects',
  Unit: 'units',
};

export class UnknownMeaning extends Error {}

/** What an argument of type ID stands for. An argument that nobody has told of fails the suite. */
export function tablesMeantBy(owner: string, name: string): string[] {
  const known = byPlace[`${owner}.${name}`] ?? byName[name];
  if (known) return known;
  throw new UnknownMeaning(
    `Nobody has said what the ID ${owner}.${name} stands for. State it in server/test/attack/meanings.ts, in ` +
      `byName (an argument that means the same wherever it stands) or byPlace, with the table of its object.`,
  );
}

export const textMeantBy = (owner: string, name: string) => texts[`${owner}.${name}`] ?? texts[name] ?? null;

/** An id that nothing has. */
const nobodys = '00000000-0000-7000-8000-000000000000';

/** What a scalar that is needed is filled with, so that a command is refused for its ids and for nothing else. */
export function plausible(type: string, name: string): unknown {
  if (type === 'Int') return name === 'first' ? 25 : 1;
  if (type === 'ID') return nobodys;
  if (type === 'Boolean') return false;
  if (type === 'Decimal') return '250000.00';
  if (type === 'Date') return '2026-01-02';
  if (type === 'DateTime') return '2026-01-02T00:00:00.000Z';
  if (type !== 'String')
    throw new UnknownMeaning(`State in server/test/attack/meanings.ts what a ${type} may be.`);
  if (/password/i.test(name)) return 'a password that was accepted';
  if (/email/i.test(name)) return 'somebody.new@example.com';
  return name === 'acceptedTermsVersion' ? '1' : 'Something new';
}
