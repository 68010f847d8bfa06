import { ArgsType, Field, ID, ObjectType } from 'type-graphql';
import { PageArgs, connectionTypes } from '../../platform/graphql/connection';
import { Node } from '../../platform/graphql/node';
import { DateTimeScalar } from '../../platform/graphql/scalars';
import { Text } from '../../platform/graphql/validation';

@ObjectType({ description: 'One field that a command changed.' })
export class AuditChange {
  @Field(() => String, { description: 'Name of the field.' })
  field!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it was; null where it was empty, or is personal.',
  })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is; null where it is empty, or is personal.' })
  after!: string | null;
}

@ObjectType('AuditEvent', { implements: Node, description: 'Who did what, when. Nobody can change it.' })
export class AuditEventObject extends Node {
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: string;

  @Field(() => String, { description: 'What, from the catalogue: `access.granted`.' })
  action!: string;

  @Field(() => String, { nullable: true, description: 'Name of its GraphQL type.' })
  objectType!: string | null;

  @Field(() => ID, { nullable: true, description: 'To what it was done.' })
  objectId!: string | null;

  @Field(() => [AuditChange], { description: 'What changed; of personal fields only that they did.' })
  changes!: AuditChange[];

  @Field(() => String, {
    nullable: true,
    description: 'Network address of a team member; null for buyers and partners.',
  })
  ip!: string | null;

  @Field(() => String, { nullable: true, description: 'The request, as in `x-request-id`.' })
  requestId!: string | null;
}

@ArgsType()
export class AuditLogArgs extends PageArgs {
  @Text({ max: 80, clearable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Only this action, or with a trailing dot all of a kind: `access.`.',
  })
  action?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only what was done to this object.' })
  objectId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only what happened in this project.' })
  projectId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'From this moment on.' })
  from?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Before this moment.' })
  until?: string | null;
}

const { List } = connectionTypes('AuditEvent', () => AuditEventObject, 'audit events');
export { List as AuditEventConnection };
