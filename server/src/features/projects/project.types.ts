import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AddressInput } from '../../platform/address';
import { PageArgs, connectionTypes } from '../../platform/graphql/connection';
import { Payload } from '../../platform/graphql/user-error';
import { NotNull, Text } from '../../platform/graphql/validation';
import { TeamMember } from '../team/team-member.entity';
import { Project, ProjectKind } from './project.entity';

export enum ProjectSort {
  NAME_ASC = 'NAME_ASC',
  NAME_DESC = 'NAME_DESC',
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
}

registerEnumType(ProjectSort, {
  name: 'ProjectSort',
  description: 'Orders of the list of projects.',
  valuesConfig: {
    NAME_ASC: { description: 'By name, A first.' },
    NAME_DESC: { description: 'By name, Z first.' },
    NEWEST: { description: 'The latest created first.' },
    OLDEST: { description: 'The first created first.' },
  },
});

export const { CountedList: ProjectConnection } = connectionTypes('Project', () => Project, 'projects');

@ArgsType()
export class ProjectsArgs extends PageArgs {
  @Text({ max: 200, clearable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Words of the name, the place or its postal code, in any case, with or without accents.',
  })
  search?: string | null;

  @Field(() => ProjectKind, {
    nullable: true,
    description: 'Only single homes, or only projects with several units.',
  })
  kind?: ProjectKind | null;

  @Field(() => ProjectSort, { defaultValue: ProjectSort.NAME_ASC, description: 'The order.' })
  sort!: ProjectSort;
}

/** Somebody of the builder's team as a buyer may know them: not a login, not a role. */
@ObjectType({ description: 'Somebody of the builder whom a buyer can reach.' })
export class ContactPerson {
  identityId!: string;

  @Field(() => String, { description: 'First and last name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What she or he does.' })
  jobTitle!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone number as typed.' })
  phone!: string | null;
}

@InputType({ description: 'A new project. A single home gets its one unit at once.' })
export class CreateProjectInput {
  @Text({ max: 120 })
  @Field(() => String, { description: 'Its name, at most 120 characters.' })
  name!: string;

  @Field(() => ProjectKind, { description: 'Whether it is one home or several.' })
  kind!: ProjectKind;

  @Text({ max: 2000, multiline: true, clearable: true })
  @Field(() => String, { nullable: true, description: 'A few lines about it, plain text.' })
  description?: string | null;

  @Field(() => AddressInput, { nullable: true, description: 'Where it is built.' })
  address?: AddressInput | null;
}

@InputType({ description: 'What is to be different; what is left out stays.' })
export class ProjectChange {
  @Text({ max: 120 })
  @Field(() => String, { nullable: true, description: 'Its name, at most 120 characters.' })
  name?: string;

  @NotNull()
  @Field(() => ProjectKind, {
    nullable: true,
    description: 'Owners only. Back to a single home only where there is exactly one unit.',
  })
  kind?: ProjectKind;

  @Text({ max: 2000, multiline: true, clearable: true })
  @Field(() => String, { nullable: true, description: 'A few lines about it, plain text; null clears it.' })
  description?: string | null;

  @Field(() => AddressInput, { nullable: true, description: 'The whole address; null clears it.' })
  address?: AddressInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A picture uploaded as PROJECT_IMAGE; null takes it away.',
  })
  imageId?: string | null;
}

@InputType({ description: 'A change to a project.' })
export class UpdateProjectInput {
  @Field(() => ID, { description: 'The project.' })
  id!: string;

  @Field(() => Int, { description: 'The version that the change was made from.' })
  version!: number;

  @Field(() => ProjectChange, { description: 'What is to be different.' })
  change!: ProjectChange;
}

@InputType({ description: 'Whom to put on a project.' })
export class AssignAdministratorInput {
  @Field(() => ID, { description: 'The project.' })
  projectId!: string;

  @Field(() => ID, { description: 'A team member with the role ADMINISTRATOR.' })
  teamMemberId!: string;
}

@InputType({ description: 'Whom to take off a project.' })
export class UnassignAdministratorInput {
  @Field(() => ID, { description: 'The project.' })
  projectId!: string;

  @Field(() => ID, { description: 'A team member who is put on it.' })
  teamMemberId!: string;
}

@ObjectType()
export abstract class ProjectPayload extends Payload {
  @Field(() => Project, { nullable: true, description: 'The project as it is now; null where refused.' })
  project?: Project | null;
}

@ObjectType()
abstract class AdministratorPayload extends ProjectPayload {
  @Field(() => TeamMember, { nullable: true, description: 'The team member; null where refused.' })
  teamMember?: TeamMember | null;
}

@ObjectType({ description: 'The project is there.' })
export class CreateProjectPayload extends ProjectPayload {}

@ObjectType({ description: 'The project is changed.' })
export class UpdateProjectPayload extends ProjectPayload {}

@ObjectType({ description: 'The administrator sees the project from the next request on.' })
export class AssignAdministratorPayload extends AdministratorPayload {}

@ObjectType({ description: 'The administrator no longer sees the project.' })
export class UnassignAdministratorPayload extends AdministratorPayload {}
