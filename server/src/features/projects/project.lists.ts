import { and, sql, type Sql } from '../../platform/database/sql';
import { contains, foldedInSql } from '../../platform/folded';
import { page, type Connection, type Order } from '../../platform/graphql/connection';
import type { RequestContext } from '../../platform/request-context';
import { Project } from './project.entity';
import { ProjectSort, type ProjectsArgs } from './project.types';
import { Unit } from './unit.entity';
import { UnitSort, type UnitsArgs } from './unit.types';

const projectOrders: Record<ProjectSort, Order<Project>> = {
  [ProjectSort.NAME_ASC]: { by: ['sortName'] },
  [ProjectSort.NAME_DESC]: { by: ['sortName'], descending: true },
  // Ids sort by time.
  [ProjectSort.NEWEST]: { by: ['id'], descending: true },
  [ProjectSort.OLDEST]: { by: ['id'] },
};

const nameAndPlace = sql`concat_ws(' ', row.sort_name,
  ${foldedInSql(sql`concat_ws(' ', row.address->>'postalCode', row.address->>'city')`)})`;

export const projectList = (
  ctx: RequestContext,
  { search, kind, sort, first, after }: ProjectsArgs,
): Promise<Connection<Project>> =>
  page(ctx, Project, {
    where: and(search ? contains(nameAndPlace, search) : null, kind && sql`row.kind = ${kind}`),
    order: projectOrders[sort],
    searching: Boolean(search),
    first,
    after,
  });

/** Of the buyers only whom the viewer sees: nobody learns by searching who else bought here. */
const numberAndBuyers = (ctx: RequestContext): Sql =>
  sql`concat_ws(' ', ${foldedInSql(sql`row.number`)}, (
    SELECT string_agg(contact.sort_name, ' ')
      FROM ${ctx.visibleByName('UnitBuyer')} buyer JOIN ${ctx.visibleByName('Contact')} contact ON contact.id = buyer.contact_id
     WHERE buyer.unit_id = row.id))`;

/** The units of one project, by number. */
export const unitList = (
  ctx: RequestContext,
  { id }: Project,
  { search, saleState, sort, first, after }: UnitsArgs,
): Promise<Connection<Unit>> =>
  page(ctx, Unit, {
    where: and(
      sql`row.project_id = ${id}`,
      search ? contains(numberAndBuyers(ctx), search) : null,
      saleState && sql`row.sale_state = ANY(${saleState}::text[])`,
    ),
    order: { by: ['numberKey'], descending: sort === UnitSort.NUMBER_DESC },
    searching: Boolean(search),
    first,
    after,
  });
