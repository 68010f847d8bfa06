import { searchable, named } from '../../features/contacts/contact-names';
import { Contact } from '../../features/contacts/contact.entity';
import { PartnerCompany } from '../../features/contacts/partner-company.entity';
import { attachFile } from '../../features/files/attach-file';
import { FilePurpose } from '../../features/files/file.entity';
import { Identity } from '../../features/identities/identity.entity';
import { TeamMember, TeamMemberState } from '../../features/team/team-member.entity';
import { sortNameOf } from '../../platform/folded';
import type { PortraitName } from './drawings/portraits';
import {
  colleagues,
  firm,
  outsiders,
  type Colleague,
  type ColleagueName,
  type Outsider,
  type OutsiderName,
} from './people';
import { became, since, type Stage } from './stage';

interface Login {
  email: string;
  language: Identity['language'];
  portrait?: PortraitName;
  added: number;
  accepted?: number;
  seen?: number;
  new?: true;
}

const termsVersion = '1';

async function addIdentity(stage: Stage, person: Login): Promise<string> {
  const { tx, days, pictures, passwordHash } = stage;
  const accepted = person.accepted === undefined ? null : days.ago(person.accepted, 19);
  const pictureId = person.portrait ? pictures.portraits[person.portrait] : null;
  if (pictureId) await attachFile(tx, pictureId, FilePurpose.PROFILE_PICTURE, 'pictureId');
  const { id } = await tx.insert(Identity, {
    email: person.email,
    language: person.language,
    passwordHash: accepted && passwordHash,
    passwordChangedAt: accepted,
    pictureId,
    lastSeenAt: person.seen === undefined ? null : days.ago(person.seen, 17),
    termsVersion: accepted && termsVersion,
    termsAcceptedAt: accepted,
    tourFinishedAt: person.new ? null : accepted,
    ...since(days.ago(person.added, 9)),
  });
  return id;
}

export async function addTeam(stage: Stage): Promise<void> {
  for (const [name, colleague] of Object.entries(colleagues) as [ColleagueName, Colleague][]) {
    const { tx, days } = stage;
    const { firstName, lastName, email, phone, jobTitle, role, added } = colleague;
    const identityId = await addIdentity(stage, { ...colleague, accepted: added - 1 });
    const { id } = await tx.insert(TeamMember, {
      identityId,
      email,
      firstName,
      lastName,
      sortName: sortNameOf(firstName, lastName),
      phone,
      jobTitle,
      role,
      state: TeamMemberState.ACTIVE,
      invitedAt: days.ago(added, 9),
      ...since(days.ago(added, 9)),
    });
    stage.identities[name] = identityId;
    stage.members[name] = id;
    const object = { type: 'TeamMember', id };
    await stage.record(days.ago(added, 9), 'team.invited', 'emma', {
      object,
      changes: became('role', null, role),
    });
    await stage.record(days.ago(added - 1, 19), 'team.activated', name, { object });
  }
}

export async function addContacts(stage: Stage): Promise<void> {
  const { tx, days } = stage;
  const { id: firmId } = await tx.insert(PartnerCompany, { ...named(firm.name), vat: firm.vat });
  for (const [name, person] of Object.entries(outsiders) as [OutsiderName, Outsider][]) {
    const { firstName, lastName, email, phone, address, language, kind, notes } = person;
    const identityId = email ? await addIdentity(stage, { ...person, email }) : null;
    const added = days.ago(person.added, 10);
    const { id } = await tx.insert(Contact, {
      identityId,
      email,
      firstName,
      lastName,
      phone,
      address,
      language,
      notes: notes ?? null,
      isCustomer: kind === 'customer',
      isLead: kind === 'lead',
      isPartner: kind === 'partner',
      partnerCompanyId: kind === 'partner' ? firmId : null,
      ...searchable(person),
      ...since(added),
    });
    if (identityId) stage.identities[name] = identityId;
    stage.contacts[name] = id;
    await stage.record(added, 'contact.created', 'nele', { object: { type: 'Contact', id } });
  }
}
