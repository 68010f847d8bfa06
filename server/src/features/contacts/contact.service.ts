import { audit, changesBetween } from '../../platform/audit/audit';
import { invalid } from '../../platform/errors';
import { page, type Connection, type Order } from '../../platform/graphql/connection';
import { publish } from '../../platform/live';
import { addressOf, type AddressInput } from '../../platform/address';
import type { Language } from '../../platform/language';
import type { RequestContext, Transaction } from '../../platform/request-context';
import { ownCompany } from '../companies/company.loader';
import { claimAddress } from '../identities/addresses';
import type { EmailChangeService } from '../identities/email-change.service';
import { Identity } from '../identities/identity.entity';
import { changeContactAddress } from './contact-address';
import { Contact } from './contact.entity';
import { contactFilter } from './contact.filters';
import { contactById, partnerCompanyById } from './contact.loader';
import { searchable } from './contact-names';
import {
  ContactSort,
  type ContactChange,
  type ContactsArgs,
  type CreateCustomerInput,
  type CreateLeadInput,
  type CreatePartnerInput,
} from './contact.types';
import { addPartnerCompany } from './partner-company.service';

const orders: Record<ContactSort, Order<Contact>> = {
  [ContactSort.NAME_ASC]: { by: ['sortName'] },
  [ContactSort.NAME_DESC]: { by: ['sortName'], descending: true },
  [ContactSort.NEWEST]: { by: ['createdAt'], descending: true },
  [ContactSort.OLDEST]: { by: ['createdAt'] },
};

/** What the audit log must not repeat of a person. */
const personal = ['firstName', 'lastName', 'email', 'phone', 'address', 'notes'] as const;

interface NewContact {
  firstName: string;
  lastName: string;
  email?: string | null;
  phone?: string | null;
  address?: AddressInput | null;
  language?: Language | null;
  notes?: string | null;
}

type Standing = Partial<Pick<Contact, 'isCustomer' | 'isPartner' | 'isLead' | 'partnerCompanyId'>>;

/** People outside the company: added by owners, without any mail and without access to anything. */
export class ContactService {
  constructor(private readonly emailChanges: EmailChangeService) {}

  list(ctx: RequestContext, { sort, first, after, ...filters }: ContactsArgs): Promise<Connection<Contact>> {
    const order = orders[sort ?? ContactSort.NAME_ASC];
    const searching = Boolean(filters.search);
    return page(ctx, Contact, { where: contactFilter(ctx, filters), order, searching, first, after });
  }

  createCustomer(ctx: RequestContext, input: CreateCustomerInput): Promise<Contact> {
    return ctx.inTransaction((tx) => this.add(tx, input, { isCustomer: true }));
  }

  createLead(ctx: RequestContext, input: CreateLeadInput): Promise<Contact> {
    return ctx.inTransaction((tx) => this.add(tx, input, { isLead: true }));
  }

  createPartner(ctx: RequestContext, input: CreatePartnerInput): Promise<Contact> {
    const { partnerCompanyId, newPartnerCompany } = input;
    if (partnerCompanyId && newPartnerCompany) {
      throw invalid('newPartnerCompany', 'notBoth', 'Choose a partner company or add one, not both.');
    }
    return ctx.inTransaction(async (tx) => {
      const known = partnerCompanyId ? await tx.load(partnerCompanyById, partnerCompanyId) : null;
      const firm = newPartnerCompany ? await addPartnerCompany(tx, newPartnerCompany) : known;
      return this.add(tx, input, { isPartner: true, partnerCompanyId: firm?.id ?? null });
    });
  }

  private async add(tx: Transaction, given: NewContact, standing: Standing): Promise<Contact> {
    const language = given.language ?? (await ownCompany(tx)).defaultLanguage;
    const identity = given.email ? await claimAddress(tx, given.email, language) : null;
    const { id } = await tx.insert(Contact, {
      ...standing,
      identityId: identity?.id ?? null,
      email: identity?.email ?? null,
      firstName: given.firstName,
      lastName: given.lastName,
      phone: given.phone || null,
      address: addressOf(given.address ?? null),
      language,
      notes: given.notes || null,
      ...searchable(given as Pick<Contact, 'firstName' | 'lastName' | 'phone'>),
    });
    await audit(tx, 'contact.created', { object: { type: 'Contact', id } });
    return tx.load(contactById, id);
  }

  /** Tells as well whether a new address waits to be confirmed; everything else is changed at once. */
  update(ctx: RequestContext, id: string, version: number, change: ContactChange) {
    return ctx.inTransaction(async (tx) => {
      const { identityId } = await tx.load(contactById, id);
      // An invitation that is accepted meanwhile makes of her address one that she signs in with.
      if (identityId) await tx.lock(Identity, identityId);
      await tx.lock(Contact, id);
      const before = await tx.load(contactById, id);
      const fields = await fieldsOf(tx, change);
      const after = { ...before, ...fields };
      const emailNeedsConfirmation =
        change.email !== undefined &&
        (await changeContactAddress(tx, after, change.email || null, this.emailChanges));
      await tx.change(Contact, id, version, { ...fields, ...searchable(after) });

      const contact = await tx.load(contactById, id);
      if (contact.isPartner && !contact.email) {
        throw invalid(['change', 'email'], 'required', 'A partner needs an e-mail address.');
      }
      if (contact.identityId) await this.tell(tx, contact.identityId, contact.language);
      await audit(tx, 'contact.updated', {
        object: { type: 'Contact', id },
        changes: changesBetween(
          { ...before, address: addressOf(before.address) },
          { ...fields, email: contact.email },
          personal,
        ),
      });
      return { contact, emailNeedsConfirmation };
    });
  }

  /** The person's login speaks the same language, and her open pages show what is new. */
  private async tell(tx: Transaction, identityId: string, language: Language): Promise<void> {
    await tx.update(Identity, identityId, { language });
    publish(tx, identityId);
  }
}

/** The columns that a change sets; what it leaves out is left out. */
async function fieldsOf(tx: Transaction, change: ContactChange): Promise<Partial<Contact>> {
  const { firstName, lastName, phone, address, language, notes, partnerCompanyId } = change;
  const firm = partnerCompanyId ? await tx.load(partnerCompanyById, partnerCompanyId) : null;
  return {
    ...(firstName && { firstName }),
    ...(lastName && { lastName }),
    ...(phone !== undefined && { phone: phone || null }),
    ...(address !== undefined && { address: addressOf(address) }),
    ...(language && { language }),
    ...(notes !== undefined && { notes: notes || null }),
    ...(partnerCompanyId !== undefined && { partnerCompanyId: firm?.id ?? null }),
    ...(firm && { isPartner: true }),
  };
}
