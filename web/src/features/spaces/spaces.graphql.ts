import { graphql } from '../../gql';

/** All spaces again, so that lists of the project and of its units agree. */
export const SpacesOfProject = graphql(`
  fragment SpacesOfProject on Project {
    id
    spaces {
      id
      ...SpacePanel_space
      unit {
        id
        spaces {
          id
        }
      }
    }
  }
`);

export const AddSpace = graphql(`
  mutation AddSpace($input: AddSpaceInput!) {
    addSpace(input: $input) {
      project {
        id
        ...SpacesOfProject
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

export const UpdateSpace = graphql(`
  mutation UpdateSpace($input: UpdateSpaceInput!) {
    updateSpace(input: $input) {
      space {
        id
        ...SpacePanel_space
        project {
          id
          ...SpacesOfProject
        }
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

export const DeleteSpace = graphql(`
  mutation DeleteSpace($input: DeleteSpaceInput!) {
    deleteSpace(input: $input) {
      project {
        id
        ...SpacesOfProject
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);
