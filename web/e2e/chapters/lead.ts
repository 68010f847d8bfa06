import { strict as assert } from 'node:assert';
import { lena } from '../cast';
import type { Person } from '../person';
import type { Scene } from '../scene';
import { gone, idIn, seen } from '../seen';
import type { Step } from '../story';
import { english as t } from '../texts';
import { cardOf } from './customer';
import { choose } from './sale';

/** Somebody who is interested buys. */
export async function aLeadBuys({ story }: Scene, owner: Step<Person>, unit: Step<{ path: string }>) {
  const noted = await story.step('a lead is put on a unit', [owner, unit], async (olivia, { path }) => {
    const { page } = olivia;
    await page
      .getByRole('link', { name: t('console:contacts.title') })
      .first()
      .click();
    await page.getByRole('tab', { name: t('console:contacts.tabs.LEAD') }).click();
    await page
      .getByRole('link', { name: t('console:contacts.new.LEAD') })
      .first()
      .click();
    await page.getByRole('textbox', { name: t('console:contacts.firstName') }).fill(lena.firstName);
    await page.getByRole('textbox', { name: t('console:contacts.lastName') }).fill(lena.lastName);
    await page.getByRole('button', { name: t('console:contacts.addLead') }).click();
    await seen(page.getByRole('heading', { level: 1, name: lena.name }));
    const id = idIn(page);
    await olivia.open(path);
    const leads = page.getByRole('region', { name: t('console:leads.title') });
    await leads.getByRole('button', { name: t('console:leads.add') }).click();
    const dialog = page.getByRole('dialog', { name: t('console:leads.addTitle') });
    await choose(page, dialog.getByRole('combobox', { name: t('console:leads.person') }), lena.name);
    await dialog.getByRole('button', { name: t('console:leads.add') }).click();
    await gone(dialog);
    await seen(leads.getByRole('link', { name: lena.name }));
    return { id };
  });
  return story.step(
    'the unit is sold to her: the lead is a customer',
    [owner, noted],
    async (olivia, { id }) => {
      const { page } = olivia;
      await page.getByRole('button', { name: t('console:sales.markSold') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('radio', { name: lena.name }).check();
      await dialog.getByRole('button', { name: t('console:sales.markSold') }).click();
      await seen(cardOf(olivia, lena.name).getByText(t('accessState.NOT_YET_INVITED'), { exact: true }));
      const { data } = await olivia.ask('query ($id: ID!) { contact(id: $id) { kinds } }', { id });
      assert.deepEqual(data.contact.kinds, ['CUSTOMER']);
      await page
        .getByRole('link', { name: t('console:contacts.title') })
        .first()
        .click();
      await page.getByRole('tab', { name: t('console:contacts.tabs.CUSTOMER') }).click();
      await seen(page.getByRole('table').getByRole('link', { name: lena.name }));
    },
  );
}
