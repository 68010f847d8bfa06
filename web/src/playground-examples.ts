interface Example {
  query: string;
  /** JSON, as the editor shows it. */
  variables?: string;
}

const example = (query: string, variables?: object): Example => ({
  query,
  ...(variables && { variables: JSON.stringify(variables, null, 2) }),
});

/** Each runs as it stands, for an owner; the last two but one change something. */
export const examples: Example[] = [
  example(`# Who am I, and what may I do here?
query Me {
  viewer {
    id
    name
    email
    language
    roles
    teamMember {
      role
      state
      projects {
        name
      }
    }
    sessions {
      device
      current
      lastSeenAt
    }
  }
}
`),
  example(`# The company as everybody sees it.
query Company {
  company {
    id
    name
    slug
    defaultLanguage
    timeZone
    currency
    theme {
      primary
      accent
      font
    }
    logo {
      url(width: 320)
      alt
    }
  }
}
`),
  example(`# What only owners see of it.
query Settings {
  companySettings {
    version
    contactEmail
    sessionIdleHoursTeam
    uploadLimits {
      purpose
      maxBytes
      mimeTypes
    }
  }
}
`),
  example(
    `# Customers by name, ten at a time. Pass endCursor as "after" for the next page.
query Customers($search: String, $after: String) {
  contacts(kind: CUSTOMER, search: $search, first: 10, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        name
        email
        language
      }
    }
  }
}
`,
    { search: null, after: null },
  ),
  example(`# Projects with their units, buyers and the access these have.
query Projects {
  projects(first: 5) {
    edges {
      node {
        id
        name
        kind
        units(first: 10) {
          edges {
            node {
              id
              number
              type
              saleState
              buyers {
                accessState
                contact {
                  name
                }
                actions
              }
            }
          }
        }
      }
    }
  }
}
`),
  example(`# The whole team.
query Team {
  teamMembers {
    totalCount
    edges {
      node {
        id
        name
        email
        role
        state
        lastSeenAt
        projects {
          name
        }
      }
    }
  }
}
`),
  example(
    `# What happened lately, and who did it.
query Log($action: String) {
  auditLog(action: $action, first: 20) {
    edges {
      node {
        at
        action
        actorName
        onBehalfOfName
        objectType
        objectName
        changes {
          field
          before
          after
        }
      }
    }
  }
}
`,
    { action: null },
  ),
  example(`# Who looked through whose eyes.
query Impersonations {
  impersonations(first: 10) {
    edges {
      node {
        subjectName
        reason
        startedAt
        endedAt
        actor {
          name
        }
        opened {
          typeName
          objectId
          at
        }
      }
    }
  }
}
`),
  example(
    `# Adds a customer. Nothing is sent to her until she is granted access.
mutation AddCustomer($input: CreateCustomerInput!) {
  createCustomer(input: $input) {
    contact {
      id
      name
      email
      language
    }
    errors {
      code
      field
      reason
      message
    }
  }
}
`,
    { input: { firstName: 'Ada', lastName: 'Example', language: 'EN' } },
  ),
  example(
    `# Adds a project of a single home. All that is wrong is told at once, in "errors".
mutation AddProject($input: CreateProjectInput!) {
  createProject(input: $input) {
    project {
      id
      name
      kind
      singleUnit {
        id
        number
        saleState
      }
    }
    errors {
      code
      field
      reason
      message
    }
  }
}
`,
    { input: { name: 'An example', kind: 'SINGLE' } },
  ),
  example(`# Fires when what you may see or do has changed. Change something in another window.
subscription Changes {
  viewerChanged {
    id
    name
    roles
  }
}
`),
];
