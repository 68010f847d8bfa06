/** The columns of each table under the names of the schema. */
export const columns = {
  companies: `row.id, row.name, row.slug, row.default_language AS "defaultLanguage", row.time_zone AS "timeZone",
    row.currency, row.portal_enabled AS "portalEnabled", row.terms_version AS "termsVersion", row.contact_email AS "contactEmail",
    row.contact_phone AS "contactPhone", row.primary, row.accent, row.font, row.logo_id AS "logoId",
    row.login_image_id AS "loginImageId"`,
  contacts: `row.id, row.identity_id AS "identityId", row.first_name AS "firstName", row.last_name AS "lastName", row.email,
    row.phone, bench.moment(row.created_at) AS "createdAt", row.sale_cancelled AS "saleCancelled",
    row.partner_company_id AS "partnerCompanyId", row.is_customer AS "isCustomer", row.is_partner AS "isPartner",
    row.sort_name AS "sortName", row.version`,
  units: `row.id, row.project_id AS "projectId", row.number, row.type, row.surface::text, row.floor, row.rooms,
    row.base_price_minor AS "basePriceMinor", row.sold_price_minor AS "soldPriceMinor", row.currency,
    row.vat_regime AS "vatRegime", row.sale_state AS "saleState", bench.moment(row.sold_at) AS "soldAt",
    row.planned_handover_on::text AS "plannedHandoverOn", row.provisional_acceptance_on::text AS "provisionalAcceptanceOn",
    row.final_acceptance_on::text AS "finalAcceptanceOn", row.warranty_until::text AS "warrantyUntil",
    row.structural_warranty_until::text AS "structuralWarrantyUntil", row.approval_rule AS "approvalRule",
    row.plan_id AS "planId", row.version`,
  projects: 'row.id, row.name, row.kind, row.address, row.image_id AS "imageId"',
  levels: 'row.id, row.type, row.name, row.path',
  spaces: `row.id, row.unit_id AS "unitId", row.project_id AS "projectId", row.name, row.kind,
    row.price_minor AS "priceMinor", row.currency, row.version`,
  files: 'row.id, row.widths',
  unit_buyers: `row.id, row.unit_id AS "unitId", row.contact_id AS "contactId", row.is_primary AS "isPrimary",
    row.access_state AS "accessState", bench.moment(row.invited_at) AS "invitedAt",
    bench.moment(row.activated_at) AS "activatedAt", bench.moment(row.revoked_at) AS "revokedAt", row.version`,
  unit_leads: `row.id, row.unit_id AS "unitId", row.contact_id AS "contactId", row.stage, row.source, row.note,
    row.next_step AS "nextStep", row.lost_reason AS "lostReason", row.version`,
  audit_events: `row.id, bench.moment(row.at) AS at, row.action, row.actor_id AS "actorId",
    row.on_behalf_of_id AS "onBehalfOfId", row.object_type AS "objectType", row.object_id AS "objectId",
    row.project_id AS "projectId", row.changes, row.ip`,
  partner_companies: 'row.id, row.name',
};

const ownProjects = `SELECT project_id FROM project_administrators WHERE company_id = $1 AND team_member_id = $2`;
const ownUnits = `SELECT id FROM units WHERE company_id = $1 AND project_id IN (${ownProjects})`;
const homes = `SELECT unit_id FROM unit_buyers WHERE company_id = $1 AND contact_id = $2 AND access_state = 'ACTIVE'`;
const all = '$2::uuid IS NOT NULL';
const nothing = '$2::uuid IS NULL';

/**
 * Who sees which rows: $1 is the company, $2 the viewer as a colleague or as a contact. What only hangs on rows that
 * are seen, such as pictures, has no rule of its own.
 */
const rules = {
  OWNER: {},
  ADMINISTRATOR: {
    units: `row.project_id IN (${ownProjects})`,
    projects: `row.id IN (${ownProjects})`,
    levels: `row.project_id IN (${ownProjects})`,
    spaces: `row.project_id IN (${ownProjects})`,
    unit_buyers: `row.unit_id IN (${ownUnits})`,
    unit_leads: `row.unit_id IN (${ownUnits})`,
    contacts: `(row.id IN (SELECT contact_id FROM unit_buyers WHERE company_id = $1 AND unit_id IN (${ownUnits}))
      OR row.id IN (SELECT contact_id FROM unit_leads WHERE company_id = $1 AND unit_id IN (${ownUnits})))`,
    audit_events: `row.project_id IN (${ownProjects})`,
  },
  CUSTOMER: {
    units: `row.id IN (${homes})`,
    projects: `row.id IN (SELECT project_id FROM units WHERE company_id = $1 AND id IN (${homes}))`,
    levels: `EXISTS (SELECT 1 FROM levels home WHERE home.company_id = $1 AND home.id IN (${homes}) AND home.path LIKE row.path || '%')`,
    spaces: `row.unit_id IN (${homes})`,
    unit_buyers: `row.contact_id = $2 AND row.access_state = 'ACTIVE'`,
    unit_leads: nothing,
    contacts: 'row.id = $2',
    audit_events: nothing,
  },
};

export const roleOf = ({ role, isCustomer }) => role ?? (isCustomer ? 'CUSTOMER' : null);

/** The rows of a table that a viewer sees; further values begin at $3. */
export function visible(table, viewer) {
  const rule = rules[roleOf(viewer)][table];
  const company = table === 'companies' ? 'id' : 'company_id';
  return `FROM ${table} row WHERE row.${company} = $1 AND ${rule ? `$2::uuid IS NOT NULL AND ${rule}` : all}`;
}
