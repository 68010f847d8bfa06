import { cleanup, screen, waitFor } from '@testing-library/react';
import { aCompany, browse } from '../../testing/browse';
import { aBuyer, aHome } from '../../testing/portal';

const homes = [aHome(), aHome({ id: 'b3', number: 'B.3' })];
const unit = ({ id }: { id?: string }) => homes.find((home) => home.id === id) ?? null;
const contact = { contactEmail: 'hello@example.com', contactPhone: '+32 9 123' };
const heading = () => screen.getByRole('heading', { level: 1 });

test('a home that is closed while she looks gives way to the one that is left', async () => {
  const visit = await browse('/portal/homes/a102/information', { viewer: aBuyer({ homes }), unit });
  await visit.change({ viewer: aBuyer({ homes: homes.slice(1) }) });
  await waitFor(() => expect(heading()).toHaveTextContent('Apartment B.3'));
  expect(await screen.findByText(/access to the home you were looking at has ended/)).toBeInTheDocument();
  expect(screen.queryByText('A1.02')).not.toBeInTheDocument();
});

test('with no home left there is a friendly word and a number to call; restored, her home is back', async () => {
  const company = { ...aCompany, ...contact };
  const visit = await browse('/portal/homes/a102', { viewer: aBuyer({ homes: [homes[0]!] }), unit, company });
  await visit.change({ viewer: aBuyer({ homes: [], roles: [] }) });
  await waitFor(() => expect(heading()).toHaveTextContent('No home is open to you here at the moment'));
  expect(screen.getByRole('link', { name: /Call Huis & Hof/ })).toHaveAttribute('href', 'tel:+329123');
  expect(screen.getByRole('link', { name: /Write to Huis & Hof/ })).toHaveAttribute(
    'href',
    'mailto:hello@example.com',
  );
  await visit.change({ viewer: aBuyer({ homes: [homes[0]!] }) });
  await waitFor(() => expect(heading()).toHaveTextContent('Apartment A1.02'));
});

test('a partner without a project reads what will come', async () => {
  await browse('/portal', { viewer: aBuyer({ homes: [], roles: ['PARTNER'] }) });
  expect(heading()).toHaveTextContent('Projects');
  expect(screen.getByText(/As soon as Huis & Hof involves you in a project/)).toBeInTheDocument();
});

test('who is in the team and has a home goes to the console and back', async () => {
  await browse('/portal', { viewer: aBuyer({ homes: [homes[0]!], roles: ['OWNER', 'CUSTOMER'] }), unit });
  expect(await screen.findByRole('link', { name: 'To the console' })).toHaveAttribute('href', '/console');
});

test('who only has a home is not offered the console, and does not find it', async () => {
  await browse('/console', { viewer: aBuyer({ homes: [homes[0]!] }), unit });
  expect(heading()).toHaveTextContent('This page is not here');
  cleanup();
  await browse('/portal', { viewer: aBuyer({ homes: [homes[0]!] }), unit });
  expect(screen.queryByText('To the console')).not.toBeInTheDocument();
});
