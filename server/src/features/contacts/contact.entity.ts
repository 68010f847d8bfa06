import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import type { Address } from '../../platform/address';
import { BelongsTo, VersionedEntity } from '../../platform/database/tenant-entity';
import { Node } from '../../platform/graphql/node';
import { DateTimeScalar } from '../../platform/graphql/scalars';
import { Language } from '../../platform/language';

/** A person outside the company. The address is the identity's: where it changes there, the foreign key changes it here. */
@Entity('contacts')
@ForeignKey('Identity', ['companyId', 'identityId', 'email'], ['companyId', 'id', 'email'], {
  onUpdate: 'CASCADE',
})
@Check('address_comes_with_identity', '(email IS NULL) = (identity_id IS NULL)')
@Unique('one_contact_per_identity', ['companyId', 'identityId'])
@Index(['companyId', 'sortName', 'id'])
@Index(['companyId', 'createdAt', 'id'])
@Index(['companyId', 'partnerCompanyId', 'sortName', 'id'])
@Directive('@key(fields: "id")')
@ObjectType({
  implements: Node,
  description: 'A person outside the company: customer, partner or lead, or several of these.',
})
export class Contact extends VersionedEntity {
  /** The login, from the moment there is an address; the password may come much later. */
  @Column('uuid', { nullable: true })
  identityId!: string | null;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('boolean', { default: false })
  isCustomer!: boolean;

  @Column('boolean', { default: false })
  isPartner!: boolean;

  @Column('boolean', { default: false })
  isLead!: boolean;

  @Field(() => String, { description: 'First name.' })
  @Column('text')
  firstName!: string;

  @Field(() => String, { description: 'Last name.' })
  @Column('text')
  lastName!: string;

  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('jsonb', { nullable: true })
  address!: Address | null;

  @Field(() => Language, { description: 'Of mails and portal for this person.' })
  @Column('text')
  language!: Language;

  @Column('text', { nullable: true })
  notes!: string | null;

  @BelongsTo('PartnerCompany')
  @Column('uuid', { nullable: true })
  partnerCompanyId!: string | null;

  @Column('boolean', { default: false })
  saleCancelled!: boolean;

  /** Last and first name in lower case without accents: what is sorted by, alike in every locale of a database. */
  @Column({ type: 'text', collation: 'C' })
  sortName!: string;

  /** Names and phone in lower case without accents: what is searched. */
  @Column('text')
  searchText!: string;

  @Field(() => DateTimeScalar, { description: 'When it was added.' })
  override createdAt!: string;

  @Field(() => Int, { description: 'Goes up with every change.' })
  override version!: number;
}
