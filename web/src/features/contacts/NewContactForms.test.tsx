import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anError, browse } from '../../testing/browse';

test('an address that somebody has already leads to that person, and nothing typed is lost', async () => {
  const person = userEvent.setup();
  await browse('/console/contacts/new/customer', {
    createCustomer: {
      errors: [{ ...anError({ code: 'DUPLICATE_EMAIL', field: ['email'] }), existingId: 'jan' }],
    },
  });
  await person.type(screen.getByLabelText(/First name/), 'Claire');
  await person.type(screen.getByLabelText(/Last name/), 'Dubois');
  await person.type(screen.getByLabelText('E-mail'), 'jan@example.com');
  await person.click(screen.getByRole('button', { name: 'Add customer' }));

  const offer = await screen.findByRole('link', { name: 'Open the person who has this address' });
  expect(offer).toHaveAttribute('href', '/console/open/jan');
  expect(screen.getByLabelText('E-mail')).toBeInvalid();
  expect(screen.getByLabelText('E-mail')).toHaveValue('jan@example.com');
  expect(screen.getByLabelText(/First name/)).toHaveValue('Claire');
});

test('where the other person is not hers to see, no way there is offered', async () => {
  const person = userEvent.setup();
  await browse('/console/contacts/new/lead', {
    createLead: { errors: [anError({ code: 'DUPLICATE_EMAIL', field: ['email'] })] },
  });
  await person.type(screen.getByLabelText(/First name/), 'Claire');
  await person.type(screen.getByLabelText(/Last name/), 'Dubois');
  await person.click(screen.getByRole('button', { name: 'Add lead' }));

  expect(await screen.findByRole('alert')).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: /Open the person/ })).toBeNull();
});
