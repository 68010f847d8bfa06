import { sql } from '../../platform/database/sql';
import { ErrorCode, refuse } from '../../platform/errors';
import type { Transaction } from '../../platform/request-context';
import { changeAddress, claimAddress } from '../identities/addresses';
import type { EmailChangeService } from '../identities/email-change.service';
import { Identity } from '../identities/identity.entity';
import { LoginLink } from '../identities/login-link.entity';
import { Contact } from './contact.entity';

/**
 * Gives a contact a first, another, or no address. True where nothing has changed yet, because a person who signs
 * in with the address must confirm the new one first.
 */
export async function changeContactAddress(
  tx: Transaction,
  contact: Contact,
  email: string | null,
  emailChanges: EmailChangeService,
): Promise<boolean> {
  const { id, identityId } = contact;
  if (identityId && email && (await signsIn(tx, identityId))) {
    return emailChanges.request(tx, { identityId, newEmail: email, confirmBoth: false });
  }
  if (email === contact.email) return false;
  if (!email) await takeAddressAway(tx, contact);
  else if (identityId) await changeAddress(tx, identityId, email);
  else {
    const identity = await claimAddress(tx, email, contact.language);
    await tx.update(Contact, id, { identityId: identity.id, email });
  }
  return false;
}

/** The identity goes with its address, unless it ever was more than an address. */
async function takeAddressAway(tx: Transaction, { id, identityId }: Contact): Promise<void> {
  if (!identityId) return;
  if ((await signsIn(tx, identityId)) || (await wasInvited(tx, identityId))) {
    throw refuse(ErrorCode.LOCKED, 'This person was invited: the address can be changed, not emptied.', {
      field: ['change', 'email'],
      reason: 'hasAccess',
    });
  }
  await tx.update(Contact, id, { identityId: null, email: null });
  await tx.delete(Identity, { id: identityId });
}

const signsIn = async (tx: Transaction, identityId: string) =>
  (await tx.asSystem().row(Identity, sql`row.id = ${identityId} AND row.password_hash IS NOT NULL`)) !== null;

const wasInvited = async (tx: Transaction, identityId: string) =>
  (await tx.asSystem().row(LoginLink, sql`row.identity_id = ${identityId}`)) !== null;
