import { graphql } from '../gql';

/** In every payload: `errors { ...UserErrorParts @unmask }`; forms and toasts read it, not components. */
export const UserErrorParts = graphql(`
  fragment UserErrorParts on UserError {
    code
    message
    field
    reason
    from
    to
    existingId
    proposal
    limit
  }
`);
