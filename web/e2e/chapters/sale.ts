import { strict as assert } from 'node:assert';
import { amelie } from '../cast';
import type { Person } from '../person';
import type { Scene } from '../scene';
import { gone, seen } from '../seen';
import type { Step } from '../story';
import { english as t } from '../texts';
import { cardOf } from './customer';

interface Selling {
  owner: Step<Person>;
  contact: Step<{ id: string }>;
  unit: Step<{ id: string; path: string }>;
}

const linkCustomer = `mutation ($input: LinkCustomerInput!) {
  linkCustomer(input: $input) { errors { code field reason } }
}`;

/** A customer is linked once the unit is sold, and not before. */
export async function sale({ story }: Scene, { owner, contact, unit }: Selling) {
  const refused = await story.step(
    'nobody is linked to a unit that is not sold: neither by a button nor by the API',
    [owner, contact, unit],
    async (olivia, { id: contactId }, { id: unitId, path }) => {
      await olivia.open(path);
      const button = olivia.page.getByRole('button', { name: t('console:access.link') });
      await seen(button);
      assert.ok(await button.isDisabled());
      await seen(olivia.page.getByText(t('console:access.linkAfterSale')));
      const { codes, fields } = await olivia.ask(linkCustomer, { input: { unitId, contactId } });
      assert.deepEqual({ codes, fields }, { codes: ['VALIDATION_FAILED'], fields: ['sold'] });
    },
  );
  const sold = await story.step('the unit is marked as sold', [owner, refused], async ({ page }) => {
    await page.getByRole('button', { name: t('console:sales.markSold') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: t('console:sales.markSold') }).click();
    await gone(dialog);
    await seen(page.getByText(t('saleState.SOLD'), { exact: true }).first());
  });
  return story.step(
    'the customer is linked, and knows nothing of it',
    [owner, unit, sold],
    async (olivia, { path }) => {
      await link(olivia, amelie.name);
      await seen(cardOf(olivia).getByText(t('accessState.NOT_YET_INVITED'), { exact: true }));
      return path;
    },
  );
}

/** Links a customer on the page of a sold unit, as the first or one more. */
export async function link({ page }: Person, name: string): Promise<void> {
  const labels = [t('console:access.link'), t('console:access.linkAnother')];
  await page.getByRole('button', { name: new RegExp(`^(${labels.join('|')})$`) }).click();
  const dialog = page.getByRole('dialog', { name: t('console:access.linkTitle') });
  await choose(page, dialog.getByRole('combobox', { name: t('console:access.customer') }), name);
  await dialog.getByRole('button', { name: t('console:access.link') }).click();
  await gone(dialog);
}

/** Types a part of a name and takes what is found. */
export async function choose(page: Person['page'], box: ReturnType<typeof page.getByRole>, name: string) {
  await box.fill(name.slice(0, 5));
  await page.getByRole('option', { name }).click();
}
