import { graphql } from '../../gql';

export const MakeUnitAvailable = graphql(`
  mutation MakeUnitAvailable($input: MakeUnitAvailableInput!) {
    makeUnitAvailable(input: $input) {
      unit {
        id
        viewerCanLinkCustomer
        ...SaleState_unit
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

export const MarkUnitSold = graphql(`
  mutation MarkUnitSold($input: MarkUnitSoldInput!) {
    markUnitSold(input: $input) {
      unit {
        id
        viewerCanLinkCustomer
        ...SaleState_unit
        ...LeadPanel_unit
        buyers {
          id
          ...CustomerCard_buyer
        }
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);
