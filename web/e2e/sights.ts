import type { Demo } from './demo';
import type { Person } from './person';
import { seen } from './seen';
import type { Texts } from './texts';

/** One page, as somebody reaches it. */
export interface Sight {
  name: string;
  path: string;
  /** Opens what stands on it only after a press. */
  show?: (page: Person['page'], t: Texts) => Promise<void>;
}

/** Every page of the product, by who comes to see it. */
export type Sights = Record<'visitor' | 'owner' | 'customer' | 'partner', Sight[]>;

export function sightsOf(demo: Demo): Sights {
  return {
    visitor: publicPages(demo),
    owner: consolePages(demo),
    customer: portalPages(demo),
    partner: partnerPages,
  };
}

const publicPages = ({ invitation, reset }: Demo): Sight[] => [
  { name: 'sign-in', path: '/login' },
  { name: 'sign-in refused', path: '/login', show: (page, t) => press(page, t('auth:signIn.submit')) },
  { name: 'invitation', path: invitation },
  { name: 'invitation spent', path: '/invitation/spent' },
  { name: 'reset asked', path: '/reset' },
  { name: 'reset', path: reset },
  { name: 'privacy', path: '/privacy' },
  { name: 'reset spent', path: '/reset/spent' },
  { name: 'address confirmed', path: '/confirm-email/spent' },
  { name: 'no such page', path: '/nowhere' },
  { name: 'mailbox', path: '/demo/mailbox' },
];

const consolePages = ({ multi, single, sold, available, customer, partner, lead, member }: Demo): Sight[] => [
  { name: 'customers', path: '/console/contacts' },
  { name: 'menu of a customer', path: '/console/contacts?again', show: openMenu },
  { name: 'partners', path: '/console/contacts?tab=PARTNER' },
  { name: 'leads', path: '/console/contacts?tab=LEAD' },
  { name: 'nobody found', path: '/console/contacts?q=zzzz' },
  { name: 'new customer', path: '/console/contacts/new/customer' },
  {
    name: 'new customer refused',
    path: '/console/contacts/new/customer?again',
    show: (page, t) => press(page, t('console:contacts.addCustomer')),
  },
  { name: 'new partner', path: '/console/contacts/new/partner' },
  { name: 'new lead', path: '/console/contacts/new/lead' },
  { name: 'customer', path: `/console/contacts/${customer}` },
  { name: 'customer edited', path: `/console/contacts/${customer}?edit=true` },
  { name: 'partner', path: `/console/contacts/${partner}` },
  { name: 'lead', path: `/console/contacts/${lead}` },
  { name: 'projects', path: '/console/projects' },
  { name: 'new project', path: '/console/projects/new' },
  { name: 'units', path: `/console/projects/${multi}` },
  { name: 'structure', path: `/console/projects/${multi}?tab=structure` },
  { name: 'spaces', path: `/console/projects/${multi}?tab=spaces` },
  { name: 'menu of a space', path: `/console/projects/${multi}?tab=spaces&again`, show: openMenu },
  { name: 'information', path: `/console/projects/${multi}?tab=information` },
  { name: 'people', path: `/console/projects/${multi}?tab=people` },
  { name: 'new units', path: `/console/projects/${multi}/add-units` },
  { name: 'single home', path: `/console/projects/${single}` },
  { name: 'unit sold', path: `/console/units/${sold}` },
  { name: 'unit edited', path: `/console/units/${sold}?edit=true` },
  { name: 'unit available', path: `/console/units/${available}` },
  {
    name: 'unit being sold',
    path: `/console/units/${available}?again`,
    show: (page, t) => press(page, t('console:sales.markSold')),
  },
  { name: 'team', path: '/console/team' },
  { name: 'new colleague', path: '/console/team/new' },
  { name: 'projects of a colleague', path: '/console/team/new?again', show: openList },
  { name: 'colleague', path: `/console/team/${member}` },
  { name: 'audit log', path: '/console/audit' },
  { name: 'impersonations', path: '/console/audit?tab=impersonations' },
  { name: 'settings', path: '/console/settings' },
  { name: 'time zones', path: '/console/settings?again', show: openList },
  { name: 'own profile', path: '/console/profile' },
  { name: 'not in the console', path: '/console/nowhere' },
];

const portalPages = ({ home, otherHome }: Demo): Sight[] => [
  { name: 'home', path: `/portal/homes/${home}` },
  { name: 'home information', path: `/portal/homes/${home}/information` },
  { name: 'other home', path: `/portal/homes/${otherHome}` },
  { name: 'other home information', path: `/portal/homes/${otherHome}/information` },
  { name: 'profile', path: '/portal/profile' },
  {
    name: 'account menu',
    path: '/portal/profile?again',
    show: async (page, t) => {
      await page.getByRole('button', { name: new RegExp(`^${t('nav.account')}`) }).click();
      await seen(page.getByRole('button', { name: t('actions.signOut') }).last());
    },
  },
  { name: 'not in the portal', path: '/portal/nowhere' },
];

const partnerPages: Sight[] = [
  { name: 'partner projects', path: '/portal/projects' },
  { name: 'partner profile', path: '/portal/profile' },
];

async function press(page: Person['page'], name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
  await seen(page.getByRole('dialog').or(page.getByRole('alert')).first());
}

/** What the three dots of the first row hold. */
async function openMenu(page: Person['page'], t: Texts): Promise<void> {
  const dots = new RegExp(t('actions.moreFor', { name: '.+' }));
  await page.getByRole('main').getByRole('button', { name: dots }).first().click();
  await seen(page.getByRole('menu'));
}

/** What can be chosen in the first field that is searched by typing. */
async function openList(page: Person['page']): Promise<void> {
  await page.getByRole('main').locator('input[aria-haspopup="listbox"]').first().click();
  await seen(page.getByRole('listbox'));
}
