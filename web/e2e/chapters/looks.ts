import type { Browser } from 'playwright-core';
import { demoPeople, exploreDemo } from '../demo';
import type { Product } from '../product';
import { sightsOf } from '../sights';
import type { Story } from '../story';
import { frugal, sweep, thorough } from '../sweep';

/** The demo company as a newcomer finds it: everybody comes in, and every page can be used by everybody. */
export async function looks(story: Story, browser: Browser, product: Product): Promise<void> {
  const people = await story.step('whom the first start names can sign in', [], () =>
    demoPeople(browser, product),
  );
  const sights = await story.step('the demo company has something of every kind', [people], async (all) =>
    sightsOf(await exploreDemo(all)),
  );
  const verdict = await story.step('every page is walked past', [people, sights], async (all, seen) => {
    const half = Math.ceil(seen.owner.length / 2);
    const walks = [
      { person: all.owner, sights: seen.owner.slice(0, half) },
      { person: all.colleague, sights: seen.owner.slice(half) },
      { person: all.visitor, sights: seen.visitor },
      { person: all.customer, sights: seen.customer },
      { person: all.partner, sights: seen.partner },
    ];
    return sweep(walks, process.env['PORTICO_LOOKS'] === 'all' ? thorough : frugal);
  });
  if (!verdict.outcome) return;
  const { fine, problems } = verdict.outcome.result;
  story.tally('pages without sideways scroll or violation', fine, problems);
}
