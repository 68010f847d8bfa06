import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateScalar, DecimalScalar } from '../../platform/graphql/scalars';
import { Payload } from '../../platform/graphql/user-error';
import { NotNull, Text } from '../../platform/graphql/validation';
import { Unit } from '../projects/unit.entity';
import { LeadStage, UnitLead } from './unit-lead.entity';

@InputType({ description: 'Which unit is sold, and to whom.' })
export class MarkUnitSoldInput {
  @Field(() => ID, { description: 'The unit; available or in option.' })
  unitId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'A lead of the unit who is the buyer: becomes a customer and is linked.',
  })
  buyerLeadId?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What it was sold for, in the currency of the company.',
  })
  price?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day of the sale; today by default.' })
  soldOn?: string | null;
}

@InputType({ description: 'Which unit is for sale again.' })
export class MakeUnitAvailableInput {
  @Field(() => ID, { description: 'A sold unit without a buyer.' })
  unitId!: string;
}

@InputType({ description: 'Who is interested in which unit.' })
export class AddLeadToUnitInput {
  @Field(() => ID, { description: 'The unit.' })
  unitId!: string;

  @Field(() => ID, { description: 'A lead among the contacts, or a customer who looks further.' })
  contactId!: string;

  @Text({ max: 120, clearable: true })
  @Field(() => String, { nullable: true, description: 'Where she comes from.' })
  source?: string | null;

  @Text({ max: 2000, multiline: true, clearable: true })
  @Field(() => String, { nullable: true, description: 'What to remember.' })
  note?: string | null;

  @Text({ max: 200, clearable: true })
  @Field(() => String, { nullable: true, description: 'What to do next.' })
  nextStep?: string | null;
}

@InputType({ description: 'What is new about a lead; what is left out stays.' })
export class LeadChange {
  @NotNull()
  @Field(() => LeadStage, { nullable: true, description: 'How far she has come; CONVERTED only by a sale.' })
  stage?: LeadStage;

  @Text({ max: 120, clearable: true })
  @Field(() => String, { nullable: true, description: 'Where she comes from.' })
  source?: string | null;

  @Text({ max: 2000, multiline: true, clearable: true })
  @Field(() => String, { nullable: true, description: 'What to remember.' })
  note?: string | null;

  @Text({ max: 200, clearable: true })
  @Field(() => String, { nullable: true, description: 'What to do next.' })
  nextStep?: string | null;

  @Text({ max: 200, clearable: true })
  @Field(() => String, { nullable: true, description: 'Why she was lost.' })
  lostReason?: string | null;
}

@InputType({ description: 'A change to a lead.' })
export class UpdateLeadInput {
  @Field(() => ID, { description: 'The lead.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was changed.' })
  version!: number;

  @Field(() => LeadChange, { description: 'What is new.' })
  change!: LeadChange;
}

@ObjectType()
abstract class UnitSalePayload extends Payload {
  @Field(() => Unit, { nullable: true, description: 'The unit as it is now; null where refused.' })
  unit?: Unit | null;
}

@ObjectType({ description: 'Sold.' })
export class MarkUnitSoldPayload extends UnitSalePayload {}

@ObjectType({ description: 'For sale again.' })
export class MakeUnitAvailablePayload extends UnitSalePayload {}

@ObjectType({ description: 'On the unit.' })
export class AddLeadToUnitPayload extends UnitSalePayload {
  @Field(() => UnitLead, { nullable: true, description: 'The lead; null where refused.' })
  lead?: UnitLead | null;
}

@ObjectType({ description: 'Changed.' })
export class UpdateLeadPayload extends Payload {
  @Field(() => UnitLead, { nullable: true, description: 'The lead as it is now; null where refused.' })
  lead?: UnitLead | null;
}
