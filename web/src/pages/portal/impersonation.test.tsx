import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anError, aViewer, browse } from '../../testing/browse';
import { aBuyer, aHome, anImpersonation } from '../../testing/portal';

const looking = (minutes?: number, language: 'EN' | 'FR' = 'EN') => ({
  viewer: aBuyer({ impersonation: anImpersonation(minutes), language, tourFinished: false }),
  unit: aHome(),
});
const owner = aViewer();

/** The server, whose answer to the stop is that she is herself again. */
function stoppable(minutes?: number) {
  let { viewer } = looking(minutes) as { viewer: Record<string, unknown> };
  const stopImpersonation = () => {
    viewer = owner;
    return { viewer, errors: [] };
  };
  return { viewer: () => viewer, unit: aHome(), stopImpersonation };
}

afterEach(() => {
  window.sessionStorage.clear();
});

test('a bar on every page says whose eyes they are and how long it lasts, in her language', async () => {
  await browse('/portal', looking(30, 'FR'), 'FR');
  const bar = screen.getByRole('region', { name: /Vous regardez à la place/ });
  expect(bar).toHaveTextContent('Claire Dubois');
  expect(within(bar).getByRole('timer')).toHaveTextContent(/^(30:00|29:5\d)$/);
});

test('nothing can be changed: every field and button of the profile is out of use', async () => {
  await browse('/portal/profile', looking());
  expect(await screen.findByLabelText('Phone')).toBeDisabled();
  expect(screen.getByLabelText('New e-mail address')).toBeDisabled();
  expect(screen.getByLabelText('Current password')).toBeDisabled();
  expect(screen.getByLabelText('Language')).toBeDisabled();
  for (const name of ['Save', 'Choose a picture', 'Change the address', 'Change the password']) {
    expect(screen.getByRole('button', { name })).toBeDisabled();
  }
  expect(screen.getByRole('button', { name: /End the session/ })).toBeDisabled();
  expect(screen.queryByRole('button', { name: 'Sign out' })).not.toBeInTheDocument();
});

test('the tour is hers to take, not for those who look', async () => {
  const { asked } = await browse('/portal', looking());
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(asked.map(({ name }) => name)).not.toContain('FinishTour');
});

test('a refusal of the server is a calm word, not a failure', async () => {
  const { signal } = await import('../../platform/signals');
  await browse('/portal', looking());
  act(() => signal('readOnly'));
  expect(await screen.findByText(/Nothing can be changed here/)).toBeInTheDocument();
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Apartment A1.02');
});

test('stopping under the profile picture leads back to where it started', async () => {
  const person = userEvent.setup();
  window.sessionStorage.setItem('portico.impersonation.from', '/console/contacts?q=claire');
  await browse('/portal', stoppable());
  const account = screen.getByRole('group', { name: /Your account: Claire Dubois/ });
  await person.click(within(account).getByRole('button', { name: 'Stop impersonation' }));
  await waitFor(() => expect(window.location.pathname).toBe('/console/contacts'));
  expect(window.location.search).toBe('?q=claire');
});

test('when the time is up it says so and leads back to the contacts', async () => {
  await browse('/portal', stoppable(0.05));
  expect(await screen.findByText(/The half hour is over/, {}, { timeout: 10_000 })).toBeInTheDocument();
  await waitFor(() => expect(window.location.pathname).toBe('/console/contacts'));
});

test('when it ends elsewhere, what was loaded of her goes and the team member is back at work', async () => {
  const visit = await browse('/portal', looking());
  await visit.change({ viewer: owner });
  await waitFor(() => expect(window.location.pathname).toBe('/console/contacts'));
  expect(await screen.findByText(/You are yourself again/)).toBeInTheDocument();
  expect(screen.queryByText('Claire Dubois')).not.toBeInTheDocument();
});

test('a stop that the server refuses is told, and she stays where she is', async () => {
  const person = userEvent.setup();
  const refused = { stopImpersonation: { viewer: null, errors: [anError({ code: 'CONFLICT' })] } };
  await browse('/portal', { ...looking(), ...refused });
  const bar = screen.getByRole('region', { name: /looking through someone else/ });
  await person.click(within(bar).getByRole('button', { name: 'Stop impersonation' }));
  expect(await screen.findByText(/clashes with something/)).toBeInTheDocument();
  expect(await screen.findByRole('region', { name: /looking through someone else/ })).toBeInTheDocument();
});
