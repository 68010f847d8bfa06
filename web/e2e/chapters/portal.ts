import { strict as assert } from 'node:assert';
import { amelie, lindenhof } from '../cast';
import type { Person } from '../person';
import { aPicture } from '../pictures';
import type { Scene } from '../scene';
import { pathOf, seen, seenWithout } from '../seen';
import type { Step } from '../story';
import { french as t } from '../texts';

const [hers, neighbours] = lindenhof.units as [string, string, string];

interface Invited {
  owner: Step<Person>;
  /** Of the invitation. */
  link: Step<string>;
  neighbour: Step<{ id: string }>;
}

/** She comes in from the mail, on her phone. */
export async function herHome(scene: Scene, { owner, link, neighbour }: Invited) {
  const { story } = scene;
  const inside = await story.step(
    'she opens the link on her phone, chooses a password and accepts the terms',
    [link],
    async (address) => {
      const phone = await scene.arrives({ name: 'phone', onPhone: true });
      const { page } = phone;
      await phone.open(address);
      await seen(
        page.getByRole('heading', { level: 1, name: t('auth:invitation.title', { name: amelie.firstName }) }),
      );
      await page.getByLabel(t('auth:fields.password'), { exact: true }).fill(amelie.password);
      await page.getByRole('checkbox').check();
      await page.getByRole('button', { name: t('auth:invitation.submit') }).click();
      await seen(
        page.getByRole('dialog', { name: t('portal:tour.welcome.title', { name: amelie.firstName }) }),
      );
      return phone;
    },
  );
  const home = await story.step('a short tour shows her around, once', [inside], async (phone) => {
    const { page } = phone;
    const tour = page.getByRole('dialog');
    for (const _ of [1, 2, 3]) await tour.getByRole('button', { name: t('portal:tour.next') }).click();
    await tour.getByRole('button', { name: t('portal:tour.finish') }).click();
    const heading = page.getByRole('heading', {
      level: 1,
      name: t('portal:home.name.APARTMENT', { number: hers }),
    });
    await seen(heading);
    await page.reload();
    await seenWithout(heading, tour);
    return { phone, path: pathOf(page) };
  });
  await story.step('she sees her unit and no other', [home], async ({ phone }) => {
    const { page } = phone;
    await seenWithout(page.getByText(lindenhof.name).first(), page.getByText(neighbours, { exact: false }));
    const { data } = await phone.ask('{ viewer { homes { number } } }');
    assert.deepEqual(data.viewer.homes, [{ number: hers }]);
    await page.getByRole('link', { name: t('portal:nav.information'), exact: true }).click();
    await seen(page.getByRole('heading', { level: 1, name: t('portal:information.title') }));
    assert.ok(!(await page.locator('body').innerText()).includes(neighbours));
  });
  await story.step(
    'the neighbour’s unit is not found, whatever she asks',
    [home, neighbour],
    async ({ phone }, { id }) => {
      assert.deepEqual((await phone.ask('query ($id: ID!) { unit(id: $id) { id } }', { id })).codes, [
        'NOT_FOUND',
      ]);
      assert.deepEqual((await phone.ask('query ($id: ID!) { node(id: $id) { id } }', { id })).codes, [
        'NOT_FOUND',
      ]);
    },
  );
  await story.step('she adds her picture', [home], async ({ phone: { page } }) => {
    await page.getByRole('link', { name: t('portal:nav.profile'), exact: true }).click();
    const field = page.getByRole('group', { name: t('account:picture') });
    await field.getByLabel(t('upload.choose')).setInputFiles(await aPicture(page, 'portrait'));
    await seen(field.getByRole('button', { name: t('actions.remove') }));
  });
  await story.step('her browser loaded nothing of the console', [owner, home], async (olivia, { phone }) => {
    const ofConsole = /console/i;
    assert.ok(
      olivia.downloads.some((file) => ofConsole.test(file)),
      'the console has no name of its own any more',
    );
    assert.deepEqual(
      phone.downloads.filter((file) => ofConsole.test(file)),
      [],
    );
  });
  return home;
}
