import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { browse } from '../../testing/browse';
import { aBuyer, aHome, aProject } from '../../testing/portal';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The server finds a home for whoever has it. */
const served = (...homes: ReturnType<typeof aHome>[]) => ({
  viewer: aBuyer({ homes }),
  unit: ({ id }: { id?: string }) => homes.find((home) => home.id === id) ?? null,
});

afterEach(() => window.localStorage.clear());

test('her home greets her, and says that there is nothing to do yet and what will come', async () => {
  await browse('/', served(aHome()));
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Apartment A1.02');
  expect(screen.getByText(/^Good (morning|afternoon|evening), Claire$/)).toBeInTheDocument();
  const todo = screen.getByRole('region', { name: 'What you need to do now' });
  expect(todo).toHaveTextContent('Decisions about your home and surveys will appear here');
  expect(screen.getByRole('region', { name: 'News' })).toHaveTextContent('No news yet');
  expect(window.location.pathname).toBe('/portal/homes/a102');
  expect(document.title).toBe('Apartment A1.02 · Huis & Hof');
});

test('the date that comes next is told in words', async () => {
  const home = aHome({ provisionalAcceptanceOn: inDays(-10), plannedHandoverOn: inDays(21) });
  await browse('/portal/homes/a102', served(home));
  const next = await screen.findByRole('region', { name: 'Next date' });
  expect(next).toHaveTextContent('in 3 weeks');
  expect(next).toHaveTextContent('Planned handover');
});

test('the only home of a project is called as the project is', async () => {
  const villa = aHome({
    number: '1',
    type: 'HOUSE',
    project: aProject({ name: 'Villa Kastanje', kind: 'SINGLE' }),
  });
  await browse('/portal', served(villa));
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Villa Kastanje');
});

test('the menu has only pages that exist', async () => {
  await browse('/portal', served(aHome()));
  const [menu] = screen.getAllByRole('navigation', { name: 'Main navigation' });
  expect(
    within(menu!)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual(['Home', 'Information', 'Profile']);
});

test('who has bought several homes goes from one to the other, and finds the last one again', async () => {
  const person = userEvent.setup();
  const homes = [aHome(), aHome({ id: 'b3', number: 'B.3' })];
  await browse('/portal', served(...homes));
  await person.click(screen.getByRole('link', { name: /Apartment B.3/ }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Apartment B.3' })).toBeInTheDocument();
  cleanup();
  await browse('/portal', served(...homes));
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Apartment B.3');
});

test('the home of someone else is not found, as if it did not exist', async () => {
  await browse('/portal/homes/the-neighbours', served(aHome()));
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('This page is not here');
});
