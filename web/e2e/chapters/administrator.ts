import { strict as assert } from 'node:assert';
import { administrator, lindenhof, mila, millhouse } from '../cast';
import { password } from '../database';
import type { Person } from '../person';
import type { Scene } from '../scene';
import { seen, seenWithout } from '../seen';
import type { Step } from '../story';
import { english as t } from '../texts';
import { cardOf } from './customer';
import { signIn } from './door';
import { choose, link } from './sale';

interface Place {
  id: string;
  path: string;
}

interface Administering {
  owner: Step<Person>;
  /** His project, and one unit of it that is not sold. */
  units: Step<{ project: Place; units: Place[] }>;
  /** A project of which he knows nothing. */
  single: Step<Place>;
}

const createCustomer = `mutation ($input: CreateCustomerInput!) {
  createCustomer(input: $input) { contact { id } errors { code } }
}`;
const linkCustomer =
  'mutation ($input: LinkCustomerInput!) { linkCustomer(input: $input) { errors { code } } }';

/** A colleague who is put on one project knows that one. */
export async function theAdministrator(scene: Scene, { owner, units, single }: Administering) {
  const { story } = scene;
  const elsewhere = await story.step(
    'somebody buys the single home',
    [owner, single],
    async (olivia, { path }) => {
      const { firstName, lastName, name } = mila;
      const { data } = await olivia.ask(createCustomer, { input: { firstName, lastName } });
      await olivia.open(path);
      await link(olivia, name);
      await seen(cardOf(olivia, name));
      return data.createCustomer.contact.id as string;
    },
  );
  const adam = await story.step(
    'an administrator is put on the other project',
    [owner, units],
    async (olivia, { project }) => {
      await scene.database.addColleague({ ...administrator, role: 'ADMINISTRATOR' });
      const { page } = olivia;
      await olivia.open(`${project.path}?tab=people`);
      const box = page.getByRole('combobox', { name: t('console:projects.addAdministrator') });
      await choose(page, box, administrator.name);
      await page.getByRole('button', { name: t('actions.add'), exact: true }).click();
      await seen(
        page.getByRole('button', { name: `${t('console:projects.takeOff')}: ${administrator.name}` }),
      );
      const colleague = await scene.arrives({ name: 'administrator' });
      await colleague.open('/');
      await signIn(colleague, administrator.email, password);
      await seen(
        colleague.page.getByRole('heading', { level: 1 }).filter({ hasNotText: t('auth:signIn.title') }),
      );
      return colleague;
    },
  );
  await story.step('he sees his project only', [adam], async (colleague) => {
    const { page } = colleague;
    await page
      .getByRole('link', { name: t('console:projects.title'), exact: true })
      .first()
      .click();
    const cards = page.getByRole('list', { name: t('console:projects.title') });
    await seenWithout(cards.getByRole('link', { name: lindenhof.name }), page.getByText(millhouse.name));
    await seenWithout(cards, page.getByRole('link', { name: t('console:projects.new') }));
  });
  await story.step(
    'he adds and links no customer: no buttons, and the API forbids it',
    [adam, units],
    async (colleague, known) => {
      const { page } = colleague;
      await page
        .getByRole('link', { name: t('console:contacts.title') })
        .first()
        .click();
      await seenWithout(
        page.getByRole('table'),
        page.getByRole('link', { name: t('console:contacts.new.CUSTOMER') }),
      );
      await colleague.open(known.units[1]!.path);
      await seenWithout(
        page.getByRole('heading', { level: 1, name: lindenhof.units[1]! }),
        page.getByRole('button', { name: t('console:access.link') }),
      );
      const forbidden = ['FORBIDDEN'];
      const input = { firstName: 'Jan', lastName: 'Peeters' };
      assert.deepEqual((await colleague.ask(createCustomer, { input })).codes, forbidden);
      const someone = { unitId: known.units[1]!.id, contactId: known.units[1]!.id };
      assert.deepEqual((await colleague.ask(linkCustomer, { input: someone })).codes, forbidden);
    },
  );
  await story.step(
    'the other project’s buyers are not found',
    [adam, elsewhere, single],
    async (colleague, contactId, { id }) => {
      const asked = async (query: string, asks: string) => (await colleague.ask(query, { id: asks })).codes;
      assert.deepEqual(await asked('query ($id: ID!) { contact(id: $id) { name } }', contactId), [
        'NOT_FOUND',
      ]);
      assert.deepEqual(
        await asked('query ($id: ID!) { project(id: $id) { singleUnit { buyers { id } } } }', id),
        ['NOT_FOUND'],
      );
      const { data } = await colleague.ask('{ contacts(first: 100) { edges { node { name } } } }');
      const names = data.contacts.edges.map(({ node }: { node: { name: string } }) => node.name);
      assert.ok(!names.includes(mila.name), names.join());
    },
  );
}
