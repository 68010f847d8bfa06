import { strict as assert } from 'node:assert';
import { amelie, lindenhof } from '../cast';
import { everyMutation } from '../mutations';
import type { Person } from '../person';
import type { Scene } from '../scene';
import { gone, pathOf, seen } from '../seen';
import type { Step } from '../story';
import { english as t, french as f } from '../texts';
import { cardOf } from './customer';

const [hers] = lindenhof.units as [string, string, string];

interface Watched {
  owner: Step<Person>;
  contact: Step<{ id: string }>;
  unitPath: Step<string>;
  home: Step<unknown>;
}

/** The owner looks through her customer's eyes, from both places, and changes nothing. */
export async function throughHerEyes({ story }: Scene, { owner, contact, unitPath, home }: Watched) {
  const looking = await story.step(
    'the owner opens her portal from the contact list: a bar with her name, her language, her pages',
    [owner, home],
    async (olivia) => {
      const { page } = olivia;
      await page
        .getByRole('link', { name: t('console:contacts.title') })
        .first()
        .click();
      await page.getByRole('button', { name: t('actions.moreFor', { name: amelie.name }) }).click();
      await page.getByRole('menuitem', { name: t('console:access.viewAs') }).click();
      await herPortalIsOpen(olivia);
    },
  );
  await story.step(
    'every mutation answers that she only looks',
    [owner, looking, contact],
    async (olivia, _, { id }) => {
      const others: string[] = [];
      for (const { name, text } of everyMutation(id)) {
        if (name === 'stopImpersonation') continue;
        const { codes } = await olivia.ask(text);
        if (codes.join() !== 'IMPERSONATION_READ_ONLY') others.push(`${name}: ${codes.join()}`);
      }
      assert.deepEqual(others, []);
    },
  );
  const back = await story.step(
    '“Stop impersonation” under the picture leads back to the list',
    [owner, looking],
    async (olivia) => {
      await stopUnderThePicture(olivia);
      await seen(olivia.page.getByRole('heading', { level: 1, name: t('console:contacts.title') }));
      await speaks(olivia, 'en');
    },
  );
  await story.step('the same from the unit', [owner, unitPath, back], async (olivia, path) => {
    await olivia.open(path);
    await cardOf(olivia)
      .getByRole('button', { name: t('actions.moreFor', { name: amelie.name }) })
      .click();
    await olivia.page.getByRole('menuitem', { name: t('console:access.viewAs') }).click();
    await herPortalIsOpen(olivia);
    await stopUnderThePicture(olivia);
    await seen(cardOf(olivia));
    assert.equal(pathOf(olivia.page), path);
  });
}

async function herPortalIsOpen(olivia: Person): Promise<void> {
  const { page } = olivia;
  const bar = page.getByRole('region', { name: f('portal:impersonation.label') });
  await seen(bar.getByText(amelie.name));
  await seen(
    page.getByRole('heading', { level: 1, name: f('portal:home.name.APARTMENT', { number: hers }) }),
  );
  await speaks(olivia, 'fr');
}

/** Waits: the frame of a page comes a moment before its words. */
const speaks = ({ page }: Person, language: string) => page.locator(`html[lang="${language}"]`).waitFor();

async function stopUnderThePicture({ page }: Person): Promise<void> {
  const account = `${f('nav.account')}: ${amelie.name}`;
  await page.getByRole('button', { name: account }).click();
  const panel = page.getByRole('group', { name: account });
  await panel.getByRole('button', { name: f('portal:impersonation.stop') }).click();
  await gone(page.getByRole('region', { name: f('portal:impersonation.label') }));
}
