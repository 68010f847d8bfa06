import { strict as assert } from 'node:assert';
import { amelie, companyName, lindenhof } from '../cast';
import type { Person } from '../person';
import type { Scene } from '../scene';
import { gone, seen, seenWithout } from '../seen';
import type { Step } from '../story';
import { english as t, french as f } from '../texts';
import { cardOf } from './customer';
import { signIn } from './door';

interface Revoking {
  owner: Step<Person>;
  unitPath: Step<string>;
  home: Step<{ phone: Person; path: string }>;
  contact: Step<{ id: string }>;
}

const [hers] = lindenhof.units as [string, string, string];

/** Far above the second that is promised, for machines that do other things as well. */
const bound = 5_000;

/** Access ends and comes back while she looks. */
export async function revokeAndRestore({ story, database }: Scene, given: Revoking) {
  const { owner, unitPath, home, contact } = given;
  const before = await story.step(
    'she has her home open',
    [home, contact],
    async ({ phone, path }, { id }) => {
      await phone.open(path);
      await seen(phone.page.getByRole('heading', { level: 1 }));
      return database.everythingAbout(id);
    },
  );
  const revoked = await story.step(
    'access is revoked: her open page has lost the unit at once, and nothing is deleted',
    [owner, unitPath, home, before, contact],
    async (olivia, path, { phone }, known, { id }) => {
      await olivia.open(path);
      const took = await untilSheNotices(olivia, phone, () => revoke(olivia));
      console.log(`      her page changed ${took} ms after the answer`);
      assert.ok(took < bound, `${took} ms`);
      await seen(cardOf(olivia).getByText(t('accessState.REVOKED'), { exact: true }));
      assert.deepEqual((await phone.ask('{ viewer { homes { id } } }')).data.viewer?.homes ?? [], []);
      assert.deepEqual(await database.everythingAbout(id), known);
    },
  );
  const neutral = await story.step(
    'her page says so kindly; signed out, she is refused with a neutral word',
    [home, revoked],
    async ({ phone }) => {
      const { page } = phone;
      await seen(page.getByRole('heading', { level: 1, name: f('portal:noHome.title') }));
      await page.getByRole('button', { name: f('nav.account') }).click();
      await page.getByRole('button', { name: f('actions.signOut') }).click();
      await page.getByRole('textbox', { name: f('auth:fields.email') }).fill(amelie.email);
      await page.getByLabel(f('auth:fields.password'), { exact: true }).fill(amelie.password);
      await page.getByRole('button', { name: f('auth:signIn.submit') }).click();
      await seen(page.getByText(f('auth:signIn.noHome', { company: companyName })).first());
    },
  );
  return story.step(
    'access is restored: her home is back, unchanged',
    [owner, home, before, contact, neutral],
    async (olivia, { phone, path }, known, { id }) => {
      await cardOf(olivia)
        .getByRole('button', { name: t('console:access.restore') })
        .click();
      await seen(cardOf(olivia).getByText(t('accessState.ACTIVE'), { exact: true }));
      await phone.open(path);
      await signIn(phone, amelie.email, amelie.password);
      await seen(phone.page.getByRole('heading', { level: 1, name: /A1/ }));
      assert.deepEqual(await database.everythingAbout(id), known);
    },
  );
}

export async function revoke(olivia: Person, name = amelie.name): Promise<void> {
  await cardOf(olivia, name)
    .getByRole('button', { name: t('actions.moreFor', { name }) })
    .click();
  await olivia.page.getByRole('menuitem', { name: t('console:access.revoke') }).click();
  const dialog = olivia.page.getByRole('dialog', { name: t('console:access.revokeTitle', { name }) });
  await dialog.getByRole('button', { name: t('console:access.revoke') }).click();
}

/** Milliseconds from the answer to the owner until the phone shows nothing of her home any more. */
async function untilSheNotices(olivia: Person, phone: Person, work: () => Promise<void>): Promise<number> {
  const noticed = gone(phone.page.getByText(hers).first()).then(() => Date.now());
  const answered = olivia.page
    .waitForResponse((response) => /RevokeAccess/.test(response.request().postData() ?? ''))
    .then(() => Date.now());
  await Promise.all([work(), noticed, answered]);
  await seenWithout(phone.page.getByRole('heading', { level: 1 }), phone.page.getByText(hers));
  return (await noticed) - (await answered);
}
