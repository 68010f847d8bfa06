import { snakeCase } from '../../platform/database/naming';
import type { Transaction } from '../../platform/request-context';
import type { Company } from './company.entity';

type Given = Pick<Company, 'name' | 'slug' | 'defaultLanguage'> & Partial<Omit<Company, 'id'>>;

/** Writes the row of the company that this transaction is about. */
export async function insertCompany(tx: Transaction, given: Given): Promise<void> {
  const row = { id: tx.companyId, ...given };
  const columns = Object.keys(row).map((name) => `"${snakeCase(name)}"`);
  await tx.execute(
    `INSERT INTO companies (${columns.join(', ')}) VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  );
}
