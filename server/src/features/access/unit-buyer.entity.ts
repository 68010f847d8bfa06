import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, Index, Unique } from 'typeorm';
import { BelongsTo, VersionedEntity, moment } from '../../platform/database/tenant-entity';
import { Node } from '../../platform/graphql/node';
import { DateTimeScalar } from '../../platform/graphql/scalars';

export enum AccessState {
  NOT_YET_INVITED = 'NOT_YET_INVITED',
  INVITED = 'INVITED',
  ACTIVE = 'ACTIVE',
  REVOKED = 'REVOKED',
}

registerEnumType(AccessState, {
  name: 'AccessState',
  description: 'Whether a buyer can see her home in the portal.',
  valuesConfig: {
    NOT_YET_INVITED: { description: 'Linked, but without access.' },
    INVITED: { description: 'An invitation was mailed and not yet accepted.' },
    ACTIVE: { description: 'She sees her home.' },
    REVOKED: { description: 'Access was taken away; everything is kept.' },
  },
});

/** A contact bought a unit. It carries her access: what a customer sees follows from these rows and nothing else. */
@Entity('unit_buyers')
@Unique('one_link_per_unit_and_contact', ['companyId', 'unitId', 'contactId'])
@Index(['companyId', 'contactId', 'accessState'])
@ObjectType({ implements: Node, description: 'A contact who bought a unit, with her access to it.' })
export class UnitBuyer extends VersionedEntity {
  @BelongsTo('Unit')
  @Column('uuid')
  unitId!: string;

  @BelongsTo('Contact')
  @Column('uuid')
  contactId!: string;

  @Field(() => Boolean, { description: 'Whether she is the one whom the builder writes to first.' })
  @Column('boolean', { default: false })
  isPrimary!: boolean;

  @Field(() => AccessState, { description: 'Her access to this unit.' })
  @Column('text', { default: AccessState.NOT_YET_INVITED })
  accessState!: AccessState;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When she was last invited.' })
  @Column({ ...moment, nullable: true })
  invitedAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When she first saw this home.' })
  @Column({ ...moment, nullable: true })
  activatedAt!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When access was revoked; null while it is not.',
  })
  @Column({ ...moment, nullable: true })
  revokedAt!: string | null;

  @Field(() => Int, { description: 'Grows with every change.' })
  declare version: number;
}
