import { InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

/** One entry per list as filtered and sorted; `first` and `after` only page through it. */
export const createCache = () =>
  new InMemoryCache({
    possibleTypes: {
      Node: [
        'AuditEvent',
        'Company',
        'Contact',
        'Impersonation',
        'Level',
        'PartnerCompany',
        'Project',
        'Space',
        'TeamMember',
        'Unit',
        'UnitBuyer',
        'UnitLead',
      ],
    },
    typePolicies: {
      Query: {
        fields: {
          contacts: relayStylePagination(['kind', 'search', 'accessState', 'projectId', 'sort']),
          partnerCompanies: relayStylePagination(['search']),
          projects: relayStylePagination(['search', 'kind', 'sort']),
          teamMembers: relayStylePagination(['search', 'state', 'role']),
          auditLog: relayStylePagination(['action', 'objectId', 'projectId', 'from', 'until']),
          impersonations: relayStylePagination([]),
        },
      },
      Project: { fields: { units: relayStylePagination(['search', 'saleState', 'sort']) } },
      Viewer: { fields: { impersonations: relayStylePagination([]) } },
      CompanySettings: { keyFields: [] },
      // Pictures of different widths are one object with one address per width.
      Image: { merge: true },
      Theme: { merge: true },
      Address: { merge: true },
    },
  });

/** The nodes of a connection that may not have been allowed or loaded. */
export function nodesOf<T>(connection: { edges: readonly { node: T }[] } | null | undefined): T[] {
  return connection?.edges.map((edge) => edge.node) ?? [];
}
