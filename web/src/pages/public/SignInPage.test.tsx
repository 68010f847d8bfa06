import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aCompany, anError, type Answers, browse as browseAny } from '../../testing/browse';
import { aBuyer, aHome } from '../../testing/portal';

const english = { ...aCompany, defaultLanguage: 'EN' };
const browse = (path: string, answers: Answers) => browseAny(path, { company: english, ...answers });
const refused = (code: string, reason?: string) => ({
  signIn: { viewer: null, errors: [anError({ code, reason })] },
});

async function signIn(answers: Answers, path = '/login') {
  const person = userEvent.setup();
  const visit = await browse(path, { viewer: null, ...answers });
  await person.type(screen.getByLabelText('E-mail address'), 'claire@example.com');
  await person.type(screen.getByLabelText('Password'), 'a linden in the yard');
  await person.click(screen.getByRole('button', { name: 'Sign in' }));
  return { person, visit };
}

test('wrong credentials are told without saying which of the two, and the address stays', async () => {
  await signIn(refused('VALIDATION_FAILED', 'wrongCredentials'));
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'The e-mail address or the password is not right',
  );
  expect(screen.getByLabelText('E-mail address')).toHaveValue('claire@example.com');
});

test('too many attempts: how long to wait', async () => {
  await signIn(refused('RATE_LIMITED'));
  expect(await screen.findByRole('alert')).toHaveTextContent('Wait a quarter of an hour');
});

test('who has no home left reads a neutral word and finds whom to ask', async () => {
  const company = { ...english, contactEmail: 'hello@example.com', contactPhone: '+32 9 123' };
  await signIn({ company, ...refused('FORBIDDEN', 'nothingOpen') });
  expect(await screen.findByRole('alert')).toHaveTextContent(
    /There is nothing open for this account.*Huis & Hof/,
  );
  expect(screen.getByRole('link', { name: /Call Huis & Hof/ })).toHaveAttribute('href', 'tel:+329123');
  expect(screen.getByRole('link', { name: /Write to Huis & Hof/ })).toBeInTheDocument();
});

test('empty fields are told before the server is asked', async () => {
  const person = userEvent.setup();
  const { asked } = await browse('/login', { viewer: null });
  await person.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(screen.getByLabelText('E-mail address')).toHaveAccessibleDescription(
    'An e-mail address is needed here.',
  );
  expect(screen.getByLabelText('Password')).toHaveAccessibleDescription('Please enter your password.');
  expect(asked.map(({ name }) => name)).not.toContain('SignIn');
});

test('signed in, she is at the page that she wanted to see', async () => {
  let viewer: ReturnType<typeof aBuyer> | null = null;
  const answers = {
    viewer: () => viewer,
    unit: aHome(),
    signIn: () => {
      viewer = aBuyer();
      return { viewer, errors: [] };
    },
  };
  await signIn(answers, '/portal/homes/a102/information');
  await waitFor(() => expect(window.location.pathname).toBe('/portal/homes/a102/information'));
  expect(await screen.findByRole('heading', { level: 1, name: 'Information' })).toBeInTheDocument();
});

test('a return address of another site is not followed', async () => {
  await browse(`/login?return=${encodeURIComponent('//evil.example/x')}`, {
    viewer: aBuyer(),
    unit: aHome(),
  });
  await waitFor(() => expect(window.location.pathname).toBe('/portal/homes/a102'));
});

test('the password can be shown, by keyboard too', async () => {
  const person = userEvent.setup();
  await browse('/login', { viewer: null });
  const password = screen.getByLabelText('Password');
  await person.click(password);
  await person.tab();
  expect(screen.getByRole('button', { name: 'Show the password' })).toHaveFocus();
  await person.keyboard('{Enter}');
  expect(password).toHaveAttribute('type', 'text');
  expect(screen.getByRole('button', { name: 'Hide the password' })).toBeInTheDocument();
});

test('the page can be read in another language before anyone is known', async () => {
  const person = userEvent.setup();
  await browse('/login', { viewer: null });
  await person.selectOptions(screen.getByLabelText('Language'), 'NL');
  expect(await screen.findByRole('button', { name: 'Aanmelden' })).toBeInTheDocument();
  expect(document.documentElement.lang).toBe('nl');
  window.localStorage.clear();
});
