import { uuidv7 } from '../src/platform/database/uuid';
import { firstSeed, twoCompanies } from './attack/two-companies';
import type { TestCompany } from './world';

test('A1 A2 with row-level security alone, no table gives or takes a row of another company', async () => {
  const { companies, ledger } = await twoCompanies(firstSeed);
  const [own, other] = companies.map(({ company }) => company) as [TestCompany, TestCompany];
  const open: string[] = [];
  for (const [table, rows] of ledger.rows.get(other.id)!) {
    const key = table === 'companies' ? 'id' : 'company_id';
    const asked = <Row>(statement: string, values: unknown[] = []) =>
      own.write((tx) => tx.execute<Row>(statement, values));
    const seen = await asked<{ company: string }>(`SELECT DISTINCT ${key} AS company FROM ${table}`);
    if (seen.map(({ company }) => company).join() !== own.id) open.push(`${table} shows`);
    // The audit log refuses any change, whoever asks.
    const changed = await asked(`UPDATE ${table} SET id = id WHERE ${key} = $1 RETURNING 1`, [
      other.id,
    ]).catch((error: Error) => (/permission denied/.test(error.message) ? [] : [error]));
    if (changed.length) open.push(`${table} lets change`);
    const copy = { ...rows[0]!, id: table === 'companies' ? other.id : uuidv7() };
    const taken = await asked(
      `INSERT INTO ${table} SELECT * FROM jsonb_populate_record(NULL::${table}, $1)`,
      [copy],
    ).then(
      () => 'was taken',
      (error: Error) => error.message,
    );
    if (!/row-level security/.test(taken)) open.push(`${table}: ${taken}`);
  }
  expect(open).toEqual([]);
});
