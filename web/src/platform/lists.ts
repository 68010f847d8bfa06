import type { InMemoryCache, TypePolicies } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { relayStylePagination } from '@apollo/client/utilities';
import { useState } from 'react';

/** One entry per list as filtered and sorted; `first` and `after` only page through it. */
const policies: TypePolicies = {
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
};

/** Lets the lists of the pages below page themselves; before the first of them asks. */
export function useLists(): void {
  const { cache } = useApolloClient();
  useState(() => (cache as InMemoryCache).policies.addTypePolicies(policies));
}
