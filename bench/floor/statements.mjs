import { fileOf } from '../lib/database.mjs';

const part = (name) => fileOf(`floor/sql/${name}.sql`);
const parts = {
  viewer: part('viewer'),
  visible: part('visible-contact'),
  contact: part('contact'),
  purchases: part('purchases'),
  person_name: part('person-name').trim(),
};

/** A statement with the parts that several share in their places; without the line that is not asked for. */
const textOf = (name, unasked = /^$/) =>
  part(name)
    .replace(unasked, '')
    .replace(/(?<!:):(viewer|visible|contact|purchases|person_name)\b/g, (_, each) => parts[each]);

/** A cursor as the product writes it: the name of the order, and the values of the last row. */
const placeOf = (after) =>
  after ? JSON.parse(Buffer.from(after, 'base64url').toString()).slice(1) : [null, null];

/** Every word of the search as a pattern. */
const patterns = (search) =>
  search
    .toLowerCase()
    .split(/\s+/)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);

function granting({ input }, { companyId, ip, tokens, uuidv7 }) {
  const linkId = uuidv7();
  const digest = tokens.digest(tokens.forLink(companyId, linkId, 'INVITATION'));
  return [input.buyerIds[0], linkId, digest, uuidv7(), uuidv7(), ip, crypto.randomUUID()];
}

/** The statement of each operation, and its values after those of the session. */
export const statements = {
  PortalHome: { text: textOf('portal-home'), values: ({ id }) => [id] },
  ContactList: { text: textOf('contact-list'), values: ({ after }) => placeOf(after) },
  ContactListWithoutTotal: {
    text: textOf('contact-list', /^.*'totalCount'.*\n/m),
    values: ({ after }) => placeOf(after),
  },
  ContactSearch: { text: textOf('contact-search'), values: ({ search }) => [patterns(search)] },
  UnitPage: { text: textOf('unit-page'), values: ({ id }) => [id] },
  AuditLog: { text: textOf('audit-log'), values: () => [] },
  GrantAccess: { text: textOf('grant-access'), values: granting, writes: true },
};
