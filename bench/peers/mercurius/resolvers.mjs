import { cursorOf, placeOf } from '../session.mjs';
import { count, rows } from './database.mjs';
import { grantAccess } from './grant.mjs';

const refused = () => {
  throw new Error('This is not for you.');
};
const team = ({ viewer }) => viewer.role ?? refused();

/** One page by keyset of the rows that the viewer sees. */
async function page(viewer, table, { where = '', values = [], order, first, after, placeOfRow, keys }) {
  const place = after ? placeOf(after) : [];
  const next = values.length + 3;
  const columns = `(row.${order.by}, row.id)`;
  const beyond = after ? `AND ${columns} ${order.descending ? '<' : '>'} ($${next}, $${next + 1}::uuid)` : '';
  const direction = order.descending ? ' DESC' : '';
  const found = await rows(
    viewer,
    table,
    `${where} ${beyond} ORDER BY row.${order.by}${direction}, row.id${direction} LIMIT ${first + 1}`,
    [...values, ...place],
  );
  const edges = found
    .slice(0, first)
    .map((node) => ({ node, cursor: cursorOf(keys, placeOfRow(node), node.id) }));
  return {
    edges,
    pageInfo: { hasNextPage: found.length > first, endCursor: edges.at(-1)?.cursor ?? null },
    count: () => count(viewer, table, where, values),
  };
}

const kinds = { CUSTOMER: 'is_customer', PARTNER: 'is_partner', LEAD: 'is_lead' };

function contacts(_, { kind, search, first, after }, context) {
  team(context);
  const words = search?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
  const text = `concat_ws(' ', row.search_text, row.email, (SELECT f.sort_name FROM partner_companies f
    WHERE f.company_id = $1 AND f.id = row.partner_company_id))`;
  return page(context.viewer, 'contacts', {
    where: `AND row.${kinds[kind]} ${words.map((_word, index) => `AND ${text} LIKE $${index + 3}`).join(' ')}`,
    values: words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`),
    order: { by: 'sort_name' },
    placeOfRow: ({ sortName }) => sortName,
    keys: 'sortName,id',
    first,
    after,
  });
}

function auditLog(_, { first, after }, context) {
  team(context);
  return page(context.viewer, 'audit_events', {
    order: { by: 'at', descending: true },
    placeOfRow: ({ at }) => at,
    keys: 'at,id',
    first,
    after,
  });
}

const oneOf = async (viewer, table, id) => (await rows(viewer, table, 'AND row.id = $3', [id]))[0] ?? null;

async function company(_, __, { viewer }) {
  const [found] = await rows({ ...viewer }, 'companies');
  return { ...found, theme: found };
}

const money = (minor, currency) =>
  minor === null ? null : { amount: `${String(minor).slice(0, -2)}.${String(minor).slice(-2)}`, currency };
const actions = {
  NOT_YET_INVITED: ['GRANT_ACCESS', 'REMOVE'],
  INVITED: ['RESEND_INVITATION', 'CANCEL_INVITATION', 'REVOKE_ACCESS', 'IMPERSONATE'],
  ACTIVE: ['REVOKE_ACCESS', 'IMPERSONATE'],
  REVOKED: ['RESTORE_ACCESS', 'REMOVE'],
};
const isSold = ({ saleState }) => saleState === 'SOLD' || saleState === 'HANDED_OVER';
const isOwner = ({ viewer }) => viewer.role === 'OWNER';

/** Fields that need no statement; all others are loaders. */
export const resolvers = {
  Query: {
    viewer: (_, __, { viewer }) => viewer,
    company,
    unit: async (_, { id }, { viewer }) => (await oneOf(viewer, 'units', id)) ?? refused(),
    contacts,
    auditLog,
  },
  Mutation: {
    grantAccess: (_, { input }, context) => (isOwner(context) ? grantAccess(context, input) : refused()),
  },
  Viewer: {
    roles: ({ role, isCustomer }) => [...(role ? [role] : []), ...(isCustomer ? ['CUSTOMER'] : [])],
    contact: (viewer) => (viewer.contactId ? oneOf(viewer, 'contacts', viewer.contactId) : null),
    homes: async (viewer) => {
      if (!viewer.contactId) return [];
      const links = await rows(
        viewer,
        'unit_buyers',
        `AND row.contact_id = $2 AND row.access_state = 'ACTIVE' ORDER BY row.id`,
      );
      const homes = await rows(viewer, 'units', 'AND row.id = ANY($3::uuid[])', [
        links.map(({ unitId }) => unitId),
      ]);
      return links.map(({ unitId }) => homes.find(({ id }) => id === unitId)).filter(Boolean);
    },
    picture: () => null,
    impersonation: () => null,
  },
  ContactConnection: { totalCount: (connection) => connection.count() },
  Image: {
    alt: ({ alt }) => alt ?? null,
    url: ({ id, widths }, { width }) => {
      const fitting = widths.find((kept) => kept >= width);
      return fitting ? `/files/${id}/${fitting}` : `/files/${id}`;
    },
  },
  Unit: {
    basePrice: ({ basePriceMinor, currency }, _, { viewer }) =>
      viewer.role && money(basePriceMinor, currency),
    soldPrice: ({ soldPriceMinor, currency }, _, { viewer }) =>
      viewer.role && money(soldPriceMinor, currency),
    viewerCanEdit: (_, __, { viewer }) => viewer.role !== null,
    viewerCanMarkSold: ({ saleState }, _, context) =>
      isOwner(context) && (saleState === 'AVAILABLE' || saleState === 'IN_OPTION'),
    viewerCanLinkCustomer: (unit, _, context) => isOwner(context) && isSold(unit),
  },
  Space: {
    price: ({ priceMinor, currency }, _, { viewer }) => viewer.role && money(priceMinor, currency),
  },
  UnitBuyer: {
    actions: ({ accessState }, _, { viewer }) =>
      actions[accessState].filter(
        (action) => viewer.role === 'OWNER' || (viewer.role && action === 'IMPERSONATE'),
      ),
  },
  Contact: {
    name: ({ firstName, lastName }) => `${firstName} ${lastName}`,
    viewerCanEdit: (_, __, context) => isOwner(context),
  },
};
