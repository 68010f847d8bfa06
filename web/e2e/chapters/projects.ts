import { strict as assert } from 'node:assert';
import { lindenhof, millhouse } from '../cast';
import type { Person } from '../person';
import type { Scene } from '../scene';
import { idIn, pathOf, seen } from '../seen';
import type { Step } from '../story';
import { english as t } from '../texts';

/** Two projects: one with a building and three units, one that is a single home. */
export async function projects({ story }: Scene, owner: Step<Person>) {
  const created = await story.step('the owner creates a project with a building', [owner], async (olivia) => {
    const { page } = olivia;
    await create(olivia, lindenhof.name, 'MULTI');
    const project = { id: idIn(page), path: pathOf(page) };
    await page.getByRole('tab', { name: t('console:projects.tabs.structure') }).click();
    await page.getByRole('button', { name: t('console:levels.add'), exact: true }).click();
    const dialog = page.getByRole('dialog', { name: t('console:levels.addTitle') });
    await dialog.getByRole('combobox').selectOption({ label: t('levelType.BUILDING') });
    await dialog.getByRole('textbox', { name: t('console:levels.name') }).fill(lindenhof.building);
    await dialog.getByRole('button', { name: t('actions.add') }).click();
    await seen(page.getByRole('tabpanel').getByText(lindenhof.building, { exact: true }));
    return project;
  });
  const units = await story.step(
    'three units in the building',
    [owner, created],
    async ({ page }, project) => {
      await page.getByRole('tab', { name: t('console:projects.tabs.units') }).click();
      await page
        .getByRole('link', { name: t('console:units.add') })
        .first()
        .click();
      await page
        .getByRole('combobox', { name: t('console:units.place') })
        .selectOption({ label: `${lindenhof.building} (${t('levelType.BUILDING')})` });
      for (const [index, number] of lindenhof.units.entries()) {
        const cell = (column: 'number' | 'type') =>
          t('console:units.cell', { column: t(`console:units.${column}`), row: index + 1 });
        await page.getByRole('textbox', { name: cell('number') }).fill(number);
        await page
          .getByRole('combobox', { name: cell('type') })
          .selectOption({ label: t('unitType.APARTMENT') });
      }
      await page.getByRole('button', { name: t('console:units.addAll') }).click();
      const paths: string[] = [];
      for (const number of lindenhof.units) {
        const link = page.getByRole('table').getByRole('link', { name: new RegExp(`^${number}`) });
        await seen(link);
        paths.push((await link.getAttribute('href'))!);
      }
      assert.equal(pathOf(page), project.path);
      return { project, units: paths.map((path) => ({ path, id: path.split('/').at(-1)! })) };
    },
  );
  const single = await story.step('the owner creates a single home', [owner], async (olivia) => {
    await create(olivia, millhouse.name, 'SINGLE');
    await seen(olivia.page.getByRole('heading', { level: 2, name: t('console:units.customer') }));
    return { id: idIn(olivia.page), path: pathOf(olivia.page) };
  });
  return { units, single };
}

async function create({ page }: Person, name: string, kind: 'SINGLE' | 'MULTI'): Promise<void> {
  await page
    .getByRole('link', { name: t('console:projects.title'), exact: true })
    .first()
    .click();
  await page
    .getByRole('link', { name: t('console:projects.new') })
    .first()
    .click();
  await page.getByRole('textbox', { name: t('console:projects.name'), exact: true }).fill(name);
  await page.getByRole('radio', { name: t(`console:projects.kind.${kind}`) }).check();
  await page.getByRole('button', { name: t('console:projects.create') }).click();
  await seen(page.getByRole('heading', { level: 1, name }));
}
