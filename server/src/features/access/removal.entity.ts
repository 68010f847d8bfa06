import { Column, Entity, Unique } from 'typeorm';
import { TenantEntity } from '../../platform/database/tenant-entity';

/**
 * That a customer was taken from her home for good, so that no older backup brings her back. It says nothing about her:
 * a digest of the id that her link to the home had, by which a row is recognised should it ever return.
 */
@Entity('removals')
@Unique('one_removal_per_buyer', ['companyId', 'buyerDigest'])
export class Removal extends TenantEntity {
  @Column('text')
  buyerDigest!: string;

  /** Whether the unit became available with it. */
  @Column('boolean')
  unitFreed!: boolean;
}
