import { features } from '../src/app/features';
import { createSchema } from '../src/app/schema';
import { Attack } from './attack/attack';
import { firstSeed, report, told, twoCompanies } from './attack/two-companies';
import { rowSecurity } from './row-security';
import { theProduct } from './world';

const wanted = Number(process.env['ATTACK_REQUESTS'] ?? 0);
const seed = firstSeed;

/** With both walls the same is asked in attack.test.ts, and much more. */
const schemaOf = async (wall: string) =>
  wall === 'with shield off' ? createSchema(features, { unguarded: true }) : (await theProduct()).schema;

describe.each(['with shield off', 'with row-level security off'])('%s', (wall) => {
  beforeAll(async () => {
    await theProduct();
    if (wall === 'with row-level security off') await rowSecurity('DISABLE');
  });
  afterAll(async () => {
    if (wall === 'with row-level security off') await rowSecurity('ENABLE');
  });

  test('A1 A2 A3 A4 A5 A6 A8 one wall alone keeps companies apart, in whatever place and form a foreign id is given', async () => {
    const attack = new Attack({
      ...(await twoCompanies(seed)),
      schema: await schemaOf(wall),
      seed,
      othersOnly: true,
    });
    await attack.foreign({ tenantsOnly: true, formsEach: wanted ? 5 : 1 });
    await attack.close();
    report(wall, attack);
    expect(told(attack.breaches)).toEqual([]);
    expect(attack.requests).toBeGreaterThan(2500);
  }, 1_200_000);
});
