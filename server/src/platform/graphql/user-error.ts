import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ErrorCode, type Trouble } from '../errors';

registerEnumType(ErrorCode, {
  name: 'ErrorCode',
  description: 'The closed list of what can be wrong with a command.',
  valuesConfig: {
    VALIDATION_FAILED: {
      description: 'A value is missing or wrong; `field` and `reason` say which and how.',
    },
    DUPLICATE_EMAIL: { description: 'Somebody of this company has the address already.' },
    INVALID_TRANSITION: { description: 'The state it is in does not allow this; see `from` and `to`.' },
    LINK_EXPIRED: { description: 'The link is too old; ask for a new one.' },
    LINK_USED: { description: 'The link was used, replaced or withdrawn.' },
    LOCKED: { description: 'Something else hangs on it, so that it must stay.' },
    STALE_VERSION: { description: 'Somebody else changed it since it was loaded.' },
    FILE_TOO_LARGE: { description: 'The file is larger than `limit` megabytes.' },
    FILE_TYPE_NOT_ALLOWED: { description: 'The content of the file is not of a type that is taken here.' },
    QUOTA_EXCEEDED: { description: 'The company has used what its plan gives.' },
    MODULE_DISABLED: { description: 'The company or the project has switched this off.' },
    RATE_LIMITED: { description: 'Too many attempts; wait.' },
    CONFLICT: {
      description:
        'It collides with another change. With `busy` nothing is wrong with it: try again as it is.',
    },
    UNAUTHENTICATED: { description: 'Sign in first.' },
    FORBIDDEN: { description: 'Visible, but this action is not allowed.' },
    NOT_FOUND: { description: 'It does not exist, or is not the viewer’s to see.' },
  },
});

@Directive('@shareable')
@ObjectType({
  description: 'What a person or program can mend about a command that was refused. Nothing was written.',
})
export class UserError implements Trouble {
  @Field(() => ErrorCode, {
    description: 'What kind of trouble; clients translate it together with `reason`.',
  })
  code!: ErrorCode;

  @Field(() => String, { description: 'English, for developers and logs.' })
  message!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Path of the input field, for example `["email"]`; null when it concerns the whole.',
  })
  field?: string[];

  @Field(() => String, {
    nullable: true,
    description:
      'Finer than the code and stable: `required`, `tooLong`, `invalid`, `breached`, `sold`, `lastOwner`, …',
  })
  reason?: string;

  @Field(() => String, { nullable: true, description: 'For INVALID_TRANSITION: the state it is in.' })
  from?: string;

  @Field(() => String, {
    nullable: true,
    description: 'For INVALID_TRANSITION: the state that was asked for.',
  })
  to?: string;

  @Field(() => ID, {
    nullable: true,
    description: 'For DUPLICATE_EMAIL: who has the address, where the caller may see them.',
  })
  existingId?: string;

  @Field(() => String, {
    nullable: true,
    description: 'A value that would pass, for example a darker accent colour.',
  })
  proposal?: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The limit that the reason names, for example 12 for `tooShort`.',
  })
  limit?: number;
}

/** What every payload has: the refusals as data. */
@ObjectType()
export abstract class Payload {
  @Field(() => [UserError], { description: 'Why the command was refused; empty when it was done.' })
  errors: UserError[] = [];
}
