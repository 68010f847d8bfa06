import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { BelongsTo, VersionedEntity, moment } from '../../platform/database/tenant-entity';
import { Node } from '../../platform/graphql/node';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../platform/graphql/scalars';
import { ApprovalRule, SaleState, UnitType } from './unit.enums';

/** A home or another space that is sold; its id is that of its level, so that it stands in the tree exactly once. */
@Entity('units')
@Unique('unit_of_project', ['companyId', 'projectId', 'id'])
@Unique('one_number_per_project', ['companyId', 'projectId', 'numberKey'])
@ForeignKey('Level', ['companyId', 'projectId', 'id'], ['companyId', 'projectId', 'id'], {
  onDelete: 'CASCADE',
})
@Check('sold_has_a_day', `(sale_state IN ('SOLD', 'HANDED_OVER')) = (sold_at IS NOT NULL)`)
@Index(['companyId', 'planId'])
@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, description: 'A home, office, shop or garage that is sold.' })
export class Unit extends VersionedEntity {
  @BelongsTo('Project', 'CASCADE')
  @Column('uuid')
  projectId!: string;

  @Field(() => String, { description: 'Number or name, unique in the project: `A1.03`.' })
  @Column('text')
  number!: string;

  /** See `unit-number.ts`: unique whatever the case, and in the order in which people count. */
  @Column({ type: 'text', collation: 'C' })
  numberKey!: string;

  @Field(() => UnitType, { description: 'What it is.' })
  @Column('text')
  type!: UnitType;

  @Field(() => DecimalScalar, { nullable: true, description: 'Living area in square metres.' })
  @Column('numeric', { precision: 9, scale: 2, nullable: true })
  surface!: string | null;

  @Field(() => Int, { nullable: true, description: 'The floor it is on; 0 is the ground floor.' })
  @Column('int', { nullable: true })
  floor!: number | null;

  @Field(() => Int, { nullable: true, description: 'Number of bedrooms.' })
  @Column('int', { nullable: true })
  rooms!: number | null;

  @Column('bigint', { nullable: true })
  basePriceMinor!: number | null;

  @Column('bigint', { nullable: true })
  soldPriceMinor!: number | null;

  @Column('text')
  currency!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The VAT regime in words: `21 %`, `6 % + 21 %`, `registration duty`.',
  })
  @Column('text', { nullable: true })
  vatRegime!: string | null;

  @Field(() => SaleState, { description: 'Where its sale stands.' })
  @Column('text')
  saleState!: SaleState;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was sold.' })
  @Column({ ...moment, nullable: true })
  soldAt!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which it is planned to be handed over.',
  })
  @Column('date', { nullable: true })
  plannedHandoverOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day of the provisional acceptance.' })
  @Column('date', { nullable: true })
  provisionalAcceptanceOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day of the final acceptance.' })
  @Column('date', { nullable: true })
  finalAcceptanceOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day of the general warranty.' })
  @Column('date', { nullable: true })
  warrantyUntil!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day of the warranty on the structure.' })
  @Column('date', { nullable: true })
  structuralWarrantyUntil!: string | null;

  @Field(() => ApprovalRule, { description: 'Who of several buyers must agree to a decision.' })
  @Column('text', { default: ApprovalRule.ANY })
  approvalRule!: ApprovalRule;

  @Column('uuid', { nullable: true })
  planId!: string | null;

  @Field(() => Int, { description: 'For `updateUnit`: the version that an edit was made from.' })
  override version!: number;
}
