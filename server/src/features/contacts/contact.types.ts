import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AddressInput } from '../../platform/address';
import { connectionTypes, PageArgs } from '../../platform/graphql/connection';
import { Payload } from '../../platform/graphql/user-error';
import { Email, NotNull, Text } from '../../platform/graphql/validation';
import { Language } from '../../platform/language';
import { Contact } from './contact.entity';
import { PartnerCompany } from './partner-company.entity';

export enum ContactKind {
  CUSTOMER = 'CUSTOMER',
  PARTNER = 'PARTNER',
  LEAD = 'LEAD',
}

registerEnumType(ContactKind, {
  name: 'ContactKind',
  description: 'What a contact is to the builder; one person may be several.',
  valuesConfig: {
    CUSTOMER: { description: 'Buys a home, or is about to.' },
    PARTNER: { description: 'Works with the builder.' },
    LEAD: { description: 'Is interested in a home.' },
  },
});

export enum ContactSort {
  NAME_ASC = 'NAME_ASC',
  NAME_DESC = 'NAME_DESC',
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
}

registerEnumType(ContactSort, {
  name: 'ContactSort',
  description: 'The order of a list of contacts.',
  valuesConfig: {
    NAME_ASC: { description: 'By last name, from A.' },
    NAME_DESC: { description: 'By last name, from Z.' },
    NEWEST: { description: 'Added last comes first.' },
    OLDEST: { description: 'Added first comes first.' },
  },
});

export enum AccessStateFilter {
  NOT_YET_INVITED = 'NOT_YET_INVITED',
  ADDED = 'ADDED',
  INVITED = 'INVITED',
  ACTIVE = 'ACTIVE',
  REVOKED = 'REVOKED',
}

registerEnumType(AccessStateFilter, {
  name: 'AccessStateFilter',
  description: 'An access state to filter by.',
  valuesConfig: {
    NOT_YET_INVITED: { description: 'Has no access to anything, and never had.' },
    ADDED: { description: 'Another word for NOT_YET_INVITED.' },
    INVITED: { description: 'An invitation waits to be accepted.' },
    ACTIVE: { description: 'Can sign in to the portal.' },
    REVOKED: { description: 'Had access, which was taken away.' },
  },
});

@ArgsType()
export class ContactsArgs extends PageArgs {
  @Field(() => ContactKind, { nullable: true, description: 'Only contacts of this kind.' })
  kind?: ContactKind | null;

  @Text({ max: 100, clearable: true })
  @Field(() => String, {
    nullable: true,
    description:
      'Words that stand in name, e-mail address, phone or partner company, whatever their case and accents.',
  })
  search?: string | null;

  @Field(() => [AccessStateFilter], {
    nullable: true,
    description: 'Only contacts in one of these access states.',
  })
  accessState?: AccessStateFilter[] | null;

  @Field(() => ID, { nullable: true, description: 'Only buyers and leads of homes of this project.' })
  projectId?: string | null;

  @Field(() => ContactSort, { nullable: true, defaultValue: ContactSort.NAME_ASC, description: 'The order.' })
  sort?: ContactSort | null;
}

@ArgsType()
export class PartnerCompaniesArgs extends PageArgs {
  @Text({ max: 100, clearable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Words that stand in the name, whatever their case and accents.',
  })
  search?: string | null;
}

@InputType()
abstract class NewContactInput {
  @Text({ max: 80 })
  @Field(() => String, { description: 'First name.' })
  firstName!: string;

  @Text({ max: 80 })
  @Field(() => String, { description: 'Last name.' })
  lastName!: string;

  @Text({ max: 40, clearable: true })
  @Field(() => String, { nullable: true, description: 'Phone number, as typed.' })
  phone?: string | null;

  @Field(() => Language, {
    nullable: true,
    description: 'Of mails and portal; the company’s where it is left out.',
  })
  language?: Language | null;

  @Text({ max: 5000, multiline: true, clearable: true })
  @Field(() => String, { nullable: true, description: 'Notes for colleagues; the person never sees them.' })
  notes?: string | null;
}

@InputType({ description: 'A new customer.' })
export class CreateCustomerInput extends NewContactInput {
  @Email({ clearable: true })
  @Field(() => String, { nullable: true, description: 'May follow later; needed before access is granted.' })
  email?: string | null;

  @Field(() => AddressInput, { nullable: true, description: 'Where the customer lives now.' })
  address?: AddressInput | null;
}

@InputType({ description: 'A new lead.' })
export class CreateLeadInput extends NewContactInput {
  @Email({ clearable: true })
  @Field(() => String, { nullable: true, description: 'May follow later.' })
  email?: string | null;
}

@InputType({ description: 'A new firm of partners.' })
export class PartnerCompanyInput {
  @Text({ max: 120 })
  @Field(() => String, { description: 'Its name, not that of a firm there is already.' })
  name!: string;

  @Text({ max: 30, clearable: true })
  @Field(() => String, { nullable: true, description: 'VAT number, as typed.' })
  vat?: string | null;
}

@InputType({
  description: 'A new partner: of a firm there is already, of a new one, or of none. Never of two.',
})
export class CreatePartnerInput extends NewContactInput {
  @Email()
  @Field(() => String, { description: 'E-mail address.' })
  email!: string;

  @Field(() => ID, { nullable: true, description: 'The firm, where there is one already.' })
  partnerCompanyId?: string | null;

  @Field(() => PartnerCompanyInput, {
    nullable: true,
    description: 'A firm to be added together with the partner.',
  })
  newPartnerCompany?: PartnerCompanyInput | null;
}

@InputType({ description: 'What is to be different. A field left out stays as it is; null empties it.' })
export class ContactChange {
  @Text({ max: 80 })
  @Field(() => String, { nullable: true, description: 'First name; cannot be emptied.' })
  firstName?: string;

  @Text({ max: 80 })
  @Field(() => String, { nullable: true, description: 'Last name; cannot be emptied.' })
  lastName?: string;

  @Email({ clearable: true })
  @Field(() => String, {
    nullable: true,
    description:
      'Of a person who signs in already it changes once confirmed from the new address. Cannot be emptied for ' +
      'partners (`required`), nor for whoever was invited (LOCKED, `hasAccess`).',
  })
  email?: string | null;

  @Text({ max: 40, clearable: true })
  @Field(() => String, { nullable: true, description: 'Phone number, as typed.' })
  phone?: string | null;

  @Field(() => AddressInput, {
    nullable: true,
    description: 'The whole address, in place of the one before.',
  })
  address?: AddressInput | null;

  @NotNull()
  @Field(() => Language, { nullable: true, description: 'Of mails and portal; cannot be emptied.' })
  language?: Language;

  @Text({ max: 5000, multiline: true, clearable: true })
  @Field(() => String, { nullable: true, description: 'Notes for colleagues.' })
  notes?: string | null;

  @Field(() => ID, { nullable: true, description: 'The firm. Whoever joins one is a partner from then on.' })
  partnerCompanyId?: string | null;
}

@InputType({ description: 'Which contact is to be changed, and how.' })
export class UpdateContactInput {
  @Field(() => ID, { description: 'The contact.' })
  id!: string;

  @Field(() => Int, { description: 'The version that the change was made from.' })
  version!: number;

  @Field(() => ContactChange, { description: 'What is to be different.' })
  change!: ContactChange;
}

@ObjectType()
abstract class ContactPayload extends Payload {
  @Field(() => Contact, { nullable: true, description: 'The contact as it now stands; null when refused.' })
  contact!: Contact | null;
}

@ObjectType({ description: 'What became of `createCustomer`.' })
export class CreateCustomerPayload extends ContactPayload {}

@ObjectType({ description: 'What became of `createPartner`.' })
export class CreatePartnerPayload extends ContactPayload {}

@ObjectType({ description: 'What became of `createLead`.' })
export class CreateLeadPayload extends ContactPayload {}

@ObjectType({ description: 'What became of `updateContact`.' })
export class UpdateContactPayload extends ContactPayload {
  @Field(() => Boolean, {
    description: 'Whether a mail went to the new address, which must confirm the change first.',
  })
  emailNeedsConfirmation!: boolean;
}

export const contactLists = connectionTypes('Contact', () => Contact, 'contacts');
export const partnerCompanyLists = connectionTypes(
  'PartnerCompany',
  () => PartnerCompany,
  'partner companies',
);
