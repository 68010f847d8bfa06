import { Client } from 'pg';
import { pino } from 'pino';
import { theProduct } from '../../test/world';
import type { Budget } from './budgets';
import { RateLimits } from './rate-limits';

const quiet = pino({ level: 'silent' });
const budget: Budget = { name: 'account', points: 100 };

async function servers<T>(story: (...all: RateLimits[]) => Promise<T>): Promise<T> {
  const { appUrl } = (await theProduct()).database;
  const all = [1, 2, 3].map(() => new RateLimits(appUrl, quiet));
  // Each story happens within one minute.
  const now = jest.spyOn(Date, 'now').mockReturnValue(Math.floor(Date.now() / 60_000) * 60_000 + 15_000);
  try {
    return await story(...all);
  } finally {
    now.mockRestore();
    await Promise.all(all.map((each) => each.close()));
  }
}

let count = 0;
const somebody = () => `somebody ${Date.now()} ${(count += 1)}`;

test('what is spent is missing, and what is too much is refused and not spent', () =>
  servers(async (here) => {
    const who = somebody();
    const { budgets } = here!;
    expect(budgets.spend(budget, who, 60)).toEqual({ budget, left: 40, seconds: 45, refused: false });
    expect(budgets.spend(budget, who, 41)).toEqual({ budget, left: 40, seconds: 45, refused: true });
    expect(budgets.spend(budget, who, 40)).toMatchObject({ left: 0, refused: false });
    expect(budgets.spend(budget, who, 1)).toMatchObject({ left: 0, refused: true });
    expect(budgets.spend(budget, somebody(), 100)).toMatchObject({ left: 0, refused: false });
    expect(budgets.spend({ ...budget, name: 'session' }, who, 1)).toMatchObject({ refused: false });
  }));

test('several servers share one budget, and one that starts later knows of it', () =>
  servers(async (one, other, later) => {
    const who = somebody();
    one!.budgets.spend(budget, who, 30);
    other!.budgets.spend(budget, who, 30);
    await one!.budgets.share();
    await other!.budgets.share();
    // Whoever spends next learns of the others.
    one!.budgets.spend(budget, who, 10);
    await one!.budgets.share();
    expect(one!.budgets.spend(budget, who, 1).left).toBe(29);
    later!.budgets.spend(budget, who, 1);
    await one!.budgets.share();
    await later!.budgets.share();
    expect(later!.budgets.spend(budget, who, 29)).toMatchObject({ left: 28, refused: true });
  }));

test('a new minute is a new budget, and leaves nothing of the old one behind', () =>
  servers(async (here) => {
    const who = somebody();
    const past = Math.floor(Date.now() / 60_000);
    here!.budgets.spend(budget, who, 100);
    await here!.budgets.share();
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000);
    expect(here!.budgets.spend(budget, who, 1)).toMatchObject({ left: 99, refused: false });
    await here!.budgets.share();
    const { database } = await theProduct();
    const owner = new Client(database.ownerUrl);
    await owner.connect();
    const { rows } = await owner.query(
      `SELECT key, points FROM rate_limits WHERE key LIKE $1 OR key LIKE $2`,
      [`minute ${past} %`, `minute ${past + 1} %`],
    );
    await owner.end();
    expect(rows).toEqual([{ key: expect.stringMatching(/^minute \d+ [\w-]{43}$/), points: 1 }]);
    expect(JSON.stringify(rows)).not.toContain('somebody');
  }));

test('a database that does not answer stops nobody, and each server counts by itself', async () => {
  const alone = new RateLimits('postgres://nobody:nothing@127.0.0.1:1/none', quiet);
  const who = somebody();
  alone.budgets.spend(budget, who, 60);
  await alone.budgets.share();
  expect(alone.budgets.spend(budget, who, 60)).toMatchObject({ left: 40, refused: true });
  expect(alone.budgets.spend(budget, who, 40)).toMatchObject({ refused: false });
  await alone.close();
});

test('a hundred thousand addresses are remembered, further ones are let through', async () => {
  const alone = new RateLimits('postgres://nobody:nothing@127.0.0.1:1/none', quiet);
  const one: Budget = { name: 'address', points: 1 };
  for (let address = 0; address < 100_000; address += 1) alone.budgets.spend(one, `${address}`, 1);
  expect(alone.budgets.spend(one, '7', 1).refused).toBe(true);
  expect(alone.budgets.spend(one, 'new', 1).refused).toBe(false);
  expect(alone.budgets.spend(one, 'new', 1).refused).toBe(false);
  await alone.close();
});
