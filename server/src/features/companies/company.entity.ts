import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { moment } from '../../platform/database/tenant-entity';
import { Node } from '../../platform/graphql/node';
import { Language } from '../../platform/language';

export enum ThemeFont {
  INTER = 'INTER',
  SYSTEM = 'SYSTEM',
  SERIF = 'SERIF',
}

registerEnumType(ThemeFont, {
  name: 'ThemeFont',
  description: 'The typefaces that a company can choose from.',
  valuesConfig: {
    INTER: { description: 'Inter: modern and plain.' },
    SYSTEM: { description: 'The typeface of the reader’s own device.' },
    SERIF: { description: 'A serif of the reader’s own device: classic.' },
  },
});

@ObjectType({ description: 'The corporate identity in portal and mail.' })
export class Theme {
  @Field(() => String, { description: 'Colour of the frame, `#rrggbb`.' })
  primary!: string;

  @Field(() => String, {
    description: 'Colour of what can be pressed, `#rrggbb`; white or black text on it is readable.',
  })
  accent!: string;

  @Field(() => ThemeFont, { description: 'The typeface.' })
  font!: ThemeFont;
}

/** The tenant. Its own row is the only one that a company's row-level security shows. */
@Entity('companies')
@ForeignKey('File', ['id', 'logoId'], ['companyId', 'id'])
@ForeignKey('File', ['id', 'loginImageId'], ['companyId', 'id'])
@Directive('@key(fields: "id")')
@ObjectType({
  implements: Node,
  description: 'A builder: whose portal this is. What anybody at its address may know.',
})
export class Company {
  @PrimaryColumn('uuid')
  id!: string;

  @Field(() => String, { description: 'The name, shown where there is no logo.' })
  @Column('text')
  name!: string;

  @Field(() => String, { description: 'The short name in addresses: `a-z`, digits and dashes.' })
  @Column('text', { unique: true })
  slug!: string;

  @Field(() => Language, { description: 'Language of the sign-in page and of new contacts.' })
  @Column('text')
  defaultLanguage!: Language;

  @Column('text', { default: '#1f2a37' })
  primary!: string;

  @Column('text', { default: '#1f6f54' })
  accent!: string;

  @Column('text', { default: ThemeFont.INTER })
  font!: ThemeFont;

  @Column('uuid', { nullable: true })
  logoId!: string | null;

  @Column('uuid', { nullable: true })
  loginImageId!: string | null;

  @Field(() => String, { description: 'IANA time zone in which its dates are meant: `Europe/Brussels`.' })
  @Column('text', { default: 'Europe/Brussels' })
  timeZone!: string;

  @Field(() => String, { description: 'ISO 4217 code of its prices: `EUR`.' })
  @Column('text', { default: 'EUR' })
  currency!: string;

  @Field(() => Boolean, { description: 'Whether customers and partners can sign in at all.' })
  @Column('boolean', { default: true })
  portalEnabled!: boolean;

  @Field(() => String, { description: 'Version of the terms that a person accepts with an invitation.' })
  @Column('text', { default: '1' })
  termsVersion!: string;

  @Field(() => String, { nullable: true, description: 'What the company says about privacy, plain text.' })
  @Column('text', { nullable: true })
  privacyText!: string | null;

  @Field(() => String, { nullable: true, description: 'Where its customers can write to.' })
  @Column('text', { nullable: true })
  contactEmail!: string | null;

  @Field(() => String, { nullable: true, description: 'The number its customers can call.' })
  @Column('text', { nullable: true })
  contactPhone!: string | null;

  @Column('int', { default: 12 })
  sessionIdleHoursTeam!: number;

  @Column('int', { default: 30 })
  sessionIdleDaysPortal!: number;

  @Column('boolean', { default: false })
  impersonationReasonRequired!: boolean;

  @Column({ ...moment, default: () => 'now()' })
  createdAt!: string;

  @Column({ ...moment, default: () => 'now()' })
  updatedAt!: string;

  @Column('int', { default: 1 })
  version!: number;
}
