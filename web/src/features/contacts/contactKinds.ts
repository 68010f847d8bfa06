import type { ContactKind } from '../../gql/graphql';

/** The tabs of the contact list, in their order, and what stands for each in an address. */
export const contactKinds = ['CUSTOMER', 'PARTNER', 'LEAD'] as const satisfies readonly ContactKind[];

export const slugOfKind = { CUSTOMER: 'customer', PARTNER: 'partner', LEAD: 'lead' } as const;

export const kindOfSlug = (slug: string | undefined): ContactKind | null =>
  contactKinds.find((kind) => slugOfKind[kind] === slug) ?? null;
