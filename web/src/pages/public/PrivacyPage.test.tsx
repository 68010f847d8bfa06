import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aCompany, browse } from '../../testing/browse';
import { aBuyer, aHome } from '../../testing/portal';

const company = { ...aCompany, defaultLanguage: 'EN', privacyText: 'We keep little.\nAnd not for long.' };

test('the sign-in page leads to what the company says about privacy, and from there back', async () => {
  const person = userEvent.setup();
  await browse('/login', { viewer: null, company });
  await person.click(screen.getByRole('link', { name: 'Privacy' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Privacy' })).toBeInTheDocument();
  expect(screen.getByText(/We keep little/)).toHaveTextContent('We keep little. And not for long.');
  await person.click(screen.getByRole('link', { name: 'Back' }));
  expect(await screen.findByRole('button', { name: 'Sign in' })).toBeInTheDocument();
});

test('whoever is invited can read it before she accepts, without losing what she typed', async () => {
  const invitationLink = {
    audience: 'PORTAL',
    state: 'OPEN',
    firstName: 'Claire',
    email: 'c•••@example.com',
    language: 'EN',
  };
  await browse('/invitation/token', { viewer: null, company, invitationLink });
  const link = screen.getByRole('link', { name: /Read what Huis & Hof says about privacy/ });
  expect(link).toHaveAttribute('href', '/privacy');
  expect(link).toHaveAttribute('target', '_blank');
});

test('a company that wrote nothing yet is named as whom to ask', async () => {
  await browse('/privacy', {
    viewer: null,
    company: { ...company, privacyText: null, contactEmail: 'a@example.com' },
  });
  expect(screen.getByText(/Nothing has been written here yet. Ask Huis & Hof/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: /Write to Huis & Hof/ })).toBeInTheDocument();
});

test('a buyer finds it in her profile', async () => {
  await browse('/portal/profile', { viewer: aBuyer(), unit: aHome(), company });
  const link = await screen.findByRole('link', { name: /Read what Huis & Hof says about privacy/ });
  expect(link).toHaveAttribute('href', '/privacy');
});
