import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars';
import { Payload } from '../../platform/graphql/user-error';
import { Email, Text, Verbatim } from '../../platform/graphql/validation';
import { Language } from '../../platform/language';

export enum Role {
  OWNER = 'OWNER',
  ADMINISTRATOR = 'ADMINISTRATOR',
  CUSTOMER = 'CUSTOMER',
  PARTNER = 'PARTNER',
}

registerEnumType(Role, {
  name: 'Role',
  description: 'What a signed-in person is here; a person may be several at once.',
  valuesConfig: {
    OWNER: { description: 'Team member who may do everything.' },
    ADMINISTRATOR: { description: 'Team member limited to chosen projects.' },
    CUSTOMER: { description: 'Buyer of a home.' },
    PARTNER: { description: 'Works with the builder on a project.' },
  },
});

export enum LinkState {
  OPEN = 'OPEN',
  USED = 'USED',
  EXPIRED = 'EXPIRED',
}

registerEnumType(LinkState, {
  name: 'LinkState',
  description: 'What a mailed link is good for.',
  valuesConfig: {
    OPEN: { description: 'It can be used.' },
    USED: { description: 'It was used, replaced or withdrawn.' },
    EXPIRED: { description: 'It is too old.' },
  },
});

export enum InvitationAudience {
  PORTAL = 'PORTAL',
  TEAM = 'TEAM',
}

registerEnumType(InvitationAudience, {
  name: 'InvitationAudience',
  description: 'Where an invitation leads.',
  valuesConfig: {
    PORTAL: { description: 'Buyers and partners.' },
    TEAM: { description: 'Colleagues.' },
  },
});

/** GraphQL's view of the signed-in person; fields about homes, team or contact are added by those features. */
@ObjectType('Viewer', { description: 'Who is asking, and what they are here.' })
export class ViewerObject {
  @Field(() => ID, { description: 'Of the person as a login.' })
  id!: string;
}

@ObjectType('Session', { description: 'A device on which the viewer is signed in.' })
export class SessionObject {
  @Field(() => ID, { description: 'For `endSession`.' })
  id!: string;

  @Field(() => Boolean, { description: 'Whether it is the one that asks.' })
  current!: boolean;

  @Field(() => String, { description: 'Browser and system by name, in no language: `Firefox · Linux`.' })
  device!: string;

  @Field(() => String, { nullable: true, description: 'The network address it was started from.' })
  ip!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where that address is registered, as in ISO 3166-1 (`BE`); null for a private or unknown one.',
  })
  country!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was signed in.' })
  createdAt!: string;

  @Field(() => DateTimeScalar, { description: 'When it last asked for something, to the minute.' })
  lastSeenAt!: string;
}

@ObjectType({ description: 'What a mailed link is good for; never says whose it is unless it is open.' })
export class InvitationLink {
  @Field(() => LinkState, { description: 'Whether it can still be used.' })
  state!: LinkState;

  @Field(() => String, {
    nullable: true,
    description: 'The masked address: `a•••@example.com`; null unless open.',
  })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'How to greet; null unless open.' })
  firstName!: string | null;

  @Field(() => Language, { description: 'The language of the person, or of the company.' })
  language!: Language;

  @Field(() => InvitationAudience, { description: 'Where it leads.' })
  audience!: InvitationAudience;
}

@ArgsType()
export class TokenArgs {
  @Verbatim({ max: 200 })
  @Field(() => String, { description: 'The last part of the link’s address.' })
  token!: string;
}

@InputType({ description: 'Address and password.' })
export class SignInInput {
  @Email()
  @Field(() => String, { description: 'E-mail address, in any case.' })
  email!: string;

  @Verbatim({ max: 256 })
  @Field(() => String, { description: 'To the letter.' })
  password!: string;
}

@InputType({ description: 'Whose password is forgotten.' })
export class RequestPasswordResetInput {
  @Email()
  @Field(() => String, { description: 'E-mail address of the account.' })
  email!: string;
}

@InputType({ description: 'A new password by a mailed link.' })
export class ResetPasswordInput {
  @Verbatim({ max: 200 })
  @Field(() => String, { description: 'The last part of the link’s address.' })
  token!: string;

  @Verbatim({ max: 1024 })
  @Field(() => String, { description: 'At least 12 characters, and not known from breaches.' })
  password!: string;
}

@InputType({ description: 'The first password by an invitation.' })
export class AcceptInvitationInput extends ResetPasswordInput {
  @Text({ max: 40 })
  @Field(() => String, {
    description: 'The version of the terms that was shown and accepted: `Company.termsVersion` of today.',
  })
  acceptedTermsVersion!: string;
}

@InputType({ description: 'A new password by the old one.' })
export class ChangePasswordInput {
  @Verbatim({ max: 1024 })
  @Field(() => String, { description: 'The password in use.' })
  currentPassword!: string;

  @Verbatim({ max: 1024 })
  @Field(() => String, { description: 'At least 12 characters, and not known from breaches.' })
  newPassword!: string;
}

@InputType({ description: 'One half of an e-mail change.' })
export class ConfirmEmailChangeInput {
  @Verbatim({ max: 200 })
  @Field(() => String, { description: 'The last part of the link’s address.' })
  token!: string;
}

@InputType({ description: 'Which session to end.' })
export class EndSessionInput {
  @Field(() => ID, { description: 'One of the viewer’s own sessions.' })
  id!: string;
}

@ObjectType()
abstract class ViewerPayload extends Payload {
  @Field(() => ViewerObject, { nullable: true, description: 'The viewer as it is now; null where refused.' })
  viewer?: ViewerObject | null;
}

@ObjectType({ description: 'Signed in, or why not.' })
export class SignInPayload extends ViewerPayload {}

@ObjectType({ description: 'The new password is set, and one is signed in with it where anything is open.' })
export class ResetPasswordPayload extends ViewerPayload {}

@ObjectType({ description: 'The account is active and signed in.' })
export class AcceptInvitationPayload extends ViewerPayload {}

@ObjectType({ description: 'The password is another; every other session has ended.' })
export class ChangePasswordPayload extends ViewerPayload {}

@ObjectType({ description: 'The session has ended.' })
export class EndSessionPayload extends ViewerPayload {}

@ObjectType({ description: 'The tour will not be shown again.' })
export class FinishTourPayload extends ViewerPayload {}

@ObjectType({ description: 'Signed out.' })
export class SignOutPayload extends Payload {
  @Field(() => Boolean, { description: 'Whether the session has ended.' })
  signedOut!: boolean;
}

@ObjectType({ description: 'The same for known and unknown addresses.' })
export class RequestPasswordResetPayload extends Payload {
  @Field(() => Boolean, {
    description: 'Whether the request was taken; a mail comes if there is an account.',
  })
  requested!: boolean;
}

@ObjectType({ description: 'One half of the change is confirmed.' })
export class ConfirmEmailChangePayload extends Payload {
  @Field(() => Boolean, { description: 'Whether the link was taken.' })
  confirmed!: boolean;

  @Field(() => Boolean, { description: 'Whether the other address has still to confirm.' })
  waitsForOther!: boolean;
}
