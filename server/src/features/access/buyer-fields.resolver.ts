import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars';
import { MailState } from '../../platform/mail/mail-delivery.entity';
import type { RequestContext } from '../../platform/request-context';
import { ownCompany } from '../companies/company.loader';
import { Contact } from '../contacts/contact.entity';
import { contactById } from '../contacts/contact.loader';
import { ViewerObject } from '../identities/identity.types';
import { ProjectKind } from '../projects/project.entity';
import { projectById, unitById, unitByIdOrNull } from '../projects/project.loader';
import { Unit } from '../projects/unit.entity';
import { SaleState } from '../projects/unit.enums';
import { actionsOn } from './buyer-actions';
import {
  buyersByUnitId,
  hasLogin,
  invitationByContactId,
  purchasesByContactId,
  strongest,
} from './access.loader';
import { BuyerAction, RemovalPreview } from './access.types';
import type { RemovalService } from './removal.service';
import { AccessState, UnitBuyer } from './unit-buyer.entity';

@Resolver(() => UnitBuyer)
export class BuyerFieldsResolver {
  constructor(private readonly removal: RemovalService) {}

  @FieldResolver(() => Unit, { description: 'What was bought.' })
  unit(@Root() { unitId }: UnitBuyer, @Ctx() ctx: RequestContext): Promise<Unit> {
    return ctx.load(unitById, unitId);
  }

  @FieldResolver(() => Contact, { description: 'Who bought it.' })
  contact(@Root() { contactId }: UnitBuyer, @Ctx() ctx: RequestContext): Promise<Contact> {
    return ctx.load(contactById, contactId);
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when the invitation can be accepted; null unless invited.',
  })
  async invitationExpiresAt(
    @Root() { contactId, accessState }: UnitBuyer,
    @Ctx() ctx: RequestContext,
  ): Promise<string | null> {
    return accessState === AccessState.INVITED
      ? (await ctx.load(invitationByContactId, contactId)).expiresAt
      : null;
  }

  @FieldResolver(() => MailState, {
    nullable: true,
    description: 'How the last invitation mail fared; BOUNCED asks for a look at the address.',
  })
  async invitationMail(
    @Root() { contactId, accessState }: UnitBuyer,
    @Ctx() ctx: RequestContext,
  ): Promise<MailState | null> {
    return accessState === AccessState.INVITED
      ? (await ctx.load(invitationByContactId, contactId)).mail
      : null;
  }

  @FieldResolver(() => [BuyerAction], {
    description: 'What the viewer may do now, from the rules that guard the mutations.',
  })
  async actions(@Root() buyer: UnitBuyer, @Ctx() ctx: RequestContext): Promise<BuyerAction[]> {
    return actionsOn(buyer, ctx.viewer, await ownCompany(ctx));
  }

  @FieldResolver(() => RemovalPreview, {
    nullable: true,
    description: 'What a removal would delete; null unless it is allowed.',
  })
  async removalPreview(@Root() buyer: UnitBuyer, @Ctx() ctx: RequestContext): Promise<RemovalPreview | null> {
    const actions = actionsOn(buyer, ctx.viewer, await ownCompany(ctx));
    return actions.includes(BuyerAction.REMOVE) ? this.removal.preview(ctx, buyer) : null;
  }
}

@Resolver(() => Unit)
export class UnitBuyersResolver {
  @FieldResolver(() => [UnitBuyer], {
    description: 'Who bought it, as far as the viewer may know: a buyer sees herself.',
  })
  buyers(@Root() { id }: Unit, @Ctx() ctx: RequestContext): Promise<UnitBuyer[]> {
    return ctx.load(buyersByUnitId, id);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer can link a customer now.' })
  async viewerCanLinkCustomer(@Root() unit: Unit, @Ctx() ctx: RequestContext): Promise<boolean> {
    if (!ctx.viewer?.roles.has('OWNER')) return false;
    if (unit.saleState === SaleState.SOLD || unit.saleState === SaleState.HANDED_OVER) return true;
    const { kind } = await ctx.load(projectById, unit.projectId);
    return unit.saleState === SaleState.AVAILABLE && kind === ProjectKind.SINGLE;
  }
}

@Resolver(() => Contact)
export class ContactAccessResolver {
  @FieldResolver(() => AccessState, {
    nullable: true,
    description: 'The strongest of this person’s links; null for those who only are leads.',
  })
  async accessState(
    @Root() { id, isCustomer, isPartner, identityId }: Contact,
    @Ctx() ctx: RequestContext,
  ): Promise<AccessState | null> {
    const states = (await ctx.load(purchasesByContactId, id)).map(({ accessState }) => accessState);
    if (isPartner && (await ctx.load(hasLogin, identityId ?? ''))) states.push(AccessState.ACTIVE);
    return states.length > 0 || isCustomer || isPartner ? strongest(states) : null;
  }

  @FieldResolver(() => [UnitBuyer], {
    description: 'The units this person bought, as far as the viewer sees them.',
  })
  purchases(@Root() { id }: Contact, @Ctx() ctx: RequestContext): Promise<UnitBuyer[]> {
    return ctx.load(purchasesByContactId, id);
  }
}

@Resolver(() => ViewerObject)
export class ViewerHomesResolver {
  @FieldResolver(() => [Unit], {
    description: 'The homes this person sees as a buyer, in the order of purchase.',
  })
  async homes(@Ctx() ctx: RequestContext): Promise<Unit[]> {
    return ctx.viewer?.contactId ? homesOf(ctx, ctx.viewer.contactId) : [];
  }
}

/** Only links that are open: an owner who is a buyer as well sees every link, but lives only in her own homes. */
async function homesOf(ctx: RequestContext, contactId: string): Promise<Unit[]> {
  const impersonating = ctx.viewer?.impersonation !== null;
  const purchases = await ctx.load(purchasesByContactId, contactId);
  const open = purchases.filter(
    ({ accessState }) =>
      accessState === AccessState.ACTIVE || (impersonating && accessState === AccessState.INVITED),
  );
  const homes = await Promise.all(open.map(({ unitId }) => ctx.load(unitByIdOrNull, unitId)));
  return homes.filter((home) => home !== null);
}
