import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { BelongsTo, TenantEntity, moment } from '../../platform/database/tenant-entity';
import { Node } from '../../platform/graphql/node';
import { DateTimeScalar } from '../../platform/graphql/scalars';

/** A team member looked through somebody else's eyes: read only, at most half an hour, and never unnoticed. */
@Entity('impersonations')
@Index(['companyId', 'contactId', 'startedAt', 'id'])
@Index(['companyId', 'startedAt', 'id'])
@ObjectType({
  implements: Node,
  description: 'A team member looked at the portal through somebody else’s eyes.',
})
export class Impersonation extends TenantEntity {
  @BelongsTo('TeamMember')
  @Column('uuid')
  actorMemberId!: string;

  @BelongsTo('Contact', 'CASCADE')
  @Column('uuid')
  contactId!: string;

  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @Field(() => String, { nullable: true, description: 'Why, in the team member’s words.' })
  @Column('text', { nullable: true })
  reason!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it began.' })
  @Column(moment)
  startedAt!: string;

  @Field(() => DateTimeScalar, { description: 'When it ends by itself, half an hour after its start.' })
  @Column(moment)
  expiresAt!: string;

  @Column({ ...moment, nullable: true })
  endedAt!: string | null;

  @Column('text', { nullable: true })
  ip!: string | null;
}

@Entity('opened_objects')
@Index(['companyId', 'impersonationId', 'at'])
@ObjectType({ description: 'Something that was opened by its id while impersonating.' })
export class OpenedObject extends TenantEntity {
  @BelongsTo('Impersonation', 'CASCADE')
  @Column('uuid')
  impersonationId!: string;

  @Field(() => String, { description: 'Name of its GraphQL type.' })
  @Column('text')
  typeName!: string;

  @Field(() => ID, { description: 'Its id.' })
  @Column('uuid')
  objectId!: string;

  @Field(() => DateTimeScalar, { description: 'When; again after a minute at the earliest.' })
  @Column(moment)
  at!: string;
}
