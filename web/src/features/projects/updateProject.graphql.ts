import { graphql } from '../../gql';

export const UpdateProject = graphql(`
  mutation UpdateProject($input: UpdateProjectInput!) {
    updateProject(input: $input) {
      project {
        id
        name
        kind
        description
        version
        address {
          street
          houseNumber
          box
          postalCode
          city
          country
        }
        image {
          id
          url(width: 1280)
        }
        levels {
          id
          name
        }
        singleUnit {
          id
        }
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);
