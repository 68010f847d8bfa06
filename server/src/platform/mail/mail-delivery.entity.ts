import { registerEnumType } from 'type-graphql';
import { Column, Entity, Index } from 'typeorm';
import { TenantEntity } from '../database/tenant-entity';

export enum MailState {
  QUEUED = 'QUEUED',
  SENT = 'SENT',
  BOUNCED = 'BOUNCED',
  FAILED = 'FAILED',
}

registerEnumType(MailState, {
  name: 'MailState',
  description: 'How a mail fared.',
  valuesConfig: {
    QUEUED: { description: 'Waits to be sent.' },
    SENT: { description: 'The mail server took it.' },
    BOUNCED: { description: 'The address was refused for good.' },
    FAILED: { description: 'Given up after a day of trying.' },
  },
});

/** What became of one mail. Which one and whose; never what it said. */
@Entity('mail_deliveries')
@Index(['companyId', 'identityId', 'template', 'createdAt'])
export class MailDelivery extends TenantEntity {
  @Column('uuid')
  identityId!: string;

  @Column('text')
  template!: string;

  @Column('text')
  messageId!: string;

  @Column('text')
  state!: MailState;

  /** The mail server's words about a bounce. */
  @Column('text', { nullable: true })
  response!: string | null;
}
