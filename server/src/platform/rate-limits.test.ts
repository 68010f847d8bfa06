import { pino } from 'pino';
import { theProduct } from '../../test/world';
import { RateLimits, type Limit } from './rate-limits';

const quiet = pino({ level: 'silent' });
const guesses: Limit = { name: 'guesses', points: 9, seconds: 60 };

/** What two servers of one database count together. */
async function twoServers<T>(story: (one: RateLimits, other: RateLimits) => Promise<T>): Promise<T> {
  const { appUrl } = (await theProduct()).database;
  const servers = [new RateLimits(appUrl, quiet), new RateLimits(appUrl, quiet)] as const;
  try {
    return await story(...servers);
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
}

test('C9 of guesses that come to two servers at the same moment none slips by uncounted', () =>
  twoServers(async (one, other) => {
    const tried: Record<string, number> = {};
    const all = Array.from({ length: 120 }, (_, time) => {
      const account = `account ${time % 3}`;
      return (time % 2 ? one : other).attempt([[guesses, account]], async () => {
        tried[account] = (tried[account] ?? 0) + 1;
        await new Promise((resolve) => setTimeout(resolve, 5));
        return false;
      });
    });
    await Promise.allSettled(all);
    expect(tried).toEqual({ 'account 0': 9, 'account 1': 9, 'account 2': 9 });
  }));

test('those who are right at the same moment are not held up, wherever they come', () =>
  twoServers(async (one, other) => {
    const right = Array.from({ length: 40 }, (_, time) =>
      (time % 2 ? one : other).attempt(
        [
          [guesses, 'one place'],
          [guesses, `person ${time % 5}`],
        ],
        async () => true,
      ),
    );
    expect(await Promise.all(right)).toEqual(right.map(() => true));
  }));
