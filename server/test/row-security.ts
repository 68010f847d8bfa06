import { Client } from 'pg';
import { theProduct } from './world';

/** Takes the second wall away from this test’s database, or puts it up again. */
export async function rowSecurity(verb: 'DISABLE' | 'ENABLE'): Promise<void> {
  const { database } = await theProduct();
  const client = new Client(database.ownerUrl);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_policy p ON p.polrelid = c.oid GROUP BY 1`,
    );
    expect(rows.length).toBeGreaterThan(10);
    for (const { name } of rows) await client.query(`ALTER TABLE "${name}" ${verb} ROW LEVEL SECURITY`);
  } finally {
    await client.end();
  }
}
