import { Column, ForeignKey, PrimaryColumn } from 'typeorm';

/** Milliseconds only: a JavaScript date has no more, and a keyset over microseconds would skip rows. */
export const moment = { type: 'timestamptz', precision: 3 } as const;

/** A row of one company. The company is in every key, so that no reference can cross companies. */
export abstract class TenantEntity {
  @PrimaryColumn('uuid')
  companyId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column({ ...moment, default: () => 'now()' })
  createdAt!: string;
}

/** A row that people edit: a change names the version that it was made from. */
export abstract class VersionedEntity extends TenantEntity {
  @Column({ ...moment, default: () => 'now()' })
  updatedAt!: string;

  @Column('int', { default: 1 })
  version!: number;
}

/**
 * A foreign key to another feature's table, by the name of its entity: a real constraint that includes the
 * company, without an import. `SET NULL` is not offered: it would null the company as well.
 */
export function BelongsTo(
  entity: string,
  onDelete: 'CASCADE' | 'NO ACTION' = 'NO ACTION',
): PropertyDecorator {
  return (target, property) =>
    ForeignKey(entity, ['companyId', String(property)], ['companyId', 'id'], { onDelete })(
      target.constructor,
    );
}
