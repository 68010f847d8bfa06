import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Text, WholeNumber } from '../../platform/graphql/validation';
import { Payload } from '../../platform/graphql/user-error';
import { Level, LevelType } from './level.entity';
import { ProjectPayload } from './project.types';

@InputType({ description: 'A new phase, lot or building.' })
export class AddLevelInput {
  @Field(() => ID, { description: 'The project.' })
  projectId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The level it stands in; null: directly under the project.',
  })
  parentId?: string | null;

  @Field(() => LevelType, {
    description: 'PHASE, LOT or BUILDING, further in than its parent. For units see `addUnits`.',
  })
  type!: LevelType;

  @Text({ max: 120 })
  @Field(() => String, { description: 'Its name, at most 120 characters.' })
  name!: string;
}

@InputType({ description: 'Another name for a phase, lot or building.' })
export class RenameLevelInput {
  @Field(() => ID, { description: 'The level.' })
  id!: string;

  @Text({ max: 120 })
  @Field(() => String, { description: 'Its name, at most 120 characters.' })
  name!: string;
}

@InputType({ description: 'Another place in the tree for a level and all that is in it.' })
export class MoveLevelInput {
  @Field(() => ID, { description: 'The level.' })
  id!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The new parent, of the same project; null moves it directly under the project, left out it stays where it is.',
  })
  parentId?: string | null;

  @WholeNumber({ min: 0, max: 100_000, clearable: true })
  @Field(() => Int, { nullable: true, description: 'Place among its siblings, from 0; left out: the last.' })
  position?: number | null;
}

@InputType({ description: 'Which level to delete.' })
export class DeleteLevelInput {
  @Field(() => ID, { description: 'A level with nothing in it; for a unit, one that nobody bought.' })
  id!: string;
}

@ObjectType()
abstract class LevelPayload extends ProjectPayload {
  @Field(() => Level, { nullable: true, description: 'The level as it is now; null where refused.' })
  level?: Level | null;
}

@ObjectType({ description: 'The level is there.' })
export class AddLevelPayload extends LevelPayload {}

@ObjectType({ description: 'The level stands elsewhere, with all that is in it.' })
export class MoveLevelPayload extends LevelPayload {}

@ObjectType({ description: 'The level has another name.' })
export class RenameLevelPayload extends Payload {
  @Field(() => Level, { nullable: true, description: 'The level as it is now; null where refused.' })
  level?: Level | null;
}

@ObjectType({ description: 'The level is gone.' })
export class DeleteLevelPayload extends ProjectPayload {}
