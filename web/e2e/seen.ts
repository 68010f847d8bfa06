import { strict as assert } from 'node:assert';
import type { Locator, Page } from 'playwright-core';

/** Waits until somebody would see it. */
export const seen = (what: Locator): Promise<void> => what.waitFor();

/** Waits until nobody would see it any more. */
export const gone = (what: Locator): Promise<void> => what.waitFor({ state: 'hidden' });

/** Once `present` is there, `absent` must not be. */
export async function seenWithout(present: Locator, absent: Locator): Promise<void> {
  await seen(present);
  assert.equal(await absent.count(), 0, `${String(absent)} should not be there`);
}

/** Asks again until it holds. */
export async function until<T>(what: string, ask: () => Promise<T | null | undefined | false>): Promise<T> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline;) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((again) => setTimeout(again, 50));
  }
  throw new Error(`It took too long until ${what}.`);
}

/** What the address bar says after the host. */
export const pathOf = (page: Page): string => new URL(page.url()).pathname;

/** The id at the end of the address. */
export const idIn = (page: Page): string => pathOf(page).split('/').at(-1)!;
