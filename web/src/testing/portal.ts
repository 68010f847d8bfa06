import type { Role } from '../gql/graphql';
import { aPage, aViewer } from './browse';

export const aProject = (given: Record<string, unknown> = {}) => ({
  __typename: 'Project',
  id: 'linden',
  name: 'Lindehof',
  kind: 'MULTI',
  description: 'Around an old linden tree.',
  image: null,
  address: {
    street: 'Lindelaan',
    houseNumber: '12',
    box: '3',
    postalCode: '9000',
    city: 'Gent',
    country: 'BE',
  },
  contactPersons: [
    { name: 'Sofie Claes', jobTitle: 'Advisor', email: 'sofie@example.com', phone: '+32 475 12 34 56' },
  ],
  ...given,
});

export const aHome = (given: Record<string, unknown> = {}) => ({
  __typename: 'Unit',
  id: 'a102',
  number: 'A1.02',
  type: 'APARTMENT',
  surface: '96.5',
  floor: 0,
  rooms: 3,
  soldPrice: { amount: '384500.00', currency: 'EUR' },
  vatRegime: '6%',
  location: [
    { __typename: 'Level', id: 'l0', type: 'PROJECT', name: 'Lindehof' },
    { __typename: 'Level', id: 'l1', type: 'BUILDING', name: 'Building A' },
  ],
  spaces: [{ __typename: 'Space', id: 's1', name: 'P14', kind: 'PARKING' }],
  plan: null,
  project: aProject(),
  ...given,
});

interface Buyer {
  homes?: ReturnType<typeof aHome>[];
  roles?: Role[];
  [field: string]: unknown;
}

/** Claire, who bought a home. */
export const aBuyer = ({ homes = [aHome()], roles, ...given }: Buyer = {}) => ({
  ...aViewer({ roles: roles ?? (homes.length ? ['CUSTOMER'] : []) }),
  id: 'claire',
  name: 'Claire Dubois',
  email: 'claire@example.com',
  teamMember: null,
  homes,
  contact: { __typename: 'Contact', id: 'contact', firstName: 'Claire', phone: '+32 9 1', address: null },
  pendingEmail: null,
  sessions: [
    { id: 'here', current: true, device: 'Safari on iPhone', lastSeenAt: '2026-05-04T10:00:00Z' },
    { id: 'there', current: false, device: 'Firefox on Windows', lastSeenAt: '2026-05-01T10:00:00Z' },
  ],
  impersonations: aPage(),
  ...given,
});

export const anImpersonation = (minutes = 30) => ({
  __typename: 'Impersonation',
  id: 'look',
  subjectName: 'Claire Dubois',
  startedAt: new Date().toISOString(),
  expiresAt: new Date(Date.now() + minutes * 60_000).toISOString(),
  opened: [],
  actor: { __typename: 'TeamMember', id: 'olivia', name: 'Olivia Maes' },
});
