import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../platform/graphql/connection';
import { Payload } from '../../platform/graphql/user-error';
import { Text } from '../../platform/graphql/validation';
import { ViewerObject } from '../identities/identity.types';
import { Impersonation } from './impersonation.entity';

@InputType({ description: 'Through whose eyes to look.' })
export class StartImpersonationInput {
  @Field(() => ID, { description: 'A customer who is invited or active, or a partner.' })
  contactId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The unit from whose card it starts; she must be its buyer.',
  })
  unitId?: string | null;

  @Text({ max: 500, clearable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Why; needed where the company’s settings ask for it.',
  })
  reason?: string | null;
}

@ObjectType()
abstract class LookingPayload extends Payload {
  @Field(() => ViewerObject, { nullable: true, description: 'The viewer as it is now; null where refused.' })
  viewer?: ViewerObject | null;
}

@ObjectType({ description: 'One sees what she sees, read only, for half an hour at most.' })
export class StartImpersonationPayload extends LookingPayload {}

@ObjectType({ description: 'One is oneself again.' })
export class StopImpersonationPayload extends LookingPayload {}

const { List } = connectionTypes('Impersonation', () => Impersonation, 'impersonations');
export { List as ImpersonationConnection };
