import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anError, browse } from '../../testing/browse';

const claire = (given: Record<string, unknown> = {}) => ({
  __typename: 'Contact',
  id: 'claire',
  kinds: ['CUSTOMER'],
  firstName: 'Claire',
  lastName: 'Dubois',
  name: 'Claire Dubois',
  email: 'claire@example.com',
  phone: '+32 9 1',
  language: 'FR',
  notes: null,
  address: {
    street: 'Lindelaan',
    houseNumber: '12',
    box: null,
    postalCode: '9000',
    city: 'Gent',
    country: 'Belgique',
  },
  accessState: 'NOT_YET_INVITED',
  purchases: [],
  leads: [],
  saleCancelled: false,
  createdAt: '2026-01-05T10:00:00Z',
  viewerCanImpersonate: false,
  viewerCanEdit: true,
  version: 4,
  ...given,
});

const saved = (given: object = {}) => ({
  contact: claire({ version: 5, ...given }),
  emailNeedsConfirmation: false,
  errors: [],
});

const changes = (asked: { name: string; variables: Record<string, unknown> }[]) =>
  asked.filter(({ name }) => name === 'UpdateContact').map(({ variables }) => variables.input);

test('somebody else saved first: what she typed stays, and she is shown what is saved now', async () => {
  const person = userEvent.setup();
  let stands = claire();
  const { asked } = await browse('/console/contacts/claire?edit=true', {
    contact: () => stands,
    updateContact: ({ input }: { input?: { version: number } }) => {
      if (input?.version === stands.version) return saved();
      return { ...saved(), contact: null, errors: [anError({ code: 'STALE_VERSION' })] };
    },
  });
  const phone = await screen.findByLabelText('Phone');
  await person.clear(phone);
  await person.type(phone, '+32 9 2');
  // A colleague was quicker.
  stands = claire({ phone: '+32 9 3', lastName: 'Dubois-Maes', version: 9 });
  await person.click(screen.getByRole('button', { name: 'Save' }));

  await person.click(await screen.findByRole('button', { name: 'Load the latest version' }));
  const offer = await screen.findByText(/The latest version is loaded and your text is kept/);
  const theirs = within(offer.parentElement!);
  expect(theirs.getByText('+32 9 3')).toBeInTheDocument();
  expect(theirs.getByText('Dubois-Maes')).toBeInTheDocument();
  expect(theirs.queryByText('Claire')).toBeNull();
  expect(phone).toHaveValue('+32 9 2');

  await person.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('button', { name: 'Edit' })).toBeInTheDocument();
  // Her own change alone goes: the new name that her colleague gave stays.
  expect(changes(asked)).toEqual([
    { id: 'claire', version: 4, change: { phone: '+32 9 2' } },
    { id: 'claire', version: 9, change: { phone: '+32 9 2' } },
  ]);
});

test('a country that was written out can be kept, and is not sent where nothing else of the address changed', async () => {
  const person = userEvent.setup();
  const { asked } = await browse('/console/contacts/claire?edit=true', {
    contact: claire(),
    updateContact: saved(),
  });
  const country = await screen.findByLabelText('Country');
  expect(country).toHaveValue('Belgique');
  await person.type(screen.getByLabelText('Notes', { exact: false }), 'Calls in the evening.');
  await person.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('button', { name: 'Edit' })).toBeInTheDocument();
  expect(changes(asked)).toEqual([{ id: 'claire', version: 4, change: { notes: 'Calls in the evening.' } }]);
});

test('a country is shown in the language of the reader', async () => {
  const address = { ...claire().address, country: 'DE' };
  await browse('/console/contacts/claire', { contact: claire({ address }) });
  expect(await screen.findByText(/Germany/)).toBeInTheDocument();
});
