import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aCompany, browse } from '../../testing/browse';
import { aBuyer, aHome, aProject } from '../../testing/portal';

const visit = (home = aHome(), language: 'EN' | 'FR' | 'DE' = 'EN') =>
  browse(
    '/portal/homes/a102/information',
    { viewer: aBuyer({ homes: [home], language }), unit: home },
    language,
  );
const part = (name: string) => screen.getByRole('region', { name });

test('she finds what is known about her home, in her own formats', async () => {
  await visit(aHome(), 'DE');
  const facts = part('Wohnung A1.02');
  expect(facts).toHaveTextContent('96,5 m²');
  expect(facts).toHaveTextContent('Erdgeschoss');
  expect(facts).toHaveTextContent('Building A');
  expect(facts).toHaveTextContent('384.500,00 €');
  expect(part('Adresse')).toHaveTextContent('Lindelaan 12, Wohnung 39000 GentBelgien');
  expect(part('Gehört zu Ihrer Wohnung')).toHaveTextContent('P14');
});

test('her contacts can be called and written to with one press', async () => {
  await visit();
  const contacts = within(part('Your contacts'));
  expect(contacts.getByText('Sofie Claes')).toBeInTheDocument();
  expect(contacts.getByRole('link', { name: /Call Sofie Claes/ })).toHaveAttribute(
    'href',
    'tel:+32475123456',
  );
  expect(contacts.getByRole('link', { name: /Write to Sofie Claes/ })).toHaveAttribute(
    'href',
    'mailto:sofie@example.com',
  );
});

test('where nobody is named, the company itself can be reached', async () => {
  const home = aHome({ project: aProject({ contactPersons: [] }) });
  const company = { ...aCompany, contactPhone: '+32 9 55' };
  await browse('/portal/homes/a102/information', { viewer: aBuyer({ homes: [home] }), unit: home, company });
  expect(screen.getByRole('link', { name: /Call Huis & Hof/ })).toBeInTheDocument();
});

test('dates stand in their order, each with how far it is and what it means', async () => {
  await visit(
    aHome({
      finalAcceptanceOn: '2100-05-01',
      provisionalAcceptanceOn: '2099-04-01',
      warrantyUntil: '2020-01-01',
    }),
  );
  const [first, second, third] = within(part('Important dates')).getAllByRole('listitem');
  expect(first).toHaveTextContent('Warranty ends');
  expect(first).toHaveTextContent('years ago');
  expect(second).toHaveTextContent(/Provisional acceptance.*2099in \d+ years/);
  expect(third).toHaveTextContent('Final acceptance');
});

test('what is not known yet is promised, not left blank', async () => {
  await visit(aHome({ spaces: [], project: aProject({ address: null, description: null }) }));
  expect(part('Important dates')).toHaveTextContent('Nothing is planned yet');
  expect(part('Plan')).toHaveTextContent('The plan of your home will be shown here');
  expect(part('Address')).toHaveTextContent('not known yet');
  expect(screen.queryByRole('region', { name: /^About/ })).not.toBeInTheDocument();
});

test('the plan opens as large as the screen, and larger by a press', async () => {
  const person = userEvent.setup();
  await visit(aHome({ plan: { id: 'plan', url: '/files/plan.webp' } }));
  await person.click(screen.getByRole('button', { name: /Enlarge/ }));
  const dialog = within(screen.getByRole('dialog', { name: 'Plan' }));
  expect(dialog.getByText('100 %')).toBeInTheDocument();
  await person.click(dialog.getByRole('button', { name: 'Zoom in' }));
  expect(dialog.getByText('150 %')).toBeInTheDocument();
  await person.click(dialog.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});
