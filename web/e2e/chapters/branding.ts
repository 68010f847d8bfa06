import { strict as assert } from 'node:assert';
import { accent, accentAsDrawn, companyName } from '../cast';
import type { Person } from '../person';
import { aPicture } from '../pictures';
import type { Scene } from '../scene';
import { seen, until } from '../seen';
import type { Step } from '../story';
import { english as t } from '../texts';

/** The company's own look: its logo and its colour. */
export async function branding(scene: Scene, owner: Step<Person>) {
  const { story } = scene;
  const logo = await story.step('the owner uploads a logo in the settings', [owner], async ({ page }) => {
    await page.getByRole('link', { name: t('console:nav.settingsOf', { company: companyName }) }).click();
    const field = page.getByRole('group', { name: t('settings:logo') });
    await field.getByLabel(t('upload.choose')).setInputFiles(await aPicture(page, 'logo'));
    await seen(field.getByRole('button', { name: t('actions.remove') }));
    await seen(page.getByRole('banner').getByRole('img', { name: companyName }).first());
  });
  const colour = await story.step('the owner sets the accent colour', [owner, logo], async ({ page }) => {
    const look = page.getByRole('region', { name: t('settings:look') });
    await look.getByRole('textbox', { name: t('settings:accent'), exact: true }).fill(accent);
    const save = look.getByRole('button', { name: t('actions.save') });
    await save.click();
    await page.getByRole('link', { name: t('console:contacts.title') }).click();
    await wears(page.getByRole('link', { name: t('console:contacts.new.CUSTOMER') }).first());
  });
  return story.step('the sign-in page wears both', [colour], async () => {
    const visitor = await scene.arrives({ name: 'visitor' });
    const { page } = visitor;
    await visitor.open('/login');
    await seen(page.getByRole('img', { name: companyName }));
    await wears(page.getByRole('button', { name: t('auth:signIn.submit') }));
    await scene.leaves(visitor);
  });
}

async function wears(button: ReturnType<Person['page']['getByRole']>): Promise<void> {
  const drawn = () => button.evaluate((element) => getComputedStyle(element).backgroundColor);
  await until('the colour is there', async () => (await drawn()) === accentAsDrawn);
  assert.equal(await drawn(), accentAsDrawn);
}
