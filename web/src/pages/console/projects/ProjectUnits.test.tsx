import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aPage, browse } from '../../../testing/browse';

const unit = (number: string) => ({
  __typename: 'Unit',
  id: number,
  number,
  type: 'APARTMENT',
  saleState: 'AVAILABLE',
  location: [],
  buyers: [],
  version: 1,
});
const projectWith = (...numbers: string[]) => ({
  __typename: 'Project',
  id: 'linden',
  name: 'Linden Court',
  kind: 'MULTI',
  state: 'ACTIVE',
  unitCount: 2,
  viewerCanEdit: true,
  spaces: [],
  levels: [],
  contactPersons: [],
  administrators: [],
  version: 1,
  units: aPage(...numbers.map(unit)),
});
const lists = (asked: { name: string; variables: Record<string, unknown> }[]) =>
  asked.filter(({ name }) => name === 'ProjectUnits').map(({ variables }) => variables);

test('a search for a buyer is the server’s to answer, and stands in the address', async () => {
  const person = userEvent.setup();
  const visit = await browse('/console/projects/linden', { project: projectWith('A1', 'A2') });
  expect(await screen.findByRole('link', { name: /A2/ })).toHaveAttribute('href', '/console/units/A2');
  await person.type(screen.getByRole('textbox', { name: 'Search by number or buyer' }), 'dubois');
  await waitFor(() => expect(lists(visit.asked).at(-1)).toMatchObject({ search: 'dubois' }));
  await waitFor(() => expect(window.location.search).toContain('q=dubois'));
});

test('a copied address opens the same list', async () => {
  const { asked } = await browse('/console/projects/linden?q=dubois&sale=SOLD&sort=NUMBER_DESC', {
    project: projectWith('A1'),
  });
  expect(screen.getByRole('textbox', { name: 'Search by number or buyer' })).toHaveValue('dubois');
  expect(lists(asked)[0]).toMatchObject({ search: 'dubois', saleState: ['SOLD'], sort: 'NUMBER_DESC' });
});

test('where nothing fits, the way back to all of them is one press', async () => {
  const person = userEvent.setup();
  const { asked } = await browse('/console/projects/linden?q=zzz', { project: projectWith() });
  await person.click(await screen.findByRole('button', { name: 'Clear search and filters' }));
  await waitFor(() => expect(lists(asked).at(-1)).toMatchObject({ search: null, saleState: null }));
});
