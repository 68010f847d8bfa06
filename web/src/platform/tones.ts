import type { AccessState, LeadStage, SaleState } from '../gql/graphql';

/** What each state is coloured wherever it is shown; the word always stands beside the colour. */
export const accessTones = {
  NOT_YET_INVITED: 'neutral',
  INVITED: 'info',
  ACTIVE: 'good',
  REVOKED: 'danger',
} as const satisfies Record<AccessState, string>;

export const saleTones = {
  NOT_FOR_SALE: 'neutral',
  AVAILABLE: 'good',
  IN_OPTION: 'warning',
  SOLD: 'info',
  HANDED_OVER: 'neutral',
} as const satisfies Record<SaleState, string>;

export const leadTones = {
  NEW: 'info',
  CONTACTED: 'info',
  VISIT: 'warning',
  OPTION: 'warning',
  CONVERTED: 'good',
  LOST: 'neutral',
} as const satisfies Record<LeadStage, string>;

export const teamTones = {
  INVITED: 'info',
  ACTIVE: 'good',
  DEACTIVATED: 'danger',
  ANONYMISED: 'neutral',
} as const;
