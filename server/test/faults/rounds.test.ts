import { Chance } from './chance';
import { kinds, Rounds } from './rounds';

// A hundred of them, of every kind: npm run faults.
jest.setTimeout(240_000);

let rounds: Rounds;
beforeAll(async () => {
  rounds = await Rounds.begin(new Chance(1));
});
afterAll(() => rounds?.end());

test.each(kinds.slice(0, 5))(
  'I1 I2 %s is killed: nothing acknowledged is lost or doubled, and it starts again by itself',
  async (kind) => {
    const outcome = await rounds.run(kind);
    expect(outcome.found).toEqual([]);
    expect(outcome.acknowledged).toBeGreaterThan(0);
  },
);
