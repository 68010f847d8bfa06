import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Address } from '../../platform/address';
import type { Connection } from '../../platform/graphql/connection';
import { DateTimeScalar } from '../../platform/graphql/scalars';
import type { RequestContext } from '../../platform/request-context';
import { Image, imageOf } from '../files/image.types';
import { loginById, pendingEmailByIdentityId } from '../identities/identity.loader';
import { ViewerObject } from '../identities/identity.types';
import { Contact } from './contact.entity';
import { contactById, contactByIdOrNull, partnerCompanyByIdOrNull } from './contact.loader';
import type { ContactService } from './contact.service';
import {
  ContactKind,
  contactLists,
  ContactsArgs,
  CreateCustomerInput,
  CreateCustomerPayload,
  CreateLeadInput,
  CreateLeadPayload,
  CreatePartnerInput,
  CreatePartnerPayload,
  UpdateContactInput,
  UpdateContactPayload,
} from './contact.types';
import { isShownAll, isShownHowToReach } from './contact.visibility';
import { PartnerCompany } from './partner-company.entity';

@Resolver()
export class ContactsResolver {
  constructor(private readonly service: ContactService) {}

  @Query(() => contactLists.CountedList, {
    nullable: true,
    description: 'Contacts whom the viewer, a team member, may see.',
  })
  contacts(
    @Args(() => ContactsArgs) args: ContactsArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<Contact>> {
    return this.service.list(ctx, args);
  }

  @Query(() => Contact, {
    nullable: true,
    description: 'One contact; NOT_FOUND where the viewer may not see the person.',
  })
  contact(
    @Arg('id', () => ID, { description: 'The contact.' }) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<Contact> {
    return ctx.load(contactById, id);
  }

  @Mutation(() => CreateCustomerPayload, {
    nullable: true,
    description: 'Add a customer. Sends no mail and gives no access.',
  })
  async createCustomer(
    @Arg('input', () => CreateCustomerInput, { description: 'The customer.' }) input: CreateCustomerInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CreateCustomerPayload> {
    return { contact: await this.service.createCustomer(ctx, input), errors: [] };
  }

  @Mutation(() => CreatePartnerPayload, {
    nullable: true,
    description: 'Add a partner. Sends no mail and gives no access.',
  })
  async createPartner(
    @Arg('input', () => CreatePartnerInput, { description: 'The partner.' }) input: CreatePartnerInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CreatePartnerPayload> {
    return { contact: await this.service.createPartner(ctx, input), errors: [] };
  }

  @Mutation(() => CreateLeadPayload, {
    nullable: true,
    description: 'Add a lead, to be put on homes afterwards.',
  })
  async createLead(
    @Arg('input', () => CreateLeadInput, { description: 'The lead.' }) input: CreateLeadInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CreateLeadPayload> {
    return { contact: await this.service.createLead(ctx, input), errors: [] };
  }

  @Mutation(() => UpdateContactPayload, { nullable: true, description: 'Change what is known of a contact.' })
  async updateContact(
    @Arg('input', () => UpdateContactInput, { description: 'The contact and the change.' })
    { id, version, change }: UpdateContactInput,
    @Ctx() ctx: RequestContext,
  ): Promise<UpdateContactPayload> {
    return { ...(await this.service.update(ctx, id, version, change)), errors: [] };
  }
}

/** The fields that depend on who looks: see `isShownAll`. */
@Resolver(() => Contact)
export class ContactFieldsResolver {
  @FieldResolver(() => String, { description: 'First and last name.' })
  name(@Root() { firstName, lastName }: Contact): string {
    return `${firstName} ${lastName}`;
  }

  @FieldResolver(() => [ContactKind], {
    description: 'What the person is to the builder; for the team and herself, empty for others.',
  })
  kinds(@Root() contact: Contact, @Ctx() { viewer }: RequestContext): ContactKind[] {
    const { isCustomer, isPartner, isLead } = contact;
    const { CUSTOMER, PARTNER, LEAD } = ContactKind;
    const all = [
      ...(isCustomer ? [CUSTOMER] : []),
      ...(isPartner ? [PARTNER] : []),
      ...(isLead ? [LEAD] : []),
    ];
    return isShownAll(viewer, contact) ? all : [];
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'E-mail address; for the team, herself and colleagues of her firm. Null where there is none.',
  })
  email(@Root() contact: Contact, @Ctx() { viewer }: RequestContext): string | null {
    return isShownHowToReach(viewer, contact) ? contact.email : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Phone number, as typed; for the team, herself and colleagues of her firm.',
  })
  phone(@Root() contact: Contact, @Ctx() { viewer }: RequestContext): string | null {
    return isShownHowToReach(viewer, contact) ? contact.phone : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The address to which an active login is to change, until it is confirmed; for the team and herself.',
  })
  async pendingEmail(@Root() contact: Contact, @Ctx() ctx: RequestContext): Promise<string | null> {
    const shown = contact.identityId && isShownAll(ctx.viewer, contact);
    return shown ? ctx.load(pendingEmailByIdentityId, contact.identityId!) : null;
  }

  @FieldResolver(() => Address, { nullable: true, description: 'Postal address; for the team and herself.' })
  address(@Root() contact: Contact, @Ctx() { viewer }: RequestContext): Address | null {
    return isShownAll(viewer, contact) ? contact.address : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Notes of the team; null for everybody else.' })
  notes(@Root() { notes }: Contact): string | null {
    return notes;
  }

  @FieldResolver(() => Image, { nullable: true, description: 'The picture that this person chose.' })
  async picture(@Root() contact: Contact, @Ctx() ctx: RequestContext): Promise<Image | null> {
    const login = contact.identityId ? await ctx.load(loginById, contact.identityId) : null;
    return imageOf(ctx, login?.pictureId ?? null, `${contact.firstName} ${contact.lastName}`);
  }

  @FieldResolver(() => PartnerCompany, {
    nullable: true,
    description: 'The firm; null where there is none to be seen.',
  })
  async partnerCompany(@Root() contact: Contact, @Ctx() ctx: RequestContext): Promise<PartnerCompany | null> {
    return contact.partnerCompanyId ? ctx.load(partnerCompanyByIdOrNull, contact.partnerCompanyId) : null;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether a sale to this lead was cancelled; false where the viewer may not know.',
  })
  saleCancelled(@Root() contact: Contact, @Ctx() { viewer }: RequestContext): boolean {
    return isShownAll(viewer, contact) && contact.saleCancelled;
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'When last in the portal, to the minute; for the team and herself.',
  })
  async lastSeenAt(@Root() contact: Contact, @Ctx() ctx: RequestContext): Promise<string | null> {
    if (!contact.identityId || !isShownAll(ctx.viewer, contact)) return null;
    return (await ctx.load(loginById, contact.identityId))?.lastSeenAt ?? null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may change this contact.' })
  viewerCanEdit(@Ctx() { viewer }: RequestContext): boolean {
    return viewer?.roles.has('OWNER') ?? false;
  }
}

@Resolver(() => ViewerObject)
export class ViewerContactResolver {
  @FieldResolver(() => Contact, {
    nullable: true,
    description: 'The viewer as a contact; null for who is none.',
  })
  async contact(@Ctx() ctx: RequestContext): Promise<Contact | null> {
    const id = ctx.viewer?.contactId;
    return id ? ctx.load(contactByIdOrNull, id) : null;
  }
}
