import { imageById } from '../src/features/files/file.loader';
import { Attack } from './attack/attack';
import { readLedger, type Ledger } from './attack/ledger';
import { aTwinOf, firstSeed as seed, report, told, twoCompanies } from './attack/two-companies';
import { rowSecurity } from './row-security';
import { theProduct } from './world';

test('A1 A2 with row-level security off, a company with the very ids of another is not seen, counted or changed', async () => {
  const { schema } = await theProduct();
  const { companies } = await twoCompanies(seed);
  const [{ company }] = companies as [(typeof companies)[0]];
  const twin = await aTwinOf(companies[0]!, seed);
  const ledger = await readLedger([company, twin]);
  await rowSecurity('DISABLE');
  try {
    const given = { companies: companies.slice(0, 1), ledger, schema, seed };
    const asking = new Attack(given);
    await asking.crawl(3);
    await asking.everyId();
    expect(await foreignPictures(asking, ledger)).toEqual([]);
    // What is their own changes from here on: only the twin’s is looked for.
    const commanding = new Attack({ ...given, othersOnly: true });
    await commanding.ownCommands(twin, {
      askers: ({ role }) => role === 'OWNER' || role === 'ADMINISTRATOR',
    });
    await Promise.all([asking.close(), commanding.close()]);
    report('beside a twin', commanding);
    expect(told([...asking.breaches, ...commanding.breaches])).toEqual([]);
  } finally {
    await rowSecurity('ENABLE');
  }
}, 600_000);

/** Pictures that somebody is shown and should not be: each as its address asks for it. */
async function foreignPictures({ askers, oracle }: Attack, ledger: Ledger): Promise<string[]> {
  const shown: string[] = [];
  for (const asker of askers) {
    const ctx = asker.company.as(await asker.someone.viewer());
    for (const row of ledger.rows.get(asker.company.id)!.get('files')!) {
      const place = { companyId: asker.company.id, table: 'files', column: 'id', row };
      const seen = await ctx.load(imageById, row.id);
      if (seen && !oracle.mayKnow(asker, place)) shown.push(`${asker.name} sees ${row.id}`);
    }
  }
  return shown;
}
