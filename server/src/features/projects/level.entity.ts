import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { BelongsTo, TenantEntity } from '../../platform/database/tenant-entity';
import { Node } from '../../platform/graphql/node';

export enum LevelType {
  PROJECT = 'PROJECT',
  PHASE = 'PHASE',
  LOT = 'LOT',
  BUILDING = 'BUILDING',
  UNIT = 'UNIT',
}

registerEnumType(LevelType, {
  name: 'LevelType',
  description: 'What a node of the project tree is, from the outside in; a level may skip those between.',
  valuesConfig: {
    PROJECT: { description: 'The project itself, the root.' },
    PHASE: { description: 'A stage in which a part of the project is built.' },
    LOT: { description: 'A piece of ground.' },
    BUILDING: { description: 'A house or a block of apartments.' },
    UNIT: { description: 'A home or another space that is sold.' },
  },
});

/**
 * A node of the project tree. The root has the id of its project, and a unit's node the id of its unit. Paths are
 * compared byte by byte (collation C), so that the index finds everything below a level.
 */
@Entity('levels')
@Unique('level_of_project', ['companyId', 'projectId', 'id'])
@ForeignKey('Level', ['companyId', 'projectId', 'parentId'], ['companyId', 'projectId', 'id'])
@Check(
  'root_is_project',
  `(type = 'PROJECT') = (id = project_id) AND (parent_id IS NULL) = (type = 'PROJECT')`,
)
@Index(['companyId', 'projectId', 'parentId'])
@Index(['companyId', 'path'])
@ObjectType({
  implements: Node,
  description: 'A place in the project tree: the project, a phase, lot, building or unit.',
})
export class Level extends TenantEntity {
  @BelongsTo('Project', 'CASCADE')
  @Column('uuid')
  projectId!: string;

  @Column('uuid', { nullable: true })
  parentId!: string | null;

  @Field(() => LevelType, { description: 'What it is.' })
  @Column('text')
  type!: LevelType;

  @Field(() => String, {
    description: 'Its name; of a unit the number, of the root the name of the project.',
  })
  @Column('text')
  name!: string;

  /** The ids from the root down to this level itself, separated by `/`. */
  @Column({ type: 'text', collation: 'C' })
  path!: string;

  @Column('int')
  position!: number;
}
