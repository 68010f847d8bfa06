import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { AddressInput } from '../../platform/address';
import { Payload } from '../../platform/graphql/user-error';
import { Email, NotNull, Text } from '../../platform/graphql/validation';
import { Language } from '../../platform/language';
import { ViewerObject } from '../identities/identity.types';

@InputType({
  description:
    'What the viewer changes about herself or himself; what is left out stays. Names of buyers and partners are kept by the builder.',
})
export class UpdateMyProfileInput {
  @Text({ max: 80 })
  @Field(() => String, { nullable: true, description: 'First name; team members only.' })
  firstName?: string | null;

  @Text({ max: 80 })
  @Field(() => String, { nullable: true, description: 'Last name; team members only.' })
  lastName?: string | null;

  @Text({ max: 40, clearable: true })
  @Field(() => String, { nullable: true, description: 'Phone number, as typed.' })
  phone?: string | null;

  @NotNull()
  @Field(() => Language, {
    nullable: true,
    description: 'Of pages and mails for this person; the company’s stays as it is.',
  })
  language?: Language | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A picture uploaded as PROFILE_PICTURE; null removes the one there is.',
  })
  pictureId?: string | null;

  @Text({ max: 80, clearable: true })
  @Field(() => String, {
    nullable: true,
    description: 'What she or he does in the company; team members only.',
  })
  jobTitle?: string | null;

  @Text({ max: 1000, multiline: true, clearable: true })
  @Field(() => String, { nullable: true, description: 'Plain text below every message; team members only.' })
  signature?: string | null;

  @Field(() => AddressInput, {
    nullable: true,
    description: 'Where a buyer or partner lives; null empties it.',
  })
  address?: AddressInput | null;

  @Email()
  @Field(() => String, {
    nullable: true,
    description:
      'Another address for signing in: takes effect once the old and the new one have confirmed it.',
  })
  email?: string | null;
}

@ObjectType({ description: 'The profile is as the viewer wants it.' })
export class UpdateMyProfilePayload extends Payload {
  @Field(() => ViewerObject, { nullable: true, description: 'The viewer as it is now; null where refused.' })
  viewer?: ViewerObject | null;

  @Field(() => Boolean, {
    description: 'Whether mails were sent to the old and the new address, which must both confirm.',
  })
  emailNeedsConfirmation!: boolean;
}
