import { and, join, raw, sql, type Sql } from '../../platform/database/sql';
import { isUuid } from '../../platform/database/uuid';
import { everyWord } from '../../platform/folded';
import type { RequestContext } from '../../platform/request-context';
import { AccessStateFilter, ContactKind, type ContactsArgs } from './contact.types';
import { PartnerCompany } from './partner-company.entity';

const kinds: Record<ContactKind, Sql> = {
  [ContactKind.CUSTOMER]: sql`row.is_customer`,
  [ContactKind.PARTNER]: sql`row.is_partner`,
  [ContactKind.LEAD]: sql`row.is_lead`,
};

/**
 * The access state of the contact `row`: the strongest of the links that the viewer may see, and of a partner's
 * login; null for those who only are leads.
 */
const strongestAccessState = (ctx: RequestContext): Sql => sql`(
  SELECT CASE WHEN partner.signs_in OR bool_or(link.access_state = 'ACTIVE') THEN 'ACTIVE'
              WHEN bool_or(link.access_state = 'INVITED') THEN 'INVITED'
              WHEN bool_or(link.access_state = 'REVOKED') THEN 'REVOKED'
              WHEN row.is_customer OR row.is_partner OR count(link.id) > 0 THEN 'NOT_YET_INVITED' END
    FROM (SELECT row.is_partner AND EXISTS (
            SELECT 1 FROM identities i WHERE i.company_id = row.company_id AND i.id = row.identity_id
               AND i.password_hash IS NOT NULL) AS signs_in) partner
    LEFT JOIN ${ctx.visibleByName('UnitBuyer')} link ON link.contact_id = row.id
   GROUP BY partner.signs_in)`;

function inState(ctx: RequestContext, asked: readonly AccessStateFilter[]): Sql {
  const states = asked.map((state) =>
    state === AccessStateFilter.ADDED ? AccessStateFilter.NOT_YET_INVITED : state,
  );
  return sql`${strongestAccessState(ctx)} = ANY(${states}::text[])`;
}

function ofProject(ctx: RequestContext, projectId: string): Sql {
  if (!isUuid(projectId)) return raw('FALSE');
  const links = ['UnitBuyer', 'UnitLead'].map(
    (entity) => sql`SELECT link.contact_id
      FROM ${ctx.visibleByName(entity)} link JOIN ${ctx.visibleByName('Unit')} unit ON unit.id = link.unit_id
     WHERE unit.project_id = ${projectId}`,
  );
  return sql`row.id IN (${join(links, ' UNION ALL ')})`;
}

/** The firms are looked up once for the whole list, not for each contact. */
const matches = (ctx: RequestContext, search: string): Sql =>
  everyWord(
    search,
    (
      pattern,
    ) => sql`(row.search_text LIKE ${pattern} OR row.email LIKE ${pattern} OR row.partner_company_id IN (
      SELECT firm.id FROM ${ctx.visible(PartnerCompany)} firm WHERE firm.sort_name LIKE ${pattern}))`,
  );

/** What a list of contacts is narrowed by, as a condition over `row`. */
export const contactFilter = (
  ctx: RequestContext,
  {
    kind,
    search,
    accessState,
    projectId,
  }: Pick<ContactsArgs, 'kind' | 'search' | 'accessState' | 'projectId'>,
): Sql =>
  and(
    kind && kinds[kind],
    search ? matches(ctx, search) : null,
    accessState?.length ? inState(ctx, accessState) : null,
    projectId ? ofProject(ctx, projectId) : null,
  );
