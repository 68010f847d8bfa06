import { Column, Entity, Index } from 'typeorm';
import { TenantEntity, moment } from '../database/tenant-entity';

export interface RecordedChange {
  field: string;
  before: string | null;
  after: string | null;
}

/**
 * Append only: the application's role may neither update nor delete. Hence nothing personal is ever written into
 * it: people appear by id, and of personal fields only that they changed. A removed person leaves no name here.
 */
@Entity('audit_events')
@Index(['companyId', 'at', 'id'])
@Index(['companyId', 'projectId', 'at', 'id'])
@Index(['companyId', 'objectId', 'at', 'id'])
export class AuditEvent extends TenantEntity {
  @Column({ ...moment, default: () => 'now()' })
  at!: string;

  @Column('text')
  action!: string;

  /** The identity whose hands did it: under impersonation the team member's. Null for jobs. */
  @Column('uuid', { nullable: true })
  actorId!: string | null;

  @Column('uuid', { nullable: true })
  onBehalfOfId!: string | null;

  @Column('text', { nullable: true })
  objectType!: string | null;

  @Column('uuid', { nullable: true })
  objectId!: string | null;

  @Column('uuid', { nullable: true })
  projectId!: string | null;

  @Column('jsonb', { default: [] })
  changes!: RecordedChange[];

  @Column('text', { nullable: true })
  ip!: string | null;

  @Column('text', { nullable: true })
  requestId!: string | null;
}
