import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, Index, Unique } from 'typeorm';
import { BelongsTo, VersionedEntity } from '../../platform/database/tenant-entity';
import { Node } from '../../platform/graphql/node';
import { DateTimeScalar } from '../../platform/graphql/scalars';

export enum LeadStage {
  NEW = 'NEW',
  CONTACTED = 'CONTACTED',
  VISIT = 'VISIT',
  OPTION = 'OPTION',
  CONVERTED = 'CONVERTED',
  LOST = 'LOST',
}

registerEnumType(LeadStage, {
  name: 'LeadStage',
  description: 'How far an interested person has come.',
  valuesConfig: {
    NEW: { description: 'Nobody has spoken with her yet.' },
    CONTACTED: { description: 'Somebody has.' },
    VISIT: { description: 'She has visited, or is about to.' },
    OPTION: { description: 'She holds an option.' },
    CONVERTED: { description: 'She bought the unit and is a customer now.' },
    LOST: { description: 'She will not buy it.' },
  },
});

/** A contact is interested in a unit. */
@Entity('unit_leads')
@Unique('one_lead_per_unit_and_contact', ['companyId', 'unitId', 'contactId'])
@Index(['companyId', 'contactId'])
@ObjectType({ implements: Node, description: 'A contact who is interested in a unit.' })
export class UnitLead extends VersionedEntity {
  @BelongsTo('Unit')
  @Column('uuid')
  unitId!: string;

  @BelongsTo('Contact', 'CASCADE')
  @Column('uuid')
  contactId!: string;

  @Field(() => LeadStage, { description: 'How far she has come.' })
  @Column('text', { default: LeadStage.NEW })
  stage!: LeadStage;

  @Field(() => String, { nullable: true, description: 'Where she comes from: fair, website, agent.' })
  @Column('text', { nullable: true })
  source!: string | null;

  @Field(() => String, { nullable: true, description: 'What the team noted.' })
  @Column('text', { nullable: true })
  note!: string | null;

  @Field(() => String, { nullable: true, description: 'What to do next.' })
  @Column('text', { nullable: true })
  nextStep!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why she was lost; `unit sold` where somebody else bought it.',
  })
  @Column('text', { nullable: true })
  lostReason!: string | null;

  @Field(() => DateTimeScalar, { description: 'Since when she is interested.' })
  declare createdAt: string;

  @Field(() => Int, { description: 'Grows with every change.' })
  declare version: number;
}
