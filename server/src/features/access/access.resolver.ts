import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { byIdOrNull } from '../../platform/loaders';
import type { RequestContext } from '../../platform/request-context';
import { contactById } from '../contacts/contact.loader';
import { unitById } from '../projects/project.loader';
import type { TeamService } from '../team/team.service';
import { TeamMember } from '../team/team-member.entity';
import type { AccessService } from './access.service';
import {
  CancelInvitationInput,
  CancelInvitationPayload,
  GrantAccessInput,
  GrantAccessPayload,
  LinkCustomerInput,
  LinkCustomerPayload,
  RemoveCustomerInput,
  RemoveCustomerPayload,
  ResendInvitationInput,
  ResendInvitationPayload,
  RestoreAccessInput,
  RestoreAccessPayload,
  RevokeAccessInput,
  RevokeAccessPayload,
} from './access.types';
import type { RemovalService } from './removal.service';

const teamMemberByIdOrNull = byIdOrNull(TeamMember);

@Resolver()
export class AccessResolver {
  constructor(
    private readonly access: AccessService,
    private readonly removal: RemovalService,
    private readonly team: TeamService,
  ) {}

  @Mutation(() => LinkCustomerPayload, {
    nullable: true,
    description: 'Link a customer to the unit she bought. Grants no access.',
  })
  async linkCustomer(
    @Arg('input', () => LinkCustomerInput, { description: 'Who bought which unit.' })
    { unitId, contactId, isPrimary }: LinkCustomerInput,
    @Ctx() ctx: RequestContext,
  ): Promise<LinkCustomerPayload> {
    const buyer = await this.access.linkCustomer(ctx, unitId, contactId, isPrimary);
    return { buyer, unit: await ctx.load(unitById, unitId), errors: [] };
  }

  @Mutation(() => GrantAccessPayload, {
    nullable: true,
    description: 'Let buyers into the portal; each person gets one mail.',
  })
  async grantAccess(
    @Arg('input', () => GrantAccessInput, { description: 'Whom to let in.' }) { buyerIds }: GrantAccessInput,
    @Ctx() ctx: RequestContext,
  ): Promise<GrantAccessPayload> {
    return this.access.grant(ctx, buyerIds);
  }

  @Mutation(() => ResendInvitationPayload, {
    nullable: true,
    description: 'Send an invitation again; the link of before dies. At most five a day.',
  })
  async resendInvitation(
    @Arg('input', () => ResendInvitationInput, { description: 'Whose invitation.' })
    { id }: ResendInvitationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ResendInvitationPayload> {
    const member = await ctx.load(teamMemberByIdOrNull, id);
    if (!member) return { buyer: await this.access.resend(ctx, id), errors: [] };
    await ctx.inTransaction((tx) => this.team.resendInvitation(tx, id));
    return { teamMember: await ctx.load(teamMemberByIdOrNull, id), errors: [] };
  }

  @Mutation(() => CancelInvitationPayload, { nullable: true, description: 'Withdraw an invitation.' })
  async cancelInvitation(
    @Arg('input', () => CancelInvitationInput, { description: 'Whose invitation.' })
    { buyerId }: CancelInvitationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CancelInvitationPayload> {
    return { buyer: await this.access.cancel(ctx, buyerId), errors: [] };
  }

  @Mutation(() => RevokeAccessPayload, {
    nullable: true,
    description: 'Take a home out of a customer’s reach at once. Everything is kept.',
  })
  async revokeAccess(
    @Arg('input', () => RevokeAccessInput, { description: 'Whose access, and whether to tell her.' })
    { buyerId, tellCustomer }: RevokeAccessInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RevokeAccessPayload> {
    return { buyer: await this.access.revoke(ctx, buyerId, tellCustomer ?? false), errors: [] };
  }

  @Mutation(() => RestoreAccessPayload, {
    nullable: true,
    description: 'Give revoked access back, with everything as it was.',
  })
  async restoreAccess(
    @Arg('input', () => RestoreAccessInput, { description: 'Whose access.' }) { buyerId }: RestoreAccessInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RestoreAccessPayload> {
    return { buyer: await this.access.restore(ctx, buyerId), errors: [] };
  }

  @Mutation(() => RemoveCustomerPayload, {
    nullable: true,
    description: 'Unlink a customer from a unit and delete what is hers for good.',
  })
  async removeCustomer(
    @Arg('input', () => RemoveCustomerInput, { description: 'Whom, with her name typed.' })
    { buyerId, confirmName, makeUnitAvailable }: RemoveCustomerInput,
    @Ctx() ctx: RequestContext,
  ): Promise<RemoveCustomerPayload> {
    const wishes = { confirmName, makeUnitAvailable: makeUnitAvailable ?? false };
    const { unitId, contactId, deleted } = await this.removal.remove(ctx, buyerId, wishes);
    const [unit, contact] = await Promise.all([ctx.load(unitById, unitId), ctx.load(contactById, contactId)]);
    return { unit, contact, deleted, errors: [] };
  }
}
