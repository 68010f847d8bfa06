import { Check, Column, Entity, Index, Unique } from 'typeorm';
import { VersionedEntity, moment } from '../../platform/database/tenant-entity';
import type { Language } from '../../platform/language';

/**
 * A person as the product knows her by address: one per address and company, behind a team member, a contact, or
 * both. Whoever has an address has an identity, with a password or not yet: so no address is ever used twice.
 */
@Entity('identities')
@Unique('one_address_per_company', ['companyId', 'email'])
@Unique('identity_with_address', ['companyId', 'id', 'email'])
@Check('email_is_normalised', 'email = lower(email)')
@Index(['companyId', 'pictureId'])
export class Identity extends VersionedEntity {
  @Column('text')
  email!: string;

  /** Argon2id; null until an invitation is accepted. Never leaves this feature. */
  @Column('text', { nullable: true })
  passwordHash!: string | null;

  @Column({ ...moment, nullable: true })
  passwordChangedAt!: string | null;

  @Column('text')
  language!: Language;

  @Column('uuid', { nullable: true })
  pictureId!: string | null;

  @Column({ ...moment, nullable: true })
  lastSeenAt!: string | null;

  @Column('text', { nullable: true })
  termsVersion!: string | null;

  @Column({ ...moment, nullable: true })
  termsAcceptedAt!: string | null;

  @Column({ ...moment, nullable: true })
  tourFinishedAt!: string | null;
}
