import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aViewer, browse } from '../../../testing/browse';

test('choosing another language turns the whole page over at once', async () => {
  const person = userEvent.setup();
  const { asked } = await browse('/console/profile', {
    updateMyProfile: { viewer: aViewer({ language: 'DE' }), emailNeedsConfirmation: false, errors: [] },
  });
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('My profile');
  await person.selectOptions(screen.getByLabelText('Language'), 'DE');
  expect(await screen.findByText('Mein Profil', {}, { timeout: 10_000 })).toBeInTheDocument();
  expect(document.documentElement.lang).toBe('de');
  expect(asked.find(({ name }) => name === 'UpdateMyProfile')?.variables.input).toEqual({ language: 'DE' });
});

test('a changed password leaves nothing behind in the page', async () => {
  const person = userEvent.setup();
  await browse('/console/profile', { changePassword: { viewer: aViewer(), errors: [] } });
  const fields = [screen.getByLabelText('Current password'), screen.getByLabelText('New password')];
  for (const field of fields) {
    await person.click(field);
    await person.paste('a long enough sentence');
  }
  await person.click(screen.getByText('Change the password'));
  await waitFor(() => expect(fields[0]).toHaveValue(''), { timeout: 10_000 });
  expect(fields[1]).toHaveValue('');
});
