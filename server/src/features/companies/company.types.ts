import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Payload } from '../../platform/graphql/user-error';
import { Email, NotNull, OneOf, Text, WholeNumber } from '../../platform/graphql/validation';
import { Language } from '../../platform/language';
import { FilePurpose } from '../files/file.entity';
import { Company, ThemeFont } from './company.entity';

@ObjectType({ description: 'What an upload may be.' })
export class UploadLimit {
  @Field(() => FilePurpose, { description: 'What the file is for.' })
  purpose!: FilePurpose;

  @Field(() => Int, { description: 'The largest size in bytes.' })
  maxBytes!: number;

  @Field(() => [String], { description: 'The types that are taken, by content.' })
  mimeTypes!: readonly string[];
}

@ObjectType({ description: 'What only owners see of the company.' })
export class CompanySettings {
  @Field(() => Company, { description: 'What everybody sees of it.' })
  company!: Company;

  @Field(() => Int, { description: 'Named by a change, so that nobody overwrites another’s.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Where answers to its mails go.' })
  contactEmail!: string | null;

  @Field(() => String, { nullable: true, description: 'Shown below its mails.' })
  contactPhone!: string | null;

  @Field(() => Int, { description: 'After so many hours without use a team member signs in again.' })
  sessionIdleHoursTeam!: number;

  @Field(() => Int, { description: 'After so many days without use a customer or partner signs in again.' })
  sessionIdleDaysPortal!: number;

  @Field(() => Boolean, { description: 'Whether looking through somebody’s eyes needs a reason.' })
  impersonationReasonRequired!: boolean;

  @Field(() => [UploadLimit], { description: 'Advice for the upload fields.' })
  uploadLimits!: UploadLimit[];
}

const accepted = (make: () => unknown) => {
  try {
    return Boolean(make());
  } catch {
    return false;
  }
};

/** A name, not an offset: an offset knows no summer time. */
const isTimeZone = (name: string) =>
  /^[A-Z]/.test(name) && accepted(() => new Intl.DateTimeFormat('en', { timeZone: name }));

const currencies = new Set(Intl.supportedValuesOf('currency'));
const isColour = (text: string) => /^#[0-9a-f]{6}$/i.test(text);
const isCurrency = (code: string) => currencies.has(code);

@InputType({ description: 'What changes; what is left out stays.' })
export class CompanyChange {
  @Text({ max: 120 })
  @Field(() => String, { nullable: true, description: 'The name, at most 120 characters.' })
  name?: string;

  @NotNull()
  @Field(() => Language, {
    nullable: true,
    description: 'Of the sign-in page and of new contacts; existing ones keep theirs.',
  })
  defaultLanguage?: Language;

  @OneOf(isTimeZone)
  @Field(() => String, { nullable: true, description: 'IANA time zone: `Europe/Brussels`.' })
  timeZone?: string;

  @OneOf(isCurrency)
  @Field(() => String, { nullable: true, description: 'ISO 4217 code: `EUR`.' })
  currency?: string;

  @OneOf(isColour)
  @Field(() => String, {
    nullable: true,
    description: 'Colour of the frame, `#rrggbb`, dark enough for white text (4.5 : 1).',
  })
  primary?: string;

  @OneOf(isColour)
  @Field(() => String, {
    nullable: true,
    description:
      'Colour of what can be pressed, `#rrggbb`, readable on white and below white text (4.5 : 1).',
  })
  accent?: string;

  @NotNull()
  @Field(() => ThemeFont, { nullable: true, description: 'The typeface.' })
  font?: ThemeFont;

  @Field(() => ID, {
    nullable: true,
    description: 'A picture uploaded as COMPANY_LOGO; null takes the logo away.',
  })
  logoId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A picture uploaded as LOGIN_IMAGE; null takes it away.' })
  loginImageId?: string | null;

  @Email({ clearable: true })
  @Field(() => String, { nullable: true, description: 'Where answers to mails go; null clears it.' })
  contactEmail?: string | null;

  @Text({ max: 40, clearable: true })
  @Field(() => String, { nullable: true, description: 'Telephone number for mails; null clears it.' })
  contactPhone?: string | null;

  @Text({ max: 20_000, multiline: true, clearable: true })
  @Field(() => String, {
    nullable: true,
    description: 'What the company says about privacy, plain text; null clears it.',
  })
  privacyText?: string | null;

  @WholeNumber({ min: 1, max: 720 })
  @Field(() => Int, {
    nullable: true,
    description: 'Hours without use that end a team member’s session, 1 to 720.',
  })
  sessionIdleHoursTeam?: number;

  @WholeNumber({ min: 1, max: 365 })
  @Field(() => Int, { nullable: true, description: 'Days without use that end a portal session, 1 to 365.' })
  sessionIdleDaysPortal?: number;

  @NotNull()
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether looking through somebody’s eyes needs a reason.',
  })
  impersonationReasonRequired?: boolean;
}

@InputType({ description: 'A change of the company’s settings.' })
export class UpdateCompanyInput {
  @Field(() => Int, { description: 'The version that the change was made from.' })
  version!: number;

  @Field(() => CompanyChange, { description: 'What changes.' })
  change!: CompanyChange;
}

@ObjectType({ description: 'The settings as they now are.' })
export class UpdateCompanyPayload extends Payload {
  @Field(() => CompanySettings, { nullable: true, description: 'Null where the change was refused.' })
  settings!: CompanySettings | null;
}
