import type { Transaction } from '../../platform/request-context';

/** Whom the builder writes to first is a change like any other: whoever has her open learns that she is another. */
export async function setPrimary(tx: Transaction, buyerId: string, isPrimary: boolean): Promise<void> {
  await tx.execute(
    `UPDATE unit_buyers SET is_primary = $3, version = version + 1, updated_at = now()
      WHERE company_id = $1 AND id = $2`,
    [tx.companyId, buyerId, isPrimary],
  );
}
