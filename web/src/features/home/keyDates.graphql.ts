import { graphql } from '../../gql';

/** For all of them, and for the one that comes next. */
export const KeyDates_unit = graphql(`
  fragment KeyDates_unit on Unit {
    id
    plannedHandoverOn
    provisionalAcceptanceOn
    finalAcceptanceOn
    warrantyUntil
    structuralWarrantyUntil
  }
`);
