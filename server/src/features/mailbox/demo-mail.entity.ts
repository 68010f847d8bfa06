import { Column, Entity, Index, Unique } from 'typeorm';
import { BelongsTo, TenantEntity, moment } from '../../platform/database/tenant-entity';

/** A mail that was not sent, because there is no mail server, but kept to be read in the demo mailbox. */
@Entity('demo_mails')
@Unique(['companyId', 'messageId'])
@Index(['companyId', 'identityId'])
export class DemoMail extends TenantEntity {
  @Column('text')
  messageId!: string;

  /** Whose mail it is: with the person goes what she was sent. */
  @BelongsTo('Identity', 'CASCADE')
  @Column('uuid', { nullable: true })
  identityId!: string | null;

  @Column('text')
  toName!: string;

  @Column('text')
  toAddress!: string;

  @Column('text')
  subject!: string;

  /** With its pictures inside. */
  @Column('text')
  html!: string;

  @Column('text')
  text!: string;

  @Column({ ...moment, default: () => 'now()' })
  sentAt!: string;
}
