import { InMemoryCache } from '@apollo/client';

/** What the server said, by object. How lists page themselves is added by the console, which alone has some (`lists.ts`). */
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
