import { byIds, manyBy, select } from './database.mjs';

const one =
  (table, property) =>
  (queries, { viewer }) =>
    byIds(
      viewer,
      table,
      queries.map(({ obj }) => obj[property]),
    );
const many =
  (table, column, property, order) =>
  (queries, { viewer }) =>
    manyBy(viewer, table, column, property, { keys: queries.map(({ obj }) => obj.id), order });

const purchases = many('unit_buyers', 'contact_id', 'contactId', 'row.id');

/** The visible levels above each unit, from the project down. */
async function location(queries, { viewer }) {
  const own = await byIds(
    viewer,
    'levels',
    queries.map(({ obj }) => obj.id),
  );
  const paths = own.map((level) => level?.path.split('/').slice(0, -1) ?? []);
  const ids = [...new Set(paths.flat())];
  const above = new Map((await byIds(viewer, 'levels', ids)).map((level, index) => [ids[index], level]));
  return paths.map((path) => path.map((id) => above.get(id)).filter(Boolean));
}

/** How the last invitation of each buyer fares. */
async function invitation(queries, { viewer }) {
  const invited = queries.filter(({ obj }) => obj.accessState === 'INVITED').map(({ obj }) => obj.contactId);
  const found = invited.length
    ? await select(
        `SELECT c.id AS "contactId",
                (SELECT bench.moment(l.expires_at) FROM login_links l WHERE l.company_id = $1 AND l.identity_id = c.identity_id
                    AND l.used_at IS NULL AND l.purpose = 'INVITATION') AS "expiresAt",
                coalesce((SELECT CASE WHEN bool_or(o.run_at < 'infinity') THEN 'QUEUED' WHEN bool_or(true) THEN 'FAILED' END
                    FROM outbox o WHERE o.company_id = $1 AND o.subject_id = c.identity_id AND o.job = 'access.send-invitation'),
                  (SELECT d.state FROM mail_deliveries d WHERE d.company_id = $1 AND d.identity_id = c.identity_id
                      AND d.template = 'invitation' ORDER BY d.created_at DESC, d.id DESC LIMIT 1)) AS mail
           FROM contacts c WHERE c.company_id = $1 AND c.id = ANY($2::uuid[])`,
        [viewer.companyId, invited],
      )
    : [];
  const byContact = new Map(found.map((row) => [row.contactId, row]));
  return queries.map(({ obj }) => (obj.accessState === 'INVITED' ? byContact.get(obj.contactId) : undefined));
}

async function lastSeenAt(queries, { viewer }) {
  const ids = queries.map(({ obj }) => obj.identityId);
  const found = await select(
    `SELECT id, bench.moment(last_seen_at) AS "lastSeenAt" FROM identities WHERE company_id = $1 AND id = ANY($2::uuid[])`,
    [viewer.companyId, ids.filter(Boolean)],
  );
  const byId = new Map(found.map((row) => [row.id, row.lastSeenAt]));
  return ids.map((id) => byId.get(id) ?? null);
}

const strongestFirst = ['ACTIVE', 'INVITED', 'REVOKED', 'NOT_YET_INVITED'];

async function accessState(queries, context) {
  const bought = await purchases(queries, context);
  return queries.map(({ obj }, index) => {
    const states = bought[index].map((buyer) => buyer.accessState);
    if (!states.length && !obj.isCustomer && !obj.isPartner) return null;
    return strongestFirst.find((state) => states.includes(state)) ?? 'NOT_YET_INVITED';
  });
}

async function viewerCanImpersonate(queries, context) {
  const bought = await purchases(queries, context);
  const open = ({ accessState: state }) => state === 'INVITED' || state === 'ACTIVE';
  return queries.map(
    ({ obj }, index) =>
      Boolean(context.viewer.role && obj.identityId) && (obj.isPartner || bought[index].some(open)),
  );
}

/** Names of people by their login: colleagues, or contacts. */
const personName =
  (property) =>
  async (queries, { viewer }) => {
    const ids = queries.map(({ obj }) => obj[property]);
    const asked = [...new Set(ids.filter(Boolean))];
    const found = asked.length
      ? await select(
          `SELECT i.id, coalesce(m.first_name || ' ' || m.last_name, c.first_name || ' ' || c.last_name) AS name
           FROM identities i LEFT JOIN team_members m ON m.company_id = $1 AND m.identity_id = i.id
           LEFT JOIN contacts c ON c.company_id = $1 AND c.identity_id = i.id
          WHERE i.company_id = $1 AND i.id = ANY($2::uuid[])`,
          [viewer.companyId, asked],
        )
      : [];
    const byId = new Map(found.map(({ id, name }) => [id, name]));
    return ids.map((id) => byId.get(id) ?? null);
  };

async function objectName(queries, { viewer }) {
  const ids = queries.map(({ obj }) => obj.objectId);
  const found = await select(
    `SELECT id, first_name || ' ' || last_name AS name FROM contacts WHERE company_id = $1 AND id = ANY($2::uuid[])
     UNION ALL SELECT id, number FROM units WHERE company_id = $1 AND id = ANY($2::uuid[])
     UNION ALL SELECT b.id, c.first_name || ' ' || c.last_name || ' · ' || u.number FROM unit_buyers b
       JOIN contacts c ON c.company_id = $1 AND c.id = b.contact_id JOIN units u ON u.company_id = $1 AND u.id = b.unit_id
      WHERE b.company_id = $1 AND b.id = ANY($2::uuid[])`,
    [viewer.companyId, [...new Set(ids.filter(Boolean))]],
  );
  const byId = new Map(found.map(({ id, name }) => [id, name]));
  return ids.map((id) => byId.get(id) ?? null);
}

const uncached = (loaders) =>
  Object.fromEntries(
    Object.entries(loaders).map(([type, fields]) => [
      type,
      Object.fromEntries(
        Object.entries(fields).map(([field, loader]) => [field, { loader, opts: { cache: false } }]),
      ),
    ]),
  );

/** One statement for each field and level of a question. Without the cache, whose keys cost more than they save. */
export const loaders = uncached({
  Company: {
    logo: async (queries, context) =>
      (await one('files', 'logoId')(queries, context)).map(
        (file, index) => file && { ...file, alt: queries[index].obj.name },
      ),
    loginImage: one('files', 'loginImageId'),
  },
  Project: { image: one('files', 'imageId') },
  Unit: {
    project: one('projects', 'projectId'),
    plan: one('files', 'planId'),
    location,
    spaces: many('spaces', 'unit_id', 'unitId', 'lower(row.name), row.id'),
    buyers: many('unit_buyers', 'unit_id', 'unitId', 'row.is_primary DESC, row.id'),
    leads: async (queries, context) =>
      context.viewer.role
        ? many('unit_leads', 'unit_id', 'unitId', 'row.id')(queries, context)
        : queries.map(() => null),
  },
  Space: {
    unit: one('units', 'unitId'),
    saleState: async (queries, context) =>
      (await one('units', 'unitId')(queries, context)).map((unit) => unit?.saleState ?? 'AVAILABLE'),
  },
  UnitBuyer: {
    unit: one('units', 'unitId'),
    contact: one('contacts', 'contactId'),
    invitationExpiresAt: async (...asked) =>
      (await invitation(...asked)).map((each) => each?.expiresAt ?? null),
    invitationMail: async (...asked) => (await invitation(...asked)).map((each) => each?.mail ?? null),
  },
  UnitLead: { unit: one('units', 'unitId'), contact: one('contacts', 'contactId') },
  Contact: {
    partnerCompany: one('partner_companies', 'partnerCompanyId'),
    purchases,
    leads: many('unit_leads', 'contact_id', 'contactId', 'row.id'),
    lastSeenAt,
    accessState,
    viewerCanImpersonate,
  },
  AuditEvent: {
    actorName: personName('actorId'),
    onBehalfOfName: personName('onBehalfOfId'),
    objectName,
    project: one('projects', 'projectId'),
  },
});
