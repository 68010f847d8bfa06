import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { VersionedEntity, moment } from '../../platform/database/tenant-entity';
import { Node } from '../../platform/graphql/node';
import { DateTimeScalar } from '../../platform/graphql/scalars';

export enum TeamRole {
  OWNER = 'OWNER',
  ADMINISTRATOR = 'ADMINISTRATOR',
}

registerEnumType(TeamRole, {
  name: 'TeamRole',
  description: 'What a team member may do; everybody has exactly one.',
  valuesConfig: {
    OWNER: { description: 'Everything.' },
    ADMINISTRATOR: { description: 'Works on the projects that she or he is put on, and on no others.' },
  },
});

export enum TeamMemberState {
  INVITED = 'INVITED',
  ACTIVE = 'ACTIVE',
  DEACTIVATED = 'DEACTIVATED',
  ANONYMISED = 'ANONYMISED',
}

registerEnumType(TeamMemberState, {
  name: 'TeamMemberState',
  description: 'Whether a team member can sign in.',
  valuesConfig: {
    INVITED: { description: 'Has an invitation and no password yet.' },
    ACTIVE: { description: 'Can sign in.' },
    DEACTIVATED: { description: 'Can no longer sign in; everything made by this member stays.' },
    ANONYMISED: { description: 'Gone for good; only “former team member” is left.' },
  },
});

/** A colleague. The address is the identity's: where it changes there, the foreign key changes it here. */
@Entity('team_members')
@ForeignKey('Identity', ['companyId', 'identityId', 'email'], ['companyId', 'id', 'email'], {
  onUpdate: 'CASCADE',
})
@Unique('one_member_per_identity', ['companyId', 'identityId'])
@Index(['companyId', 'sortName', 'id'])
@ObjectType({ implements: Node, description: 'Somebody who works for the company.' })
export class TeamMember extends VersionedEntity {
  @Column('uuid')
  identityId!: string;

  @Field(() => String, { description: 'First name.' })
  @Column('text')
  firstName!: string;

  @Field(() => String, { description: 'Last name.' })
  @Column('text')
  lastName!: string;

  /** Last and first name, folded: what the list is sorted and searched by. */
  @Column({ type: 'text', collation: 'C' })
  sortName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Address for signing in and for mail; colleagues only.',
  })
  @Column('text')
  email!: string;

  @Field(() => String, { nullable: true, description: 'As typed; colleagues only.' })
  @Column('text', { nullable: true })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'What she or he does in the company.' })
  @Column('text', { nullable: true })
  jobTitle!: string | null;

  @Field(() => TeamRole, { description: 'What she or he may do.' })
  @Column('text')
  role!: TeamRole;

  @Field(() => TeamMemberState, { description: 'Whether she or he can sign in.' })
  @Column('text')
  state!: TeamMemberState;

  @Field(() => String, {
    nullable: true,
    description: 'Text below every message of this member; colleagues only.',
  })
  @Column('text', { nullable: true })
  signature!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When last invited; colleagues only.' })
  @Column({ ...moment, nullable: true })
  invitedAt!: string | null;

  @Field(() => Int, { description: 'Goes up with every change.' })
  override version!: number;
}
