import { randomUUID } from 'node:crypto';
import { AccessState, UnitBuyer } from '../../src/features/access/unit-buyer.entity';
import { File, type FilePurpose } from '../../src/features/files/file.entity';
import { keyOf } from '../../src/features/files/file-keys';
import { Identity } from '../../src/features/identities/identity.entity';
import { Removal } from '../../src/features/access/removal.entity';
import { LinkPurpose } from '../../src/features/identities/login-link.entity';
import { issueLink } from '../../src/features/identities/links';
import { DemoMail } from '../../src/features/mailbox/demo-mail.entity';
import { Project } from '../../src/features/projects/project.entity';
import { Space } from '../../src/features/projects/space.entity';
import { Unit } from '../../src/features/projects/unit.entity';
import { UnitLead } from '../../src/features/sales/unit-lead.entity';
import { AuditEvent } from '../../src/platform/audit/audit-event.entity';
import { uuidv7 } from '../../src/platform/database/uuid';
import { MailDelivery } from '../../src/platform/mail/mail-delivery.entity';
import { OutboxEntry } from '../../src/platform/outbox/outbox-entry.entity';
import { aCompany, acceptedPassword, theProduct, type Someone, type TestCompany } from '../world';
import type { Canaries } from './canaries';

/** One who asks. What she is stands here in plain words: the oracle trusts nothing that the product says of her. */
export interface Asker {
  name: string;
  company: TestCompany;
  someone: Someone;
  role: 'OWNER' | 'ADMINISTRATOR' | 'CUSTOMER' | 'PARTNER' | 'NONE';
  memberId: string | null;
  contactId: string | null;
  identityId: string | null;
  /** Whoever looks through these eyes. */
  lookedThroughBy: Asker | null;
}

export interface FilledCompany {
  company: TestCompany;
  slug: string;
  askers: Asker[];
  /** Tokens of mailed links that are alive. */
  tokens: string[];
}

type State = keyof typeof AccessState;

/** Everything that a builder has, of several owners each: projects, neighbours, partners, leads, files, mails, a log. */
export async function aFilledCompany(canaries: Canaries): Promise<FilledCompany> {
  const slug = `a-${randomUUID().slice(0, 13)}`;
  const company = await aCompany({ name: canaries.text(), slug });
  const person = () => ({ firstName: canaries.text(), lastName: canaries.text(), email: canaries.email() });
  const login = () => ({ ...person(), passwordHash: acceptedPassword });

  const [park, court, villa] = [
    await company.aProject({ name: canaries.text() }),
    await company.aProject({ name: canaries.text() }),
    await company.aProject({ name: canaries.text(), kind: 'SINGLE' as never }),
  ];
  const building = await company.aBuilding({ projectId: park.id, name: canaries.text() });
  const unit = (projectId: string, saleState: 'AVAILABLE' | 'SOLD', parentId?: string) =>
    company.aUnit({ projectId, saleState, number: canaries.text(), ...(parentId && { parentId }) });
  const homes: Unit[] = [];
  for (let count = 0; count < 6; count += 1) homes.push(await unit(park.id, 'SOLD', building.id));
  const [free, sold] = [await unit(park.id, 'AVAILABLE'), await unit(park.id, 'SOLD')];
  const [elsewhere, freeElsewhere] = [await unit(court.id, 'SOLD'), await unit(court.id, 'AVAILABLE')];
  const villaHome = await soleUnitOf(company, villa.id);

  const owner = await company.anOwner(person());
  const administrator = await company.anAdministrator({ ...person(), projects: [park] });
  const otherAdministrator = await company.anAdministrator({ ...person(), projects: [court] });
  await company.aTeamMember({ ...person(), state: 'INVITED' as never });
  await company.aTeamMember({ ...person(), state: 'DEACTIVATED' as never });

  const firm = await company.aPartnerCompany(canaries.text());
  const otherFirm = await company.aPartnerCompany(canaries.text());
  const partner = await company.aPartner({ ...person(), partnerCompanyId: firm.id });
  const otherPartner = await company.aPartner({ ...person(), partnerCompanyId: otherFirm.id });

  const links: [contactId: string, unitId: string, state: State][] = [];
  const customer = await company.aCustomer(login());
  links.push([customer.id, homes[0]!.id, 'ACTIVE'], [customer.id, villaHome.id, 'ACTIVE']);
  // A neighbour who also works for a partner.
  const neighbour = await company.aCustomer({ ...login(), isPartner: true, partnerCompanyId: firm.id });
  links.push([neighbour.id, homes[1]!.id, 'ACTIVE']);
  const elsewhereCustomer = await company.aCustomer(login());
  links.push([elsewhereCustomer.id, elsewhere.id, 'ACTIVE']);
  const revoked = await company.aCustomer(login());
  links.push([revoked.id, homes[2]!.id, 'ACTIVE']);
  const invited = await company.aCustomer(person());
  links.push([invited.id, homes[3]!.id, 'INVITED']);
  const added = await company.aCustomer(person());
  links.push([added.id, homes[4]!.id, 'NOT_YET_INVITED']);
  const unlinked = await company.aCustomer(login());
  const lead = await company.aLead(person());
  const otherLead = await company.aLead(person());

  await company.write(async (tx) => {
    for (const [contactId, unitId, state] of links)
      await tx.insert(UnitBuyer, { contactId, unitId, isPrimary: true, accessState: AccessState[state] });
    await tx.insert(UnitLead, { unitId: free.id, contactId: lead.id });
    await tx.insert(UnitLead, { unitId: freeElsewhere.id, contactId: otherLead.id });
    for (const [projectId, unitId] of [
      [park.id, homes[0]!.id],
      [park.id, homes[1]!.id],
      [park.id, null],
      [court.id, elsewhere.id],
    ] as const) {
      const space = { projectId, unitId, name: canaries.text(), kind: 'PARKING', currency: 'EUR' };
      await tx.insert(Space, space as Partial<Space>);
    }
  });

  const asker = (
    name: string,
    role: Asker['role'],
    someone: Someone,
    contactId: string | null = null,
  ): Asker => ({
    name,
    company,
    someone,
    role,
    memberId: (someone as Someone & { memberId?: string }).memberId ?? null,
    contactId,
    identityId: someone.identityId,
    lookedThroughBy: null,
  });
  const signedIn = async (name: string, role: Asker['role'], { id, identityId }: typeof customer) =>
    asker(name, role, await company.signedIn(identityId!), id);
  const asCustomer = await signedIn('the customer', 'CUSTOMER', customer);
  const asPartner = await signedIn('the partner', 'PARTNER', partner);
  const gone = await signedIn('the customer whose access was revoked', 'NONE', revoked);
  const asOwner = asker('the owner', 'OWNER', owner);
  const asAdministrator = asker('the administrator', 'ADMINISTRATOR', administrator);
  const looking = async (actor: Asker, through: Asker): Promise<Asker> => {
    const someone = await company.signedIn(actor.identityId!);
    const input = { contactId: through.contactId, reason: canaries.text() };
    await someone.ask(
      'mutation ($input: StartImpersonationInput!) { startImpersonation(input: $input) { errors { code } } }',
      { input },
    );
    if (!(await someone.viewer())?.impersonation) throw new Error(`${actor.name} does not look.`);
    await someone.ask('query ($id: ID!) { contact(id: $id) { id } }', { id: through.contactId });
    return { ...through, name: `${actor.name} as ${through.name}`, someone, lookedThroughBy: actor };
  };
  const askers = [
    asOwner,
    asAdministrator,
    asker('the administrator of another project', 'ADMINISTRATOR', otherAdministrator),
    asCustomer,
    await signedIn('the neighbour', 'CUSTOMER', neighbour),
    await signedIn('the customer of another project', 'CUSTOMER', elsewhereCustomer),
    gone,
    asPartner,
    await signedIn('the partner of another firm', 'PARTNER', otherPartner),
    await looking(asOwner, asCustomer),
    await looking(asOwner, asPartner),
    await looking(asAdministrator, asCustomer),
    asker('a stranger', 'NONE', company.stranger()),
  ];
  await company.write((tx) =>
    tx.execute(
      `UPDATE unit_buyers SET access_state = 'REVOKED', revoked_at = now() WHERE company_id = $1 AND contact_id = $2`,
      [company.id, revoked.id],
    ),
  );

  const people = [owner, administrator, otherAdministrator].map(({ identityId }) => identityId!);
  const outside = [partner, otherPartner, customer, neighbour, elsewhereCustomer, revoked, invited, lead];
  await addPictures(company, canaries, {
    faces: [...people, ...outside.map(({ identityId }) => identityId!)],
    projects: [park.id, court.id, villa.id],
    plans: [homes[0]!.id, homes[1]!.id, elsewhere.id, sold.id],
    uploaders: [owner.identityId!, administrator.identityId!, customer.identityId!, neighbour.identityId!],
  });
  const tokens = await addMailsAndLog(company, {
    people: [customer, neighbour, partner, unlinked, invited].map(({ identityId }) => identityId!),
    log: [null, park.id, court.id, villa.id],
    objects: [customer.id, homes[1]!.id, elsewhere.id, villaHome.id],
    actorId: owner.identityId!,
  });
  return { company, slug, askers, tokens };
}

async function soleUnitOf(company: TestCompany, projectId: string): Promise<Unit> {
  const units = await company.as('system').rows(Unit);
  return units.find((unit) => unit.projectId === projectId)!;
}

interface Pictured {
  faces: string[];
  projects: string[];
  plans: string[];
  uploaders: string[];
}

async function addPictures(company: TestCompany, canaries: Canaries, pictured: Pictured): Promise<void> {
  const { storage } = (await theProduct()).platform.services;
  const bytes = Buffer.from(canaries.text());
  const add = async (purpose: keyof typeof FilePurpose, uploadedById: string | null): Promise<string> => {
    const id = uuidv7();
    await storage.write(keyOf(company.id, id, 96), bytes);
    await company.write((tx) =>
      tx.insert(File, {
        id,
        purpose: purpose as FilePurpose,
        name: canaries.text(),
        mime: 'image/webp',
        bytes: bytes.length,
        sha256: id,
        storageKey: keyOf(company.id, id, 96),
        width: 96,
        height: 96,
        widths: [96],
        uploadedById,
        attachedAt: uploadedById ? null : new Date().toISOString(),
      }),
    );
    return id;
  };
  const [logo, loginImage] = [await add('COMPANY_LOGO', null), await add('LOGIN_IMAGE', null)];
  await company.write(async (tx) => {
    await tx.execute('UPDATE companies SET logo_id = $2, login_image_id = $3 WHERE id = $1', [
      company.id,
      logo,
      loginImage,
    ]);
  });
  for (const id of pictured.faces) {
    const pictureId = await add('PROFILE_PICTURE', null);
    await company.write((tx) => tx.update(Identity, id, { pictureId }));
  }
  for (const id of pictured.projects) {
    const imageId = await add('PROJECT_IMAGE', null);
    await company.write((tx) => tx.update(Project, id, { imageId }));
  }
  for (const id of pictured.plans) {
    const planId = await add('UNIT_PLAN', null);
    await company.write((tx) => tx.update(Unit, id, { planId }));
  }
  for (const id of pictured.uploaders)
    for (const purpose of [
      'PROFILE_PICTURE',
      'PROJECT_IMAGE',
      'UNIT_PLAN',
      'COMPANY_LOGO',
      'LOGIN_IMAGE',
    ] as const)
      await add(purpose, id);
}

interface Told {
  people: string[];
  log: (string | null)[];
  objects: string[];
  actorId: string;
}

/** Links that are alive, mails that wait and mails that went, and a log; the tokens of the links. */
async function addMailsAndLog(
  company: TestCompany,
  { people, log, objects, actorId }: Told,
): Promise<string[]> {
  return company.write(async (tx) => {
    const tokens: string[] = [];
    const link = async (identityId: string, purpose: LinkPurpose, newEmail: string | null = null) => {
      const { id } = await issueLink(tx, identityId, purpose, newEmail);
      tokens.push(tx.platform.services.tokens.forLink(tx.companyId, id, purpose));
    };
    for (const identityId of people) {
      await link(identityId, LinkPurpose.RESET);
      await link(identityId, LinkPurpose.NEW_EMAIL, `${uuidv7().slice(-12)}@example.com`);
      const messageId = `${uuidv7()}@portico`;
      await tx.insert(MailDelivery, { identityId, template: 'reset', messageId, state: 'SENT' as never });
      await tx.insert(Removal, { buyerDigest: uuidv7(), unitFreed: false });
      await tx.insert(DemoMail, {
        messageId,
        identityId,
        toName: '',
        toAddress: '',
        subject: '',
        html: '',
        text: '',
      });
      await tx.insert(OutboxEntry, {
        job: 'identities.send-password-reset',
        payload: {},
        subjectId: identityId,
        runAt: 'infinity',
      });
    }
    await link(people.at(-1)!, LinkPurpose.INVITATION);
    for (const [index, projectId] of log.entries())
      await tx.insert(AuditEvent, {
        action: 'unit.updated',
        actorId,
        objectType: 'Unit',
        objectId: objects[index]!,
        projectId,
        changes: [{ field: 'number', before: '', after: '' }],
      });
    return tokens;
  });
}
