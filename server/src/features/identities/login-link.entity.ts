import { Column, Entity, Index } from 'typeorm';
import { BelongsTo, TenantEntity, moment } from '../../platform/database/tenant-entity';

export enum LinkPurpose {
  /** A buyer or partner chooses her first password. */
  INVITATION = 'INVITATION',
  /** A colleague does. */
  TEAM_INVITATION = 'TEAM_INVITATION',
  RESET = 'RESET',
  /** The two halves of an e-mail change. */
  NEW_EMAIL = 'NEW_EMAIL',
  OLD_EMAIL = 'OLD_EMAIL',
}

/** A link that was mailed: single purpose, single use, expiring. Only a digest of its token is stored. */
@Entity('login_links')
@Index(['companyId', 'identityId', 'purpose'])
export class LoginLink extends TenantEntity {
  @BelongsTo('Identity', 'CASCADE')
  @Column('uuid')
  identityId!: string;

  @Column('text')
  purpose!: LinkPurpose;

  @Column('text')
  tokenDigest!: string;

  @Column(moment)
  expiresAt!: string;

  /** When it was used, replaced or withdrawn: from then on it is dead. */
  @Column({ ...moment, nullable: true })
  usedAt!: string | null;

  /** For an e-mail change: the address that is to be. */
  @Column('text', { nullable: true })
  newEmail!: string | null;
}
