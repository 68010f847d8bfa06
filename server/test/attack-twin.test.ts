import { Attack } from './attack/attack';
import { readLedger } from './attack/ledger';
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
