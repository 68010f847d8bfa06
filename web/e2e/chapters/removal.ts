import { strict as assert } from 'node:assert';
import { amelie, bruno } from '../cast';
import { filesWith } from '../files';
import type { Mailbox } from '../mailbox';
import type { Person } from '../person';
import type { Scene } from '../scene';
import { gone, seen, until } from '../seen';
import type { Step } from '../story';
import { english as t } from '../texts';
import { cardOf } from './customer';
import { revoke } from './revocation';
import { link } from './sale';

interface Parting {
  owner: Step<Person>;
  mailbox: Step<Mailbox>;
  unitPath: Step<string>;
  restored: Step<unknown>;
  home: Step<{ phone: Person }>;
}

const createCustomer = `mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { contact { id } errors { code } } }`;
/** All that a buyer is told about his home. */
const hisHome = `{ viewer { homes {
  id number type surface floor rooms saleState soldAt plannedHandoverOn location { name } spaces { name }
  buyers { id accessState contact { id name } } project { id name address { city } contactPersons { name email } }
} } }`;

/** A second buyer comes, the first is removed for good, and the second keeps everything. */
export async function removal(scene: Scene, { owner, mailbox, unitPath, restored, home }: Parting) {
  const { story, database, product } = scene;
  const coBuyer = await story.step(
    'a co-buyer is linked, invited and comes in',
    [owner, mailbox, unitPath, restored],
    async (olivia, mails, path) => {
      const input = { firstName: bruno.firstName, lastName: bruno.lastName, email: bruno.email };
      assert.deepEqual((await olivia.ask(createCustomer, { input })).codes, []);
      await olivia.open(path);
      await link(olivia, bruno.name);
      await cardOf(olivia, bruno.name)
        .getByRole('button', { name: t('console:access.grant') })
        .click();
      await seen(cardOf(olivia, bruno.name).getByText(t('accessState.INVITED'), { exact: true }));
      const mail = await mails.read(bruno.name);
      const address = await mail.getByRole('link', { name: 'Choose your password' }).getAttribute('href');
      const guest = await scene.arrives({ name: 'co-buyer' });
      await accept(guest, address!);
      return guest;
    },
  );
  const before = await story.step('what he sees, and what is kept of her', [coBuyer], async (guest) => {
    const sees = (await guest.ask(hisHome)).data;
    assert.equal(sees.viewer.homes.length, 1);
    const login = await database.login(amelie.email);
    // A scan that finds nothing beforehand would prove nothing afterwards.
    assert.ok((await database.tablesWith(amelie.email)).includes('demo_mails'));
    assert.ok((await database.tablesWith(login.id)).includes('sessions'));
    assert.deepEqual(await database.tablesWith(login.passwordHash), ['identities']);
    assert.ok((await database.tablesWith(login.pictureId)).includes('files'));
    assert.notDeepEqual(filesWith(product.dataDir, login.pictureId), []);
    return { sees, login };
  });
  const removed = await story.step(
    'she is revoked and removed, with her name typed',
    [owner, before],
    async (olivia) => {
      const { page } = olivia;
      await page.reload();
      await revoke(olivia);
      await cardOf(olivia)
        .getByRole('button', { name: t('actions.moreFor', { name: amelie.name }) })
        .click();
      await page.getByRole('menuitem', { name: t('console:access.remove') }).click();
      const dialog = page.getByRole('dialog', {
        name: t('console:access.removeTitle', { name: amelie.name }),
      });
      const confirm = dialog.getByRole('button', { name: t('console:access.removeConfirm') });
      assert.ok(await confirm.isDisabled());
      await dialog
        .getByRole('textbox', { name: t('confirm.typeName', { name: amelie.name }) })
        .fill(amelie.name);
      await confirm.click();
      await gone(cardOf(olivia));
      await seen(cardOf(olivia, bruno.name));
    },
  );
  await story.step(
    'her rows and files are gone: what is left is a name in the address book',
    [before, removed],
    async ({ login }) => {
      assert.deepEqual(await database.tablesWith(amelie.email), ['contacts', 'identities']);
      assert.deepEqual(await database.tablesWith(amelie.firstName), ['contacts']);
      assert.ok(!(await database.tablesWith(login.id)).includes('sessions'));
      assert.deepEqual(await database.tablesWith(login.passwordHash), []);
      // Every upload has an errand that deletes it a day later, should nobody take it; it knows the id and no more.
      const elsewhere = (await database.tablesWith(login.pictureId)).filter((table) => table !== 'outbox');
      assert.deepEqual(elsewhere, []);
      await until('the bytes are gone', async () => !filesWith(product.dataDir, login.pictureId).length);
    },
  );
  await story.step('her phone is signed out', [home, removed], async ({ phone }) => {
    await phone.open('/portal');
    await seen(phone.page.getByRole('button', { name: /^(Sign in|Se connecter)$/ }));
    assert.equal((await phone.ask('{ viewer { id } }')).data.viewer, null);
  });
  return story.step(
    'her co-buyer still has everything',
    [coBuyer, before, removed],
    async (guest, { sees }) => {
      const now = (await guest.ask(hisHome)).data;
      const withoutHer = (each: { buyers: { contact: { name: string } }[] }) => ({
        ...each,
        buyers: each.buyers.filter(({ contact }) => contact.name !== amelie.name),
      });
      assert.deepEqual(now.viewer.homes.map(withoutHer), sees.viewer.homes.map(withoutHer));
      await guest.page.reload();
      await seen(guest.page.getByRole('heading', { level: 1, name: /A1/ }));
    },
  );
}

async function accept(guest: Person, address: string): Promise<void> {
  const { page } = guest;
  await guest.open(address);
  await page.getByLabel(t('auth:fields.password'), { exact: true }).fill(bruno.password);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: t('auth:invitation.submit') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('portal:tour.skip') })
    .click();
  await seen(page.getByRole('heading', { level: 1, name: /A1/ }));
}
