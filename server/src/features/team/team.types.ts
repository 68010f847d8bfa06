import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { PageArgs, connectionTypes } from '../../platform/graphql/connection';
import { Payload } from '../../platform/graphql/user-error';
import { Email, ListOf, Text } from '../../platform/graphql/validation';
import { Language } from '../../platform/language';
import { TeamMember, TeamMemberState, TeamRole } from './team-member.entity';

export const { CountedList: TeamMemberConnection } = connectionTypes(
  'TeamMember',
  () => TeamMember,
  'team members',
);

@ArgsType()
export class TeamMembersArgs extends PageArgs {
  @Text({ max: 100, clearable: true })
  @Field(() => String, { nullable: true, description: 'Words of name or address.' })
  search?: string | null;

  @ListOf({ max: 10, min: 0 })
  @Field(() => [TeamMemberState], { nullable: true, description: 'Only members in one of these states.' })
  state?: TeamMemberState[] | null;

  @Field(() => TeamRole, { nullable: true, description: 'Only members of this role.' })
  role?: TeamRole | null;
}

@InputType({ description: 'A new colleague, who is invited at once.' })
export class AddTeamMemberInput {
  @Text({ max: 80 })
  @Field(() => String, { description: 'First name.' })
  firstName!: string;

  @Text({ max: 80 })
  @Field(() => String, { description: 'Last name.' })
  lastName!: string;

  @Email()
  @Field(() => String, { description: 'Address for signing in; nobody else of the company has it.' })
  email!: string;

  @Field(() => TeamRole, { description: 'What the colleague may do.' })
  role!: TeamRole;

  @Text({ max: 40, clearable: true })
  @Field(() => String, { nullable: true, description: 'As people write it.' })
  phone?: string | null;

  @Text({ max: 80, clearable: true })
  @Field(() => String, { nullable: true, description: 'What the colleague does in the company.' })
  jobTitle?: string | null;

  @Field(() => Language, { nullable: true, description: 'Of mails and console; without it, the company’s.' })
  language?: Language | null;

  @ListOf({ max: 100, min: 0 })
  @Field(() => [ID], { nullable: true, description: 'Projects that an administrator is put on.' })
  projectIds?: string[] | null;
}

@InputType({ description: 'Another role for a team member.' })
export class ChangeTeamMemberRoleInput {
  @Field(() => ID, { description: 'The team member.' })
  id!: string;

  @Field(() => TeamRole, { description: 'The role from now on.' })
  role!: TeamRole;
}

@InputType({ description: 'Who can no longer sign in.' })
export class DeactivateTeamMemberInput {
  @Field(() => ID, { description: 'The team member.' })
  id!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Who takes over the projects of this member; without it, they are left to the owners.',
  })
  handOverToId?: string | null;
}

@InputType({ description: 'Who can sign in again.' })
export class ReactivateTeamMemberInput {
  @Field(() => ID, { description: 'The team member.' })
  id!: string;
}

@ObjectType()
abstract class TeamMemberPayload extends Payload {
  @Field(() => TeamMember, { nullable: true, description: 'The member as it stands; null where refused.' })
  teamMember?: TeamMember | null;
}

@ObjectType({ description: 'The colleague is added and invited.' })
export class AddTeamMemberPayload extends TeamMemberPayload {}

@ObjectType({ description: 'The role is another; open sessions of the member have ended.' })
export class ChangeTeamMemberRolePayload extends TeamMemberPayload {}

@ObjectType({ description: 'The member can no longer sign in.' })
export class DeactivateTeamMemberPayload extends TeamMemberPayload {}

@ObjectType({ description: 'The member can sign in again.' })
export class ReactivateTeamMemberPayload extends TeamMemberPayload {}
