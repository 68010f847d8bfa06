import { cursorOf } from '../session.mjs';

/** PostGraphile's answers in the shape of the product's, so that they can be compared; done while nothing is timed. */
const moment = (text) => text && new Date(text).toISOString();
const money = (minor, currency) =>
  minor === null ? null : { amount: `${minor.slice(0, -2)}.${minor.slice(-2)}`, currency };
const named = ({ firstName, lastName }) => `${firstName} ${lastName}`;
const url = ({ rowId, widths }, width) => {
  const fitting = widths.find((kept) => kept >= width);
  return fitting ? `/files/${rowId}/${fitting}` : `/files/${rowId}`;
};
const image = (file, sizes, more = {}) =>
  file && {
    id: file.rowId,
    ...Object.fromEntries(Object.entries(sizes).map(([name, width]) => [name, url(file, width)])),
    ...more,
  };
const withId = ({ rowId, ...rest }) => ({ id: rowId, ...rest });

function locationOf({ levelByCompanyIdAndProjectIdAndRowId: own }) {
  const above = [];
  for (
    let at = own?.levelByCompanyIdAndProjectIdAndParentId;
    at;
    at = at.levelByCompanyIdAndProjectIdAndParentId
  ) {
    above.unshift({ id: at.rowId, type: at.type, name: at.name });
  }
  return above;
}

const actionsInState = {
  NOT_YET_INVITED: ['GRANT_ACCESS', 'REMOVE'],
  INVITED: ['RESEND_INVITATION', 'CANCEL_INVITATION', 'REVOKE_ACCESS', 'IMPERSONATE'],
  ACTIVE: ['REVOKE_ACCESS', 'IMPERSONATE'],
  REVOKED: ['RESTORE_ACCESS', 'REMOVE'],
};
const actions = (state, role) =>
  actionsInState[state].filter((each) => role === 'OWNER' || (role !== 'CUSTOMER' && each === 'IMPERSONATE'));

const strongestFirst = ['ACTIVE', 'INVITED', 'REVOKED', 'NOT_YET_INVITED'];
function accessOf({ isCustomer, isPartner, identityId, unitBuyersByCompanyIdAndContactId: { nodes } }) {
  const states = nodes.map(({ accessState }) => accessState);
  const none = !states.length && !isCustomer && !isPartner;
  return {
    accessState: none ? null : (strongestFirst.find((each) => states.includes(each)) ?? 'NOT_YET_INVITED'),
    viewerCanImpersonate:
      identityId !== null && (isPartner || states.includes('ACTIVE') || states.includes('INVITED')),
  };
}

const projectOf = ({ projectByCompanyIdAndProjectId: found }) => withId(found);
const unitOf = ({ rowId, number, ...rest }) => ({ id: rowId, number, project: projectOf(rest) });

function contactOf(node, role) {
  const firm = node.partnerCompanyByCompanyIdAndPartnerCompanyId;
  return {
    id: node.rowId,
    name: named(node),
    email: node.email,
    phone: node.phone,
    createdAt: moment(node.createdAt),
    saleCancelled: node.saleCancelled,
    viewerCanEdit: role === 'OWNER',
    lastSeenAt: moment(node.login?.lastSeenAt ?? null),
    partnerCompany: firm && withId(firm),
    ...accessOf(node),
    purchases: node.unitBuyersByCompanyIdAndContactId.nodes.map((buyer) => ({
      id: buyer.rowId,
      accessState: buyer.accessState,
      invitedAt: moment(buyer.invitedAt),
      actions: actions(buyer.accessState, role),
      unit: unitOf(buyer.unitByCompanyIdAndUnitId),
    })),
    leads: node.unitLeadsByCompanyIdAndContactId.nodes.map((lead) => ({
      id: lead.rowId,
      unit: unitOf(lead.unitByCompanyIdAndUnitId),
    })),
  };
}

function pageOf({ edges, pageInfo, ...rest }, cursor, node) {
  const shown = edges.map((edge) => ({ cursor: cursor(edge.node), node: node(edge.node) }));
  return {
    ...rest,
    edges: shown,
    pageInfo: { hasNextPage: pageInfo.hasNextPage, endCursor: shown.at(-1)?.cursor ?? null },
  };
}

const contacts = (found, role) =>
  // Here a list is open to everybody and shows a customer herself alone; the product refuses it.
  role === 'CUSTOMER' && found.edges.length <= 1
    ? { refused: true }
    : {
        contacts: pageOf(
          found,
          ({ sortName, rowId }) => cursorOf('sortName,id', sortName, rowId),
          (node) => contactOf(node, role),
        ),
      };

function portalHome(
  { identityByCompanyIdAndRowId: me, companyByRowId: company, unitByCompanyIdAndRowId: unit },
  role,
) {
  if (!unit) return { refused: true };
  const contact = me.contactByCompanyIdAndIdentityId;
  const member = me.teamMemberByCompanyIdAndIdentityIdAndEmail;
  const homes = contact?.unitBuyersByCompanyIdAndContactId.nodes ?? [];
  const {
    fileByRowIdAndLogoId: logo,
    fileByRowIdAndLoginImageId: login,
    primary,
    accent,
    font,
    ...facts
  } = company;
  const project = unit.projectByCompanyIdAndProjectId;
  return {
    viewer: {
      id: me.rowId,
      name: named(member ?? contact),
      email: me.email,
      language: me.language,
      roles: role === 'CUSTOMER' ? [role] : [member.role, ...(homes.length ? ['CUSTOMER'] : [])],
      tourFinished: me.tourFinishedAt !== null,
      picture: null,
      impersonation: null,
      homes: homes.map(
        ({ unitByCompanyIdAndUnitId: { rowId, number, type, projectByCompanyIdAndProjectId: of } }) => ({
          id: rowId,
          number,
          type,
          project: { ...withId(of), image: image(of.image, { thumbnail: 160 }) },
        }),
      ),
      contact: contact && { id: contact.rowId, firstName: contact.firstName },
    },
    company: {
      ...withId(facts),
      theme: { primary, accent, font },
      logo: image(logo, { url: 320 }, { alt: company.name }),
      loginImage: image(login, { small: 640, medium: 1280, large: 1920 }),
    },
    unit: {
      ...factsOf(unit),
      soldPrice: role === 'CUSTOMER' ? null : money(unit.soldPriceMinor, unit.currency),
      project: {
        ...withId(project),
        address: { city: project.address.city },
        image: image(project.image, { medium: 960, large: 1920 }),
      },
      location: locationOf(unit),
      spaces: unit.spacesByCompanyIdAndProjectIdAndUnitId.nodes.map(withId),
    },
  };
}

/** What stands in the row itself; the rest of what was asked is shaped by who calls this. */
function factsOf({ rowId, ...unit }) {
  const own = Object.entries(unit).filter(
    ([name, value]) =>
      (value === null || typeof value !== 'object') && !/Minor$|^currency$|^plan$/.test(name),
  );
  return { id: rowId, ...Object.fromEntries(own) };
}

function invitationOf({ accessState }, { login }) {
  if (accessState !== 'INVITED') return { invitationExpiresAt: null, invitationMail: null };
  return {
    invitationExpiresAt: moment(login.links.nodes[0]?.expiresAt ?? null),
    invitationMail: login.waiting.nodes.length ? 'QUEUED' : (login.mails.nodes[0]?.state ?? null),
  };
}

const timesOf = ({ invitedAt, activatedAt, revokedAt }) => ({
  invitedAt: moment(invitedAt),
  activatedAt: moment(activatedAt),
  revokedAt: moment(revokedAt),
});

function unitPage({ unitByCompanyIdAndRowId: unit }, role) {
  if (!unit) return { refused: true };
  const isTeam = role !== 'CUSTOMER';
  const isOwner = role === 'OWNER';
  return {
    unit: {
      ...factsOf(unit),
      soldAt: moment(unit.soldAt),
      basePrice: isTeam ? money(unit.basePriceMinor, unit.currency) : null,
      soldPrice: isTeam ? money(unit.soldPriceMinor, unit.currency) : null,
      viewerCanEdit: isTeam,
      viewerCanMarkSold: isOwner && ['AVAILABLE', 'IN_OPTION'].includes(unit.saleState),
      viewerCanLinkCustomer: isOwner && ['SOLD', 'HANDED_OVER'].includes(unit.saleState),
      project: projectOf(unit),
      plan: image(unit.plan, { url: 1280 }),
      location: locationOf(unit),
      spaces: unit.spacesByCompanyIdAndProjectIdAndUnitId.nodes.map((space) => {
        const { saleState, ...of } = space.unitByCompanyIdAndProjectIdAndUnitId;
        const { rowId: id, name, kind, version } = space;
        const price = isTeam ? money(space.priceMinor, space.currency) : null;
        return { id, name, kind, version, price, saleState, unit: withId(of) };
      }),
      leads: isTeam
        ? unit.unitLeadsByCompanyIdAndUnitId.nodes.map(
            ({ contactByCompanyIdAndContactId: her, ...lead }) => ({
              ...withId(lead),
              contact: { id: her.rowId, name: named(her) },
            }),
          )
        : null,
      buyers: unit.unitBuyersByCompanyIdAndUnitId.nodes.map((buyer) => {
        const her = buyer.contactByCompanyIdAndContactId;
        return {
          id: buyer.rowId,
          isPrimary: buyer.isPrimary,
          accessState: buyer.accessState,
          actions: actions(buyer.accessState, role),
          ...timesOf(buyer),
          ...invitationOf(buyer, her),
          contact: { id: her.rowId, name: named(her), email: her.email, version: her.version },
          unit: unitOf(buyer.unitByCompanyIdAndUnitId),
        };
      }),
    },
  };
}

function personOf(identity) {
  const found =
    identity?.teamMemberByCompanyIdAndIdentityIdAndEmail ?? identity?.contactByCompanyIdAndIdentityId;
  return found ? named(found) : null;
}

function objectOf({ contactObject, unitObject, buyerObject }) {
  if (contactObject) return named(contactObject);
  if (unitObject) return unitObject.number;
  if (!buyerObject) return null;
  return `${named(buyerObject.contactByCompanyIdAndContactId)} · ${buyerObject.unitByCompanyIdAndUnitId.number}`;
}

const auditLog = ({ allAuditEvents: found }, role) =>
  role === 'CUSTOMER' && !found.edges.length
    ? { refused: true }
    : {
        auditLog: pageOf(
          found,
          ({ at, rowId }) => cursorOf('at,id', moment(at), rowId),
          (node) => ({
            id: node.rowId,
            at: moment(node.at),
            action: node.action,
            objectType: node.objectType,
            objectId: node.objectId,
            ip: node.ip,
            changes: node.changes,
            actorName: personOf(node.actor),
            onBehalfOfName: personOf(node.onBehalfOf),
            objectName: objectOf(node),
            project: node.project && withId(node.project),
          }),
        ),
      };

function grantAccess({ postgraphileGrantAccess: { result } }, role) {
  const { contactByCompanyIdAndContactId: her, rowId: id, accessState, version } = result;
  const state = { id, accessState, version, actions: actions(accessState, role) };
  const contact = { id: her.rowId, ...accessOf(her) };
  return {
    grantAccess: {
      errors: [],
      buyers: [{ ...state, ...timesOf(result), ...invitationOf(result, her), contact }],
    },
  };
}

export const answers = {
  PortalHome: portalHome,
  ContactList: ({ allContacts }, role) => contacts(allContacts, role),
  ContactListWithoutTotal: ({ allContacts }, role) => contacts(allContacts, role),
  ContactSearch: ({ postgraphileSearchCustomers: found }, role) => contacts(found, role),
  UnitPage: unitPage,
  AuditLog: auditLog,
  GrantAccess: grantAccess,
};
