import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DecimalScalar } from '../../platform/graphql/scalars';
import { Payload } from '../../platform/graphql/user-error';
import { NotNull, Text } from '../../platform/graphql/validation';
import { ProjectPayload } from './project.types';
import { Space, SpaceKind } from './space.entity';

@InputType({ description: 'A new space.' })
export class AddSpaceInput {
  @Field(() => ID, { description: 'The project.' })
  projectId!: string;

  @Field(() => ID, { nullable: true, description: 'The unit it goes with, of the same project.' })
  unitId?: string | null;

  @Text({ max: 80 })
  @Field(() => String, { description: 'What people call it, at most 80 characters.' })
  name!: string;

  @Field(() => SpaceKind, { description: 'What it is.' })
  kind!: SpaceKind;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Its own price in the company’s currency. Owners only.',
  })
  price?: string | null;
}

@InputType({ description: 'What is to be different; what is left out stays.' })
export class SpaceChange {
  @Text({ max: 80 })
  @Field(() => String, { nullable: true, description: 'What people call it, at most 80 characters.' })
  name?: string;

  @NotNull()
  @Field(() => SpaceKind, { nullable: true, description: 'What it is.' })
  kind?: SpaceKind;

  @Field(() => DecimalScalar, { nullable: true, description: 'Its own price; null clears it. Owners only.' })
  price?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The unit it goes with, of the same project; null takes it off.',
  })
  unitId?: string | null;
}

@InputType({ description: 'A change to a space.' })
export class UpdateSpaceInput {
  @Field(() => ID, { description: 'The space.' })
  id!: string;

  @Field(() => Int, { description: 'The version that the change was made from.' })
  version!: number;

  @Field(() => SpaceChange, { description: 'What is to be different.' })
  change!: SpaceChange;
}

@InputType({ description: 'Which space to delete.' })
export class DeleteSpaceInput {
  @Field(() => ID, { description: 'The space.' })
  id!: string;
}

@ObjectType({ description: 'The space is there.' })
export class AddSpacePayload extends ProjectPayload {
  @Field(() => Space, { nullable: true, description: 'The new space; null where refused.' })
  space?: Space | null;
}

@ObjectType({ description: 'The space is changed.' })
export class UpdateSpacePayload extends Payload {
  @Field(() => Space, { nullable: true, description: 'The space as it is now; null where refused.' })
  space?: Space | null;
}

@ObjectType({ description: 'The space is gone.' })
export class DeleteSpacePayload extends ProjectPayload {}
