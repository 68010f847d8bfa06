import { addressOf } from '../../platform/address';
import { audit, changesBetween } from '../../platform/audit/audit';
import type { RecordedChange } from '../../platform/audit/audit-event.entity';
import { sql } from '../../platform/database/sql';
import { ErrorCode, Refusal, type Trouble } from '../../platform/errors';
import { sortNameOf } from '../../platform/folded';
import { publish } from '../../platform/live';
import type { Limit } from '../../platform/rate-limits';
import type { RequestContext, Transaction } from '../../platform/request-context';
import { Contact } from '../contacts/contact.entity';
import { searchable } from '../contacts/contact-names';
import { replaceFile } from '../files/attach-file';
import { FilePurpose } from '../files/file.entity';
import type { EmailChangeService } from '../identities/email-change.service';
import { Identity } from '../identities/identity.entity';
import { TeamMember } from '../team/team-member.entity';
import type { UpdateMyProfileInput } from './profile.types';

/** Of a person, the audit log repeats nothing but the language. */
const changesTo = <Row extends object>(before: Row, change: Partial<Row>): RecordedChange[] =>
  changesBetween(
    before,
    change,
    (Object.keys(change) as (keyof Row & string)[]).filter((field) => field !== 'language'),
  );

const addressTries: Limit = { name: 'email-change', points: 10, seconds: 60 * 60, reason: 'perHour' };

interface Person {
  identity: Identity;
  member: TeamMember | null;
  contact: Contact | null;
}

/** Oneself: a person may be colleague and contact at once, and is changed in every place that knows her. */
export class ProfileService {
  constructor(private readonly emailChanges: EmailChangeService) {}

  /** True where another address waits to be confirmed. */
  async update(ctx: RequestContext, input: UpdateMyProfileInput): Promise<boolean> {
    const { sessionId } = ctx.signedIn;
    const emailNeedsConfirmation = await ctx.inTransaction(async (tx) => {
      const person = await held(tx);
      refuseWhatIsNotHers(person, input);
      const changes = [
        ...(await changeMember(tx, person, input)),
        ...(await changeContact(tx, person, input)),
        ...(await changeLogin(tx, person, input)),
      ];
      if (changes.length > 0)
        await audit(tx, 'profile.updated', { object: objectOf(person), changes: once(changes) });
      publish(tx, person.identity.id);
      return this.changeAddress(tx, person.identity, input.email);
    });
    ctx.becomes(await ctx.platform.viewerOfSession(ctx.asSystem(), sessionId));
    return emailNeedsConfirmation;
  }

  private async changeAddress(
    tx: Transaction,
    { id, email }: Identity,
    newEmail?: string | null,
  ): Promise<boolean> {
    if (!newEmail) return false;
    // Whether an address is taken is not to be had for the asking.
    if (newEmail !== email) await tx.platform.services.rateLimits.count(addressTries, id);
    return this.emailChanges.request(tx, { identityId: id, newEmail, confirmBoth: true });
  }
}

/** The rows of the viewer, held until the end of the transaction. */
async function held(tx: Transaction): Promise<Person> {
  const { identityId, memberId, contactId } = tx.signedIn;
  const system = tx.asSystem();
  await tx.lock(Identity, identityId);
  if (memberId) await tx.lock(TeamMember, memberId);
  if (contactId) await tx.lock(Contact, contactId);
  return {
    identity: (await system.row(Identity, sql`row.id = ${identityId}`))!,
    member: memberId ? await system.row(TeamMember, sql`row.id = ${memberId}`) : null,
    contact: contactId ? await system.row(Contact, sql`row.id = ${contactId}`) : null,
  };
}

/** Buyers and partners leave their names to the builder; only they have an address. What stays as it is offends nobody. */
function refuseWhatIsNotHers({ member, contact }: Person, input: UpdateMyProfileInput): void {
  const kept = (['firstName', 'lastName'] as const).filter(
    (name) => input[name] && input[name] !== contact?.[name],
  );
  const ofTeam = (['jobTitle', 'signature'] as const).filter((name) => input[name]);
  const ofContact = addressOf(input.address ?? null) ? ['address'] : [];
  const fields = [...(member ? [] : [...kept, ...ofTeam]), ...(contact ? [] : ofContact)];
  if (fields.length > 0) throw new Refusal(fields.map(notHers));
}

const notHers = (field: string): Trouble => ({
  code: ErrorCode.FORBIDDEN,
  message: 'This is not yours to change.',
  field: [field],
  reason: 'notYours',
});

async function changeMember(
  tx: Transaction,
  { member }: Person,
  input: UpdateMyProfileInput,
): Promise<RecordedChange[]> {
  if (!member) return [];
  const { firstName, lastName, phone, jobTitle, signature } = input;
  const change = {
    ...(firstName && { firstName }),
    ...(lastName && { lastName }),
    ...(phone !== undefined && { phone: phone || null }),
    ...(jobTitle !== undefined && { jobTitle: jobTitle || null }),
    ...(signature !== undefined && { signature: signature || null }),
  };
  const after = { ...member, ...change };
  const changes = changesTo(member, change);
  if (changes.length > 0) {
    await tx.change(TeamMember, member.id, member.version, {
      ...change,
      sortName: sortNameOf(after.firstName, after.lastName),
    });
  }
  return changes;
}

async function changeContact(
  tx: Transaction,
  { member, contact }: Person,
  { firstName, lastName, phone, language, address }: UpdateMyProfileInput,
): Promise<RecordedChange[]> {
  if (!contact) return [];
  const change = {
    ...(member && firstName && { firstName }),
    ...(member && lastName && { lastName }),
    ...(phone !== undefined && { phone: phone || null }),
    ...(language && { language }),
    ...(address !== undefined && { address: addressOf(address) }),
  };
  const changes = changesTo(contact, change);
  if (changes.length > 0) {
    await tx.change(Contact, contact.id, contact.version, {
      ...change,
      ...searchable({ ...contact, ...change }),
    });
  }
  return changes;
}

async function changeLogin(
  tx: Transaction,
  { identity }: Person,
  { language, pictureId }: UpdateMyProfileInput,
): Promise<RecordedChange[]> {
  await replaceFile(tx, pictureId, {
    purpose: FilePurpose.PROFILE_PICTURE,
    field: 'pictureId',
    replaces: identity.pictureId,
  });
  const change = { ...(language && { language }), ...(pictureId !== undefined && { pictureId }) };
  const changes = changesTo(identity, change);
  if (changes.length > 0) await tx.update(Identity, identity.id, change);
  return changes;
}

function objectOf({ identity, member, contact }: Person): { type: string; id: string } {
  if (member) return { type: 'TeamMember', id: member.id };
  return contact ? { type: 'Contact', id: contact.id } : { type: 'Identity', id: identity.id };
}

/** A field that several rows have is told once. */
const once = (changes: RecordedChange[]) => [
  ...new Map(changes.map((change) => [change.field, change])).values(),
];
