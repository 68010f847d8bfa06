import { graphql } from '../../gql';

/** The tree as every change of it answers. */
export const LevelsOfProject = graphql(`
  fragment LevelsOfProject on Project {
    id
    unitCount
    ...LevelTree_project
  }
`);

export const AddLevel = graphql(`
  mutation AddLevel($input: AddLevelInput!) {
    addLevel(input: $input) {
      project {
        id
        ...LevelsOfProject
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

export const RenameLevel = graphql(`
  mutation RenameLevel($input: RenameLevelInput!) {
    renameLevel(input: $input) {
      level {
        id
        name
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

export const MoveLevel = graphql(`
  mutation MoveLevel($input: MoveLevelInput!) {
    moveLevel(input: $input) {
      project {
        id
        ...LevelsOfProject
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

export const DeleteLevel = graphql(`
  mutation DeleteLevel($input: DeleteLevelInput!) {
    deleteLevel(input: $input) {
      project {
        id
        ...LevelsOfProject
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);
