import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anError, browse } from '../../testing/browse';

const unit = {
  __typename: 'Unit',
  id: 'a1',
  number: 'A1',
  project: { __typename: 'Project', id: 'linden', name: 'Linden Court', kind: 'MULTI' },
};

const contact = (given: Record<string, unknown> = {}) => ({
  __typename: 'Contact',
  id: 'claire',
  kinds: ['CUSTOMER'],
  firstName: 'Claire',
  lastName: 'Dubois',
  name: 'Claire Dubois',
  email: 'claire@example.com',
  language: 'FR',
  accessState: 'NOT_YET_INVITED',
  leads: [],
  saleCancelled: false,
  createdAt: '2026-01-05T10:00:00Z',
  viewerCanImpersonate: false,
  viewerCanEdit: true,
  version: 4,
  ...given,
});

const buyer = (given: Record<string, unknown> = {}) => ({
  __typename: 'UnitBuyer',
  id: 'buyer',
  isPrimary: true,
  accessState: 'NOT_YET_INVITED',
  actions: ['GRANT_ACCESS', 'REMOVE'],
  version: 1,
  unit,
  contact: contact(),
  ...given,
});

const page = (purchase: ReturnType<typeof buyer>, person = contact()) => ({
  contact: { ...person, purchases: [{ ...purchase, contact: person }] },
});

const card = async () => within(await screen.findByRole('article', { name: 'Claire Dubois' }));

test.each([
  ['INVITED', ['RESEND_INVITATION', 'REVOKE_ACCESS'], ['Resend invitation', 'Revoke access'], []],
  ['ACTIVE', ['REVOKE_ACCESS', 'IMPERSONATE'], ['View as customer', 'Revoke access'], []],
  ['REVOKED', ['RESTORE_ACCESS', 'REMOVE'], ['Remove from this home…'], ['Restore access']],
])('the card of a buyer who is %s offers what the server allows and nothing else', async (...row) => {
  const [accessState, actions, entries, buttons] = row;
  const person = userEvent.setup();
  await browse('/console/contacts/claire', page(buyer({ accessState, actions })));
  const { getByRole, queryAllByRole } = await card();

  const menu = getByRole('button', { name: 'More actions for Claire Dubois' });
  const others = queryAllByRole('button').filter((button) => button !== menu);
  expect(others.map(({ textContent }) => textContent)).toEqual(buttons);
  await person.click(menu);
  const items = await screen.findAllByRole('menuitem');
  expect(items.map(({ textContent }) => textContent)).toEqual(entries);
});

test('who may do nothing sees neither buttons nor a menu', async () => {
  await browse('/console/contacts/claire', page(buyer({ accessState: 'ACTIVE', actions: [] })));
  const { queryByRole } = await card();
  expect(queryByRole('button')).toBeNull();
});

test('an invitation that could not be delivered is said on the card', async () => {
  const bounced = { accessState: 'INVITED', actions: [], invitationMail: 'BOUNCED' };
  await browse('/console/contacts/claire', page(buyer(bounced)));
  const { getByText } = await card();
  expect(getByText(/could not be delivered/)).toBeInTheDocument();
});

test('a missing address is asked where access is granted, and both happen in one go', async () => {
  const person = userEvent.setup();
  let granted = 0;
  const { asked } = await browse('/console/contacts/claire', {
    ...page(buyer(), contact({ email: null })),
    grantAccess: () => {
      granted += 1;
      const invited = buyer({ accessState: 'INVITED', actions: ['RESEND_INVITATION'] });
      return granted === 1
        ? {
            buyers: [],
            errors: [anError({ code: 'VALIDATION_FAILED', reason: 'required', field: ['email'] })],
          }
        : { buyers: [invited], errors: [] };
    },
    updateContact: { contact: contact({ version: 5 }), emailNeedsConfirmation: false, errors: [] },
  });
  const { getByRole, findByLabelText, findByText } = await card();
  await person.click(getByRole('button', { name: 'Grant access' }));
  const email = await findByLabelText('E-mail');
  expect(email).toHaveAccessibleDescription(/An e-mail address is needed here/);
  expect(email).toHaveFocus();

  await person.type(email, 'claire@example.com');
  await person.click(getByRole('button', { name: 'Save and grant access' }));
  expect(await findByText('Invited')).toBeInTheDocument();
  const sent = asked.filter(({ name }) => name === 'AddAddress' || name === 'GrantAccess');
  expect(sent.map(({ name }) => name)).toEqual(['GrantAccess', 'AddAddress', 'GrantAccess']);
  expect(sent[1]?.variables.input).toEqual({
    id: 'claire',
    version: 4,
    change: { email: 'claire@example.com' },
  });
});

test('removing says what will be deleted, and waits for the typed name', async () => {
  const person = userEvent.setup();
  const preview = { endsLogin: true, unitBecomesFree: true, counts: [{ kind: 'sessions', count: 2 }] };
  const { asked } = await browse('/console/contacts/claire', {
    ...page(buyer({ accessState: 'REVOKED', actions: ['REMOVE'] })),
    unit: { ...unit, buyers: [buyer({ removalPreview: preview })] },
    removeCustomer: {
      unit: {
        ...unit,
        saleState: 'AVAILABLE',
        viewerCanMarkSold: true,
        viewerCanLinkCustomer: false,
        buyers: [],
      },
      contact: contact({ purchases: [] }),
      deleted: [],
      errors: [],
    },
  });
  const { getByRole } = await card();
  await person.click(getByRole('button', { name: 'More actions for Claire Dubois' }));
  await person.click(await screen.findByRole('menuitem', { name: 'Remove from this home…' }));
  const dialog = within(await screen.findByRole('dialog', {}, { timeout: 10_000 }));
  expect(await dialog.findByText('2 open sessions')).toBeInTheDocument();
  expect(dialog.getByText('The login: this is the last home')).toBeInTheDocument();

  const confirm = dialog.getByText('Remove for good').closest('button');
  const name = dialog.getByLabelText(/Type “Claire Dubois”/);
  await person.type(name, 'Claire');
  expect(confirm).toBeDisabled();
  await person.type(name, ' Dubois');
  await person.click(dialog.getByLabelText('Put the unit back to Available'));
  await person.click(dialog.getByText('Remove for good'));

  await waitFor(() => expect(asked.some((each) => each.name === 'RemoveCustomer')).toBe(true));
  expect(asked.find((each) => each.name === 'RemoveCustomer')?.variables.input).toEqual({
    buyerId: 'buyer',
    confirmName: 'Claire Dubois',
    makeUnitAvailable: true,
  });
});
