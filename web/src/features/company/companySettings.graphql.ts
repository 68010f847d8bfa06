import { graphql } from '../../gql';

/** All that a change of the settings may alter, so that every open part of the page follows, the frame too. */
export const CompanySettings_settings = graphql(`
  fragment CompanySettings_settings on CompanySettings {
    version
    contactEmail
    contactPhone
    sessionIdleHoursTeam
    sessionIdleDaysPortal
    impersonationReasonRequired
    company {
      id
      name
      defaultLanguage
      timeZone
      currency
      privacyText
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
    uploadLimits {
      purpose
      maxBytes
      mimeTypes
    }
  }
`);

export const UpdateCompany = graphql(`
  mutation UpdateCompany($input: UpdateCompanyInput!) {
    updateCompany(input: $input) {
      settings {
        ...CompanySettings_settings
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);
