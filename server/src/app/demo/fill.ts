import { AccessService } from '../../features/access/access.service';
import { ThemeFont } from '../../features/companies/company.entity';
import { insertCompany } from '../../features/companies/new-company';
import { attachFile } from '../../features/files/attach-file';
import { FilePurpose } from '../../features/files/file.entity';
import { Impersonation, OpenedObject } from '../../features/impersonation/impersonation.entity';
import { TeamService } from '../../features/team/team.service';
import { Language } from '../../platform/language';
import type { Viewer } from '../../platform/viewer';
import { addContacts, addTeam } from './fill-people';
import { addProjects } from './fill-projects';
import { addLeads, addSales } from './fill-sales';
import { colleagues, newColleague } from './people';
import type { Stage } from './stage';

/** Everything of the demo company, in the transaction of the stage: all of it or nothing. */
export async function fill(stage: Stage, slug: string): Promise<void> {
  await addCompany(stage, slug);
  await addTeam(stage);
  await addContacts(stage);
  await addProjects(stage);
  await addSales(stage);
  await addLeads(stage);
  await addImpersonation(stage);
  await inviteToday(stage);
}

const privacyText = `Your privacy matters to us. Oever keeps what it needs to build and look after your home: your name and address, how to reach you, the papers of your purchase, and what we agree on along the way.

Everybody at Oever who works on your home sees what concerns it. Craftsmen see what they need for their work, and nobody else sees anything. We keep the papers of your home for the ten years that we answer for its structure, and delete the rest when you ask us to.

Questions? Write to hello@oever.example.`;

async function addCompany({ tx, days, pictures }: Stage, slug: string): Promise<void> {
  await attachFile(tx, pictures.logo, FilePurpose.COMPANY_LOGO, 'logoId');
  await attachFile(tx, pictures.loginImage, FilePurpose.LOGIN_IMAGE, 'loginImageId');
  await insertCompany(tx, {
    name: 'Oever',
    slug,
    defaultLanguage: Language.EN,
    primary: '#17414d',
    accent: '#1d6074',
    font: ThemeFont.INTER,
    logoId: pictures.logo,
    loginImageId: pictures.loginImage,
    timeZone: 'Europe/Brussels',
    currency: 'EUR',
    privacyText,
    contactEmail: 'hello@oever.example',
    contactPhone: '+32 9 555 01 00',
    createdAt: days.ago(621, 8),
  });
}

/** Somebody of the team once looked through the eyes of a customer, who finds that in her profile. */
async function addImpersonation(stage: Stage): Promise<void> {
  const { tx, days } = stage;
  const minutesLater = (moment: string, minutes: number) =>
    new Date(Date.parse(moment) + minutes * 60_000).toISOString();
  const startedAt = days.ago(8, 9);
  const endedAt = minutesLater(startedAt, 6);
  const { id } = await tx.insert(Impersonation, {
    actorMemberId: stage.members.amina!,
    contactId: stage.contacts.olivia!,
    unitId: stage.units['A1.02']!,
    reason: 'She asked on the phone where to find her parking place.',
    startedAt,
    expiresAt: minutesLater(startedAt, 30),
    endedAt,
    ip: null,
  });
  await tx.insert(OpenedObject, {
    impersonationId: id,
    typeName: 'Unit',
    objectId: stage.units['A1.02']!,
    at: minutesLater(startedAt, 1),
  });
  const contact = { object: { type: 'Contact', id: stage.contacts.olivia! } };
  await stage.record(startedAt, 'impersonation.started', 'amina', contact);
  await stage.record(endedAt, 'impersonation.ended', 'amina', { object: { type: 'Impersonation', id } });
}

/** The two invitations that wait in the mailbox, by the commands themselves and in the name of an owner. */
async function inviteToday(stage: Stage): Promise<void> {
  const { tx } = stage;
  tx.becomes(ownerOf(stage));
  await new AccessService().grant(tx, [stage.buyers.anna!]);
  await new TeamService().add(tx, { ...newColleague, projectIds: [stage.projectOf['villa']!] });
}

const ownerOf = ({ identities, members, tx }: Stage): Viewer => ({
  identityId: identities.emma!,
  name: `${colleagues.emma.firstName} ${colleagues.emma.lastName}`,
  sessionId: tx.companyId,
  memberId: members.emma!,
  contactId: null,
  partnerCompanyId: null,
  roles: new Set(['OWNER']),
  homes: [],
  impersonation: null,
  seenRecently: true,
});
