import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aPage, anError, browse } from '../../testing/browse';
import { aBuyer, anImpersonation } from '../../testing/portal';

const part = (name: string) => within(screen.getByRole('region', { name }));
const saved = (viewer = aBuyer()) => ({ viewer, emailNeedsConfirmation: false, errors: [] });

test('she changes her phone number, and only that is sent', async () => {
  const person = userEvent.setup();
  const { asked } = await browse('/portal/profile', { viewer: aBuyer(), updateMyProfile: saved() });
  const phone = await screen.findByLabelText('Phone');
  await person.clear(phone);
  await person.type(phone, '+32 9 2');
  await person.click(part('About you').getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Saved')).toBeInTheDocument();
  expect(asked.find(({ name }) => name === 'UpdateMyProfile')?.variables).toEqual({
    input: { phone: '+32 9 2' },
  });
});

test('her name is shown, and is the company’s to change', async () => {
  await browse('/portal/profile', { viewer: aBuyer() });
  expect(await screen.findByLabelText('Name')).toHaveAttribute('readonly');
  expect(screen.getByText('To have it changed, ask Huis & Hof.')).toBeInTheDocument();
});

test('a new e-mail address waits until its own mailbox has confirmed it', async () => {
  const person = userEvent.setup();
  const pending = aBuyer({ pendingEmail: 'new@example.com' });
  await browse('/portal/profile', {
    viewer: aBuyer(),
    updateMyProfile: { ...saved(pending), emailNeedsConfirmation: true },
  });
  await person.type(await screen.findByLabelText('New e-mail address'), 'new@example.com');
  await person.click(screen.getByRole('button', { name: 'Change the address' }));
  expect(await screen.findByText(/Waiting for new@example.com to be confirmed/)).toBeInTheDocument();
  expect(screen.getByText('Now: claire@example.com')).toBeInTheDocument();
  expect(screen.getByLabelText('New e-mail address')).toHaveValue('');
});

test('a wrong current password is told at its field, and nothing typed is lost', async () => {
  const person = userEvent.setup();
  const refused = anError({
    code: 'VALIDATION_FAILED',
    reason: 'wrongCredentials',
    field: ['currentPassword'],
  });
  await browse('/portal/profile', { viewer: aBuyer(), changePassword: { viewer: null, errors: [refused] } });
  await person.type(await screen.findByLabelText('Current password'), 'not it');
  await person.type(screen.getByLabelText('New password'), 'a linden in the yard');
  await person.click(screen.getByRole('button', { name: 'Change the password' }));
  await waitFor(() => expect(screen.getByLabelText('Current password')).toBeInvalid());
  expect(screen.getByLabelText('Current password')).toHaveAccessibleDescription(
    'This is not your current password.',
  );
  expect(screen.getByLabelText('New password')).toHaveValue('a linden in the yard');
});

test('a session elsewhere can be ended; the one in use says that it is this device', async () => {
  const person = userEvent.setup();
  const [here] = aBuyer().sessions;
  const { asked } = await browse('/portal/profile', {
    viewer: aBuyer(),
    endSession: { viewer: aBuyer({ sessions: [here] }), errors: [] },
  });
  expect(await screen.findByText('This device')).toBeInTheDocument();
  await person.click(screen.getByRole('button', { name: 'End the session on Firefox on Windows' }));
  await waitFor(() => expect(screen.queryByText('Firefox on Windows')).not.toBeInTheDocument());
  expect(asked.find(({ name }) => name === 'EndSession')?.variables).toEqual({ input: { id: 'there' } });
});

test('she sees who looked at her portal, when, why and at what', async () => {
  const look = {
    ...anImpersonation(),
    startedAt: '2026-05-04T08:00:00Z',
    endedAt: '2026-05-04T08:10:00Z',
    reason: 'Her question about the kitchen',
    opened: [
      { typeName: 'Unit', objectId: 'a102', at: '2026-05-04T08:01:00Z' },
      { typeName: 'Unit', objectId: 'a102', at: '2026-05-04T08:02:00Z' },
      { typeName: 'Project', objectId: 'linden', at: '2026-05-04T08:03:00Z' },
    ],
  };
  await browse('/portal/profile', { viewer: aBuyer({ impersonations: aPage(look) }) });
  const visits = await screen.findByRole('region', { name: 'Who looked at your portal' });
  expect(visits).toHaveTextContent('Olivia Maes');
  expect(visits).toHaveTextContent(/10:00.*10:10/);
  expect(visits).toHaveTextContent('Reason: Her question about the kitchen');
  expect(visits).toHaveTextContent('Opened: your home and your project');
});

test('nobody has looked yet: that is said, and that it would be noted', async () => {
  await browse('/portal/profile', { viewer: aBuyer() });
  expect(await screen.findByText('Nobody so far')).toBeInTheDocument();
});
