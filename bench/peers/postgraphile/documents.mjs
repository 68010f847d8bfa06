/** The client's questions in the words of the schema that PostGraphile makes of the tables: the same rows and facts. */
const project = 'projectByCompanyIdAndProjectId';
const level = 'levelByCompanyIdAndProjectIdAndParentId';
const oneLevel = 'rowId type name';
const location = `levelByCompanyIdAndProjectIdAndRowId { ${level} { ${oneLevel} ${level} { ${oneLevel} ${level} { ${oneLevel} } } } }`;
const spaces = (fields) =>
  `spacesByCompanyIdAndProjectIdAndUnitId(orderBy: [NAME_ASC, ROW_ID_ASC]) { nodes { rowId name kind ${fields} } }`;
const dates =
  'plannedHandoverOn provisionalAcceptanceOn finalAcceptanceOn warrantyUntil structuralWarrantyUntil';
const image = '{ rowId widths }';

const PortalHome = `query PortalHome($company: UUID!, $identity: UUID!, $id: UUID!) {
  identityByCompanyIdAndRowId(companyId: $company, rowId: $identity) {
    rowId email language tourFinishedAt
    teamMemberByCompanyIdAndIdentityIdAndEmail { firstName lastName role }
    contactByCompanyIdAndIdentityId {
      rowId firstName lastName
      unitBuyersByCompanyIdAndContactId(condition: { accessState: "ACTIVE" }, orderBy: [ROW_ID_ASC]) {
        nodes { unitByCompanyIdAndUnitId { rowId number type ${project} { rowId name kind image ${image} } } }
      }
    }
  }
  companyByRowId(rowId: $company) {
    rowId name slug defaultLanguage timeZone currency portalEnabled termsVersion contactEmail contactPhone primary accent font
    fileByRowIdAndLogoId ${image} fileByRowIdAndLoginImageId ${image}
  }
  unitByCompanyIdAndRowId(companyId: $company, rowId: $id) {
    rowId number type surface floor rooms vatRegime soldPriceMinor currency ${dates}
    ${project} { rowId name kind address image ${image} }
    ${location} ${spaces('')}
  }
}`;

const contact = `
  rowId firstName lastName email phone createdAt saleCancelled isCustomer isPartner identityId sortName
  login { lastSeenAt }
  partnerCompanyByCompanyIdAndPartnerCompanyId { rowId name }
  unitBuyersByCompanyIdAndContactId(orderBy: [ROW_ID_ASC]) {
    nodes { rowId accessState invitedAt unitByCompanyIdAndUnitId { rowId number ${project} { rowId name kind } } }
  }
  unitLeadsByCompanyIdAndContactId(orderBy: [ROW_ID_ASC]) {
    nodes { rowId unitByCompanyIdAndUnitId { rowId number ${project} { rowId name } } }
  }`;
const contacts = (total) => `query Contacts($after: Cursor) {
  allContacts(condition: { isCustomer: true }, orderBy: [SORT_NAME_ASC], first: 50, after: $after) {
    ${total} edges { cursor node { ${contact} } } pageInfo { hasNextPage endCursor }
  }
}`;

const ContactSearch = `query ContactSearch($words: [String]!) {
  postgraphileSearchCustomers(words: $words, first: 50) {
    totalCount edges { cursor node { ${contact} } } pageInfo { hasNextPage endCursor }
  }
}`;

const invitation = `login {
  links(condition: { purpose: "INVITATION", usedAt: null }) { nodes { expiresAt } }
  waiting(condition: { job: "access.send-invitation" }) { nodes { runAt } }
  mails(condition: { template: "invitation" }, orderBy: [CREATED_AT_DESC, ROW_ID_DESC], first: 1) { nodes { state } }
}`;

const UnitPage = `query UnitPage($company: UUID!, $id: UUID!) {
  unitByCompanyIdAndRowId(companyId: $company, rowId: $id) {
    rowId number type surface floor rooms vatRegime approvalRule ${dates} saleState soldAt version
    basePriceMinor soldPriceMinor currency
    ${project} { rowId name kind } plan ${image} ${location}
    ${spaces('version priceMinor currency unitByCompanyIdAndProjectIdAndUnitId { rowId number saleState }')}
    unitLeadsByCompanyIdAndUnitId(orderBy: [ROW_ID_ASC]) {
      nodes { rowId stage source note nextStep lostReason version contactByCompanyIdAndContactId { rowId firstName lastName } }
    }
    unitBuyersByCompanyIdAndUnitId(orderBy: [IS_PRIMARY_DESC, ROW_ID_ASC]) {
      nodes {
        rowId isPrimary accessState invitedAt activatedAt revokedAt
        contactByCompanyIdAndContactId { rowId firstName lastName email version ${invitation} }
        unitByCompanyIdAndUnitId { rowId number ${project} { rowId name kind } }
      }
    }
  }
}`;

const person = `{
  teamMemberByCompanyIdAndIdentityIdAndEmail { firstName lastName } contactByCompanyIdAndIdentityId { firstName lastName }
}`;
const AuditLog = `query AuditLog {
  allAuditEvents(orderBy: [AT_DESC, ROW_ID_DESC], first: 50) {
    edges {
      cursor
      node {
        rowId at action objectType objectId ip changes
        actor ${person} onBehalfOf ${person}
        contactObject { firstName lastName } unitObject { number }
        buyerObject { contactByCompanyIdAndContactId { firstName lastName } unitByCompanyIdAndUnitId { number } }
        project { rowId name }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

const GrantAccess = `mutation GrantAccess($id: UUID!) {
  postgraphileGrantAccess(input: { buyerId: $id }) {
    result {
      rowId accessState invitedAt activatedAt revokedAt version
      contactByCompanyIdAndContactId {
        rowId isCustomer isPartner identityId ${invitation} unitBuyersByCompanyIdAndContactId { nodes { accessState } }
      }
    }
  }
}`;

export const documents = {
  PortalHome,
  ContactList: contacts('totalCount'),
  ContactListWithoutTotal: contacts(''),
  ContactSearch,
  UnitPage,
  AuditLog,
  GrantAccess,
};
