import { Column, Entity, Index } from 'typeorm';
import { BelongsTo, TenantEntity, moment } from '../../platform/database/tenant-entity';

/** Somebody signed in on a device. The token itself is only in the cookie; here is its digest. */
@Entity('sessions')
@Index(['companyId', 'identityId'])
export class Session extends TenantEntity {
  @BelongsTo('Identity', 'CASCADE')
  @Column('uuid')
  identityId!: string;

  @Column('text')
  tokenDigest!: string;

  @Column({ ...moment, default: () => 'now()' })
  lastSeenAt!: string;

  @Column({ ...moment, nullable: true })
  endedAt!: string | null;

  @Column('text', { nullable: true })
  userAgent!: string | null;

  @Column('text', { nullable: true })
  ip!: string | null;

  /** The running impersonation: the session then sees what its subject sees. */
  @Column('uuid', { nullable: true })
  impersonationId!: string | null;
}
