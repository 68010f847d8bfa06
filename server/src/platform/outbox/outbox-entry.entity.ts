import { Column, Entity, Index } from 'typeorm';
import { TenantEntity, moment } from '../database/tenant-entity';

/** Work to be done after a commit; written in the same transaction as its cause. Deleted when it is done. */
@Entity('outbox')
@Index(['runAt', 'id'])
export class OutboxEntry extends TenantEntity {
  @Column('text')
  job!: string;

  /** Ids only: the worker reads the rest again when it runs. */
  @Column('jsonb')
  payload!: Record<string, string>;

  /** Whose mail or work it is, so that a removal finds it. */
  @Column('uuid', { nullable: true })
  subjectId!: string | null;

  @Column({ ...moment, default: () => 'now()' })
  runAt!: string;

  @Column('int', { default: 0 })
  attempts!: number;

  @Column('text', { nullable: true })
  lastError!: string | null;
}
