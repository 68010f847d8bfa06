import { graphql } from '../gql';

/** Who is asking and whose house it is: everything the frame of any page needs, asked once at start. */
export const SessionQuery = graphql(`
  query Session {
    viewer {
      id
      name
      email
      language
      roles
      tourFinished
      picture {
        id
        url(width: 96)
      }
      homes {
        id
        number
        type
        project {
          id
          name
          kind
          image {
            id
            thumbnail: url(width: 160)
          }
        }
      }
      impersonation {
        id
        subjectName
        startedAt
        expiresAt
        actor {
          id
          name
        }
      }
    }
    company {
      id
      name
      slug
      defaultLanguage
      timeZone
      currency
      portalEnabled
      termsVersion
      contactEmail
      contactPhone
      theme {
        primary
        accent
        font
      }
      logo {
        id
        url(width: 320)
        alt
      }
      loginImage {
        id
        small: url(width: 640)
        medium: url(width: 1280)
        large: url(width: 1920)
      }
    }
  }
`);

export const ViewerChangedSubscription = graphql(`
  subscription ViewerChanged {
    viewerChanged {
      id
    }
  }
`);
