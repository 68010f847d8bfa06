import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { Address } from '../../platform/address';
import { VersionedEntity } from '../../platform/database/tenant-entity';
import { Node } from '../../platform/graphql/node';
import { DateTimeScalar } from '../../platform/graphql/scalars';

export enum ProjectKind {
  SINGLE = 'SINGLE',
  MULTI = 'MULTI',
}

registerEnumType(ProjectKind, {
  name: 'ProjectKind',
  description: 'How many homes a project has.',
  valuesConfig: {
    SINGLE: { description: 'One home: its customer is linked on the project itself.' },
    MULTI: { description: 'Several units: a customer is linked on her unit.' },
  },
});

export enum ProjectState {
  ACTIVE = 'ACTIVE',
  ARCHIVED = 'ARCHIVED',
}

registerEnumType(ProjectState, {
  name: 'ProjectState',
  description: 'Whether a project is still being worked on.',
  valuesConfig: {
    ACTIVE: { description: 'Being sold, built or cared for.' },
    ARCHIVED: { description: 'Finished and put aside.' },
  },
});

/** The project's root level has the project's own id. */
@Entity('projects')
@Index(['companyId', 'sortName', 'id'])
@Index(['companyId', 'imageId'])
@Directive('@key(fields: "id")')
@ObjectType({
  implements: Node,
  description: 'What a builder builds and sells: one home, or a site with many units.',
})
export class Project extends VersionedEntity {
  @Field(() => String, { description: 'The name that team and buyers know it by.' })
  @Column('text')
  name!: string;

  /** The name in lower case without accents: what is sorted and searched by. */
  @Column({ type: 'text', collation: 'C' })
  sortName!: string;

  @Field(() => ProjectKind, { description: 'Whether it is one home or several.' })
  @Column('text')
  kind!: ProjectKind;

  @Field(() => ProjectState, { description: 'Whether it is still being worked on.' })
  @Column('text', { default: ProjectState.ACTIVE })
  state!: ProjectState;

  @Field(() => String, { nullable: true, description: 'A few lines about it, plain text.' })
  @Column('text', { nullable: true })
  description!: string | null;

  @Field(() => Address, { nullable: true, description: 'Where it is built.' })
  @Column('jsonb', { nullable: true })
  address!: Address | null;

  @Column('uuid', { nullable: true })
  imageId!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was created.' })
  override createdAt!: string;

  @Field(() => Int, { description: 'For `updateProject`: the version that an edit was made from.' })
  override version!: number;
}
