import { strict as assert } from 'node:assert';
import { accentAsDrawn, amelie, companyName } from '../cast';
import { Mailbox } from '../mailbox';
import type { Person } from '../person';
import type { Scene } from '../scene';
import { idIn, pathOf, seen } from '../seen';
import type { Step } from '../story';
import { english as t } from '../texts';

export async function aNewCustomer(scene: Scene, owner: Step<Person>) {
  const { story } = scene;
  const mailbox = await story.step('the mailbox is empty', [], async () => {
    const opened = new Mailbox((await scene.arrives({ name: 'mailbox' })).page);
    assert.ok(await opened.isEmpty());
    return opened;
  });
  const contact = await story.step(
    'a new customer needs a first and a last name only, and gets no mail',
    [owner, mailbox],
    async ({ page }, mails) => {
      await page.getByRole('link', { name: t('console:contacts.title') }).click();
      await page
        .getByRole('link', { name: t('console:contacts.new.CUSTOMER') })
        .first()
        .click();
      await page.getByRole('textbox', { name: t('console:contacts.firstName') }).fill(amelie.firstName);
      await page.getByRole('textbox', { name: t('console:contacts.lastName') }).fill(amelie.lastName);
      await page.getByRole('button', { name: t('console:contacts.addCustomer') }).click();
      await seen(page.getByRole('heading', { level: 1, name: amelie.name }));
      await seen(page.getByText(t('accessState.NOT_YET_INVITED')).first());
      assert.ok(await mails.isEmpty());
      return { id: idIn(page), path: pathOf(page) };
    },
  );
  await story.step('the owner notes that she reads French', [owner, contact], async ({ page }) => {
    await page.getByRole('button', { name: t('actions.edit') }).click();
    await page.getByRole('combobox', { name: t('language.label') }).selectOption({ label: 'Français' });
    await page.getByRole('button', { name: t('actions.save') }).click();
    await seen(page.getByRole('main').getByText('Français'));
  });
  return { mailbox, contact };
}

interface Granting {
  owner: Step<Person>;
  mailbox: Step<Mailbox>;
  /** She is linked, and the page of her unit is open. */
  linked: Step<unknown>;
}

export async function access({ story }: Scene, { owner, mailbox, linked }: Granting) {
  const refused = await story.step(
    'access is refused for want of an address, said at the field',
    [owner, linked],
    async (olivia) => {
      const card = cardOf(olivia);
      await card.getByRole('button', { name: t('console:access.grant') }).click();
      const email = card.getByRole('textbox', { name: t('console:contacts.email') });
      await seen(email);
      assert.equal(await email.getAttribute('aria-invalid'), 'true');
      await seen(card.getByText(t('errors.VALIDATION_FAILED/required/email')));
      return { card, email };
    },
  );
  const granted = await story.step(
    'with her address, access is granted',
    [refused],
    async ({ card, email }) => {
      await email.fill(amelie.email);
      await card.getByRole('button', { name: t('console:access.saveAndGrant') }).click();
      await seen(card.getByText(t('accessState.INVITED'), { exact: true }));
    },
  );
  return story.step(
    'she gets exactly one mail, in French, with the logo and the colour',
    [mailbox, granted],
    async (mails) => {
      const mail = await mails.read(amelie.name);
      await seen(mail.getByText('Bienvenue chez vous'));
      const logo = mail.getByRole('img', { name: companyName });
      assert.ok(await logo.evaluate((img) => (img as HTMLImageElement).naturalWidth > 0), 'no logo');
      const button = mail.getByRole('link', { name: 'Choisir mon mot de passe' });
      const colour = await button.evaluate((link) => getComputedStyle(link.closest('td')!).backgroundColor);
      assert.equal(colour, accentAsDrawn);
      const link = await button.getAttribute('href');
      assert.equal((await mails.mailsTo(amelie.name)).length, 1);
      return link!;
    },
  );
}

/** Of one buyer, on the page that is open. */
export const cardOf = ({ page }: Person, name = amelie.name) => page.getByRole('article', { name });
