import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aMember, anError, aPage, browse } from '../../testing/browse';

const projects = [
  { __typename: 'Project', id: 'linden', name: 'Linden Court' },
  { __typename: 'Project', id: 'villa', name: 'Villa Eikenhof' },
];
const pieter = aMember({
  id: 'pieter',
  firstName: 'Pieter',
  lastName: 'De Smet',
  name: 'Pieter De Smet',
  role: 'ADMINISTRATOR',
  projects,
});
const jana = aMember({ id: 'jana', name: 'Jana Vos', role: 'ADMINISTRATOR' });

/** Mantine draws its dialogs a moment after they open. */
const dialog = async () => within(await screen.findByRole('dialog', {}, { timeout: 10_000 }));

test('deactivating a colleague lists his projects and hands them over in the same step', async () => {
  const person = userEvent.setup();
  const { asked } = await browse('/console/team/pieter?dialog=deactivate', {
    node: pieter,
    teamMembers: aPage(aMember(), jana, pieter),
    deactivateTeamMember: { teamMember: { ...pieter, state: 'DEACTIVATED', projects: [] }, errors: [] },
  });
  const { getByText, getByLabelText, findByRole } = await dialog();
  expect(getByText('Linden Court')).toBeInTheDocument();
  expect(getByText('Villa Eikenhof')).toBeInTheDocument();
  await findByRole('option', { name: 'Jana Vos · Administrator' });
  // He cannot hand over to himself.
  const heirs = within(getByLabelText('Who takes over?')).getAllByRole('option');
  expect(heirs.map(({ textContent }) => textContent)).toEqual([
    'Nobody: leave them to the owners',
    'Olivia Maes · Owner',
    'Jana Vos · Administrator',
  ]);

  await person.selectOptions(getByLabelText('Who takes over?'), 'jana');
  await person.click(getByText('Deactivate'));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const sent = asked.find(({ name }) => name === 'DeactivateTeamMember');
  expect(sent?.variables.input).toEqual({ id: 'pieter', handOverToId: 'jana' });
});

test('the last owner stays: the dialog says why and keeps open', async () => {
  const person = userEvent.setup();
  await browse('/console/team/olivia?dialog=deactivate', {
    node: aMember(),
    deactivateTeamMember: {
      errors: [anError({ code: 'VALIDATION_FAILED', reason: 'lastOwner', field: ['id'] })],
    },
  });
  const { getByText, findByRole } = await dialog();
  await person.click(getByText('Deactivate'));
  expect(await findByRole('alert')).toHaveTextContent('Olivia Maes is the last active owner.');
});
