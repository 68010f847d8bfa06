import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageArgs, connectionTypes } from '../../platform/graphql/connection';
import { DateScalar, DecimalScalar } from '../../platform/graphql/scalars';
import { Payload } from '../../platform/graphql/user-error';
import { DecimalNumber, ListOf, NotNull, Text, WholeNumber } from '../../platform/graphql/validation';
import { ProjectPayload } from './project.types';
import { Unit } from './unit.entity';
import { ApprovalRule, SaleState, UnitType } from './unit.enums';

export enum UnitSort {
  NUMBER_ASC = 'NUMBER_ASC',
  NUMBER_DESC = 'NUMBER_DESC',
}

registerEnumType(UnitSort, {
  name: 'UnitSort',
  description: 'Orders of a list of units.',
  valuesConfig: {
    NUMBER_ASC: { description: 'By number as people count: A2 before A10.' },
    NUMBER_DESC: { description: 'By number, the last first.' },
  },
});

export const { CountedList: UnitConnection } = connectionTypes('Unit', () => Unit, 'units');

@ArgsType()
export class UnitsArgs extends PageArgs {
  @Text({ max: 200, clearable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Parts of the number, or of the names of its buyers as far as the viewer sees them.',
  })
  search?: string | null;

  @ListOf({ max: 10, min: 0 })
  @Field(() => [SaleState], { nullable: true, description: 'Only units in one of these states.' })
  saleState?: SaleState[] | null;

  @Field(() => UnitSort, { defaultValue: UnitSort.NUMBER_ASC, description: 'The order.' })
  sort!: UnitSort;
}

@InputType({ description: 'What a unit is like; in a change, what is left out stays and null clears.' })
abstract class UnitFacts {
  @DecimalNumber({ min: 0, max: 1_000_000 })
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Living area in square metres, kept with two decimals.',
  })
  surface?: string | null;

  @WholeNumber({ min: -20, max: 300, clearable: true })
  @Field(() => Int, { nullable: true, description: 'The floor it is on; 0 is the ground floor.' })
  floor?: number | null;

  @WholeNumber({ min: 0, max: 1000, clearable: true })
  @Field(() => Int, { nullable: true, description: 'Number of bedrooms.' })
  rooms?: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Price in the company’s currency. Owners only.',
  })
  basePrice?: string | null;

  @Text({ max: 60, clearable: true })
  @Field(() => String, { nullable: true, description: 'The VAT regime in words.' })
  vatRegime?: string | null;
}

@InputType({ description: 'A unit to be added.' })
export class NewUnit extends UnitFacts {
  @Text({ max: 40 })
  @Field(() => String, {
    description: 'Number or name, unique in the project whatever the case; at most 40 characters.',
  })
  number!: string;

  @Field(() => UnitType, { description: 'What it is.' })
  type!: UnitType;

  @Field(() => SaleState, { nullable: true, description: 'NOT_FOR_SALE or AVAILABLE, which is the default.' })
  saleState?: SaleState | null;
}

@InputType({ description: 'Units to be added: all of them or none.' })
export class AddUnitsInput {
  @Field(() => ID, { description: 'A project with several units.' })
  projectId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The level they stand in; null: directly under the project.',
  })
  parentId?: string | null;

  @ListOf({ max: 200 })
  @Field(() => [NewUnit], { description: 'At most 200.' })
  units!: NewUnit[];
}

@InputType({ description: 'What is to be different; what is left out stays.' })
export class UnitChange extends UnitFacts {
  @Text({ max: 40 })
  @Field(() => String, {
    nullable: true,
    description: 'Number or name, unique in the project whatever the case.',
  })
  number?: string;

  @NotNull()
  @Field(() => UnitType, { nullable: true, description: 'What it is.' })
  type?: UnitType;

  @NotNull()
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it can be bought: between NOT_FOR_SALE and AVAILABLE. Every other step has a mutation of its own.',
  })
  forSale?: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which it is planned to be handed over.',
  })
  plannedHandoverOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day of the provisional acceptance.' })
  provisionalAcceptanceOn?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day of the final acceptance, not before the provisional one.',
  })
  finalAcceptanceOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day of the general warranty.' })
  warrantyUntil?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day of the warranty on the structure.' })
  structuralWarrantyUntil?: string | null;

  @NotNull()
  @Field(() => ApprovalRule, {
    nullable: true,
    description: 'Who of several buyers must agree to a decision.',
  })
  approvalRule?: ApprovalRule;

  @Field(() => ID, { nullable: true, description: 'A picture uploaded as UNIT_PLAN; null takes it away.' })
  planId?: string | null;
}

@InputType({ description: 'A change to a unit.' })
export class UpdateUnitInput {
  @Field(() => ID, { description: 'The unit.' })
  id!: string;

  @Field(() => Int, { description: 'The version that the change was made from.' })
  version!: number;

  @Field(() => UnitChange, { description: 'What is to be different.' })
  change!: UnitChange;
}

@ObjectType({ description: 'The units are there; empty where refused.' })
export class AddUnitsPayload extends ProjectPayload {
  @Field(() => [Unit], { description: 'In the order in which they were given.' })
  units!: Unit[];
}

@ObjectType({ description: 'The unit is changed.' })
export class UpdateUnitPayload extends Payload {
  @Field(() => Unit, { nullable: true, description: 'The unit as it is now; null where refused.' })
  unit?: Unit | null;
}
