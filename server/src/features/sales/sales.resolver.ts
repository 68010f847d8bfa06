import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/request-context';
import { isTeam } from '../../platform/viewer';
import { Contact } from '../contacts/contact.entity';
import { contactById } from '../contacts/contact.loader';
import { unitById } from '../projects/project.loader';
import { Unit } from '../projects/unit.entity';
import { SaleState } from '../projects/unit.enums';
import { leadsByContactId, leadsByUnitId } from './sales.loader';
import type { SalesService } from './sales.service';
import {
  AddLeadToUnitInput,
  AddLeadToUnitPayload,
  MakeUnitAvailableInput,
  MakeUnitAvailablePayload,
  MarkUnitSoldInput,
  MarkUnitSoldPayload,
  UpdateLeadInput,
  UpdateLeadPayload,
} from './sales.types';
import { UnitLead } from './unit-lead.entity';

const isSellable = ({ saleState }: Unit) =>
  saleState === SaleState.AVAILABLE || saleState === SaleState.IN_OPTION;

@Resolver(() => UnitLead)
export class SalesResolver {
  constructor(private readonly sales: SalesService) {}

  @Mutation(() => MarkUnitSoldPayload, {
    nullable: true,
    description: 'Sell a unit; a lead named as the buyer becomes a customer and is linked.',
  })
  async markUnitSold(
    @Arg('input', () => MarkUnitSoldInput, { description: 'Which unit, and to whom.' })
    { unitId, ...sale }: MarkUnitSoldInput,
    @Ctx() ctx: RequestContext,
  ): Promise<MarkUnitSoldPayload> {
    return { unit: await this.sales.markSold(ctx, unitId, sale), errors: [] };
  }

  @Mutation(() => MakeUnitAvailablePayload, {
    nullable: true,
    description: 'Put a sold unit without a buyer up for sale again.',
  })
  async makeUnitAvailable(
    @Arg('input', () => MakeUnitAvailableInput, { description: 'Which unit.' })
    { unitId }: MakeUnitAvailableInput,
    @Ctx() ctx: RequestContext,
  ): Promise<MakeUnitAvailablePayload> {
    return { unit: await this.sales.makeAvailable(ctx, unitId), errors: [] };
  }

  @Mutation(() => AddLeadToUnitPayload, {
    nullable: true,
    description: 'Put an interested person on a unit.',
  })
  async addLeadToUnit(
    @Arg('input', () => AddLeadToUnitInput, { description: 'Who is interested in which unit.' })
    { unitId, contactId, ...interest }: AddLeadToUnitInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AddLeadToUnitPayload> {
    const lead = await this.sales.addLead(ctx, unitId, contactId, interest);
    return { lead, unit: await ctx.load(unitById, unitId), errors: [] };
  }

  @Mutation(() => UpdateLeadPayload, {
    nullable: true,
    description: 'Note how far an interested person has come.',
  })
  async updateLead(
    @Arg('input', () => UpdateLeadInput, { description: 'What is new about the lead.' })
    { id, version, change }: UpdateLeadInput,
    @Ctx() ctx: RequestContext,
  ): Promise<UpdateLeadPayload> {
    return { lead: await this.sales.updateLead(ctx, id, version, change), errors: [] };
  }

  @FieldResolver(() => Unit, { description: 'What she is interested in.' })
  unit(@Root() { unitId }: UnitLead, @Ctx() ctx: RequestContext): Promise<Unit> {
    return ctx.load(unitById, unitId);
  }

  @FieldResolver(() => Contact, { description: 'Who is interested.' })
  contact(@Root() { contactId }: UnitLead, @Ctx() ctx: RequestContext): Promise<Contact> {
    return ctx.load(contactById, contactId);
  }
}

@Resolver(() => Unit)
export class UnitLeadsResolver {
  @FieldResolver(() => [UnitLead], {
    nullable: true,
    description: 'Who is interested; null if the viewer may not know.',
  })
  leads(@Root() { id }: Unit, @Ctx() ctx: RequestContext): Promise<UnitLead[]> | null {
    return ctx.viewer && isTeam(ctx.viewer) ? ctx.load(leadsByUnitId, id) : null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer can mark it sold now.' })
  viewerCanMarkSold(@Root() unit: Unit, @Ctx() ctx: RequestContext): boolean {
    return Boolean(ctx.viewer?.roles.has('OWNER')) && isSellable(unit);
  }
}

@Resolver(() => Contact)
export class ContactLeadsResolver {
  @FieldResolver(() => [UnitLead], {
    description: 'The units this person is interested in, as far as the viewer sees them.',
  })
  leads(@Root() { id }: Contact, @Ctx() ctx: RequestContext): Promise<UnitLead[]> {
    return ctx.load(leadsByContactId, id);
  }
}
