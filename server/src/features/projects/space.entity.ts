import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { BelongsTo, VersionedEntity } from '../../platform/database/tenant-entity';
import { Node } from '../../platform/graphql/node';

export enum SpaceKind {
  PARKING = 'PARKING',
  STORAGE = 'STORAGE',
  GARDEN = 'GARDEN',
  OTHER = 'OTHER',
}

registerEnumType(SpaceKind, {
  name: 'SpaceKind',
  description: 'What a space is.',
  valuesConfig: {
    PARKING: { description: 'A parking place or a garage that goes with a home.' },
    STORAGE: { description: 'A cellar or storage room.' },
    GARDEN: { description: 'A garden or terrace.' },
    OTHER: { description: 'Something else.' },
  },
});

/** What is sold along with a unit. It is no unit: it never gets a portal of its own. */
@Entity('spaces')
@ForeignKey('Unit', ['companyId', 'projectId', 'unitId'], ['companyId', 'projectId', 'id'])
@Index(['companyId', 'projectId'])
@Index(['companyId', 'unitId'])
@ObjectType({ implements: Node, description: 'A parking place, cellar or garden that goes with a unit.' })
export class Space extends VersionedEntity {
  @BelongsTo('Project', 'CASCADE')
  @Column('uuid')
  projectId!: string;

  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @Field(() => String, { description: 'What people call it: `P12`.' })
  @Column('text')
  name!: string;

  @Field(() => SpaceKind, { description: 'What it is.' })
  @Column('text')
  kind!: SpaceKind;

  @Column('bigint', { nullable: true })
  priceMinor!: number | null;

  @Column('text')
  currency!: string;

  @Field(() => Int, { description: 'For `updateSpace`: the version that an edit was made from.' })
  override version!: number;
}
