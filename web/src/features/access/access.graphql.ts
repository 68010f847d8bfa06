import { graphql } from '../../gql';

/** What every card of a person shows after her access changed anywhere. */
export const AccessChanged = graphql(`
  fragment AccessChanged on UnitBuyer {
    id
    accessState
    actions
    invitedAt
    invitationExpiresAt
    invitationMail
    activatedAt
    revokedAt
    version
    contact {
      id
      accessState
      viewerCanImpersonate
    }
  }
`);

export const GrantAccessMutation = graphql(`
  mutation GrantAccess($input: GrantAccessInput!) {
    grantAccess(input: $input) {
      buyers {
        id
        ...AccessChanged
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

export const ResendInvitation = graphql(`
  mutation ResendInvitation($input: ResendInvitationInput!) {
    resendInvitation(input: $input) {
      buyer {
        id
        ...AccessChanged
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

export const CancelInvitation = graphql(`
  mutation CancelInvitation($input: CancelInvitationInput!) {
    cancelInvitation(input: $input) {
      buyer {
        id
        ...AccessChanged
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

export const RevokeAccess = graphql(`
  mutation RevokeAccess($input: RevokeAccessInput!) {
    revokeAccess(input: $input) {
      buyer {
        id
        ...AccessChanged
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

export const RestoreAccessMutation = graphql(`
  mutation RestoreAccess($input: RestoreAccessInput!) {
    restoreAccess(input: $input) {
      buyer {
        id
        ...AccessChanged
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);
