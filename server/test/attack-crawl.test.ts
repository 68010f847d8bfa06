import { Attack } from './attack/attack';
import { firstSeed, report, told, twoCompanies } from './attack/two-companies';
import { theProduct } from './world';

test('A1 A6 A7 A9 B14 from what is one’s own, as far as it leads, nothing of anybody else comes up, nor is it counted', async () => {
  const { schema } = await theProduct();
  const attack = new Attack({ ...(await twoCompanies(firstSeed + 300)), schema, seed: firstSeed });
  await attack.crawl(3);
  await attack.searches();
  await attack.everyId();
  report('crawling', attack);
  expect(told(attack.breaches)).toEqual([]);
  expect(attack.requests).toBeGreaterThan(1_000);
}, 300_000);
