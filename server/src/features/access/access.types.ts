import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Payload } from '../../platform/graphql/user-error';
import { ListOf, Text } from '../../platform/graphql/validation';
import { Contact } from '../contacts/contact.entity';
import { TeamMember } from '../team/team-member.entity';
import { Unit } from '../projects/unit.entity';
import { UnitBuyer } from './unit-buyer.entity';

export enum BuyerAction {
  GRANT_ACCESS = 'GRANT_ACCESS',
  RESEND_INVITATION = 'RESEND_INVITATION',
  CANCEL_INVITATION = 'CANCEL_INVITATION',
  REVOKE_ACCESS = 'REVOKE_ACCESS',
  RESTORE_ACCESS = 'RESTORE_ACCESS',
  REMOVE = 'REMOVE',
  IMPERSONATE = 'IMPERSONATE',
}

registerEnumType(BuyerAction, {
  name: 'BuyerAction',
  description: 'What the viewer may do with a buyer now.',
  valuesConfig: {
    GRANT_ACCESS: {
      description: '`grantAccess`: mails an invitation, or opens at once where she has a login.',
    },
    RESEND_INVITATION: { description: '`resendInvitation`: a new link; the old one dies.' },
    CANCEL_INVITATION: { description: '`cancelInvitation`: the link dies.' },
    REVOKE_ACCESS: { description: '`revokeAccess`: out of reach at once, everything kept.' },
    RESTORE_ACCESS: { description: '`restoreAccess`: as it was before.' },
    REMOVE: { description: '`removeCustomer`: deletes for good.' },
    IMPERSONATE: { description: '`startImpersonation`: look through her eyes, read only.' },
  },
});

@ObjectType({ description: 'How many of one kind are deleted with a customer.' })
export class RemovalCount {
  @Field(() => String, {
    description: 'Stable key: `sessions`, `invitations`, `mails`, `files`, `impersonations`, …',
  })
  kind!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType({ description: 'What removing a customer would delete for good.' })
export class RemovalPreview {
  @Field(() => [RemovalCount], { description: 'Per kind; kinds of which there are none are left out.' })
  counts!: RemovalCount[];

  @Field(() => Boolean, { description: 'Whether it is her last home, so that the login goes as well.' })
  endsLogin!: boolean;

  @Field(() => Boolean, {
    description: 'Whether no buyer is left, so that the unit can go back to Available.',
  })
  unitBecomesFree!: boolean;
}

@InputType({ description: 'Who bought which unit.' })
export class LinkCustomerInput {
  @Field(() => ID, { description: 'The unit; in a multi-unit project it has to be marked sold first.' })
  unitId!: string;

  @Field(() => ID, { description: 'A customer.' })
  contactId!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether she is the one whom the builder writes to first.',
  })
  isPrimary?: boolean | null;
}

@InputType({ description: 'Whom to let in.' })
export class GrantAccessInput {
  @ListOf({ max: 100 })
  @Field(() => [ID], { description: 'Buyers, at most 100.' })
  buyerIds!: string[];
}

@InputType({ description: 'Whose invitation to send again.' })
export class ResendInvitationInput {
  @Field(() => ID, { description: 'A buyer or a team member.' })
  id!: string;
}

@InputType({ description: 'Whose invitation to withdraw.' })
export class CancelInvitationInput {
  @Field(() => ID, { description: 'A buyer.' })
  buyerId!: string;
}

@InputType({ description: 'Whose access to take away.' })
export class RevokeAccessInput {
  @Field(() => ID, { description: 'A buyer.' })
  buyerId!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether to tell her by mail; no by default.' })
  tellCustomer?: boolean | null;
}

@InputType({ description: 'Whose access to give back.' })
export class RestoreAccessInput {
  @Field(() => ID, { description: 'A buyer.' })
  buyerId!: string;
}

@InputType({ description: 'Whom to remove for good.' })
export class RemoveCustomerInput {
  @Field(() => ID, { description: 'A buyer who was revoked, or never invited.' })
  buyerId!: string;

  @Text({ max: 200 })
  @Field(() => String, { description: 'First and last name of the customer, typed.' })
  confirmName!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the unit goes back to Available; only without another buyer.',
  })
  makeUnitAvailable?: boolean | null;
}

@ObjectType()
abstract class BuyerPayload extends Payload {
  @Field(() => UnitBuyer, { nullable: true, description: 'The buyer as she is now; null where refused.' })
  buyer?: UnitBuyer | null;
}

@ObjectType({ description: 'Linked, without access yet.' })
export class LinkCustomerPayload extends BuyerPayload {
  @Field(() => Unit, { nullable: true, description: 'The unit with its buyers; null where refused.' })
  unit?: Unit | null;
}

@ObjectType({
  description: 'Each buyer has her own result: those granted, and an error at its place for each other.',
})
export class GrantAccessPayload extends Payload {
  @Field(() => [UnitBuyer], { description: 'Those who have access or an invitation now.' })
  buyers!: UnitBuyer[];
}

@ObjectType({ description: 'A new invitation is on its way.' })
export class ResendInvitationPayload extends BuyerPayload {
  @Field(() => TeamMember, { nullable: true, description: 'The colleague, where it was one.' })
  teamMember?: TeamMember | null;
}

@ObjectType({ description: 'The invitation is withdrawn.' })
export class CancelInvitationPayload extends BuyerPayload {}

@ObjectType({ description: 'Access is revoked.' })
export class RevokeAccessPayload extends BuyerPayload {}

@ObjectType({ description: 'Access is as it was, or an invitation on its way.' })
export class RestoreAccessPayload extends BuyerPayload {}

@ObjectType({ description: 'Deleted for good.' })
export class RemoveCustomerPayload extends Payload {
  @Field(() => Unit, { nullable: true, description: 'The unit she left; null where refused.' })
  unit?: Unit | null;

  @Field(() => Contact, { nullable: true, description: 'Who stays in the contacts; null where refused.' })
  contact?: Contact | null;

  @Field(() => [RemovalCount], { description: 'What was deleted.' })
  deleted!: RemovalCount[];
}
