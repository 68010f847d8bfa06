import type { EntityClass } from './database/columns';
import { raw, sql, type Sql } from './database/sql';
import type { TenantEntity } from './database/tenant-entity';
import { isUuid } from './database/uuid';
import { notFound } from './errors';
import type { LoaderDefinition } from './request-context';
import { snakeCase } from './database/naming';

/** One row by id, through the viewer's visibility: what is not hers is NOT_FOUND, as is what never existed. */
export const byId =
  <E extends TenantEntity>(entity: EntityClass<E>): LoaderDefinition<string, E> =>
  async (ctx, ids) => {
    const asked = ids.filter(isUuid);
    const rows = asked.length ? await ctx.rows(entity, { where: sql`row.id = ANY(${asked}::uuid[])` }) : [];
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id.toLowerCase()) ?? notFound(entity.name));
  };

/** As `byId`, for a field that is null where the viewer may not see what it points at. */
export const byIdOrNull = <E extends TenantEntity>(
  entity: EntityClass<E>,
): LoaderDefinition<string, E | null> => {
  const strict = byId(entity);
  return async (ctx, ids) => Array.from(await strict(ctx, ids), (row) => (row instanceof Error ? null : row));
};

/** The visible rows that point at each key by one of their columns. */
export const manyBy =
  <E extends TenantEntity>(
    entity: EntityClass<E>,
    property: keyof E & string,
    orderBy: Sql = sql`row.id`,
  ): LoaderDefinition<string, E[]> =>
  async (ctx, keys) => {
    const column = raw(`row.${snakeCase(property)}`);
    const rows = await ctx.rows(entity, { where: sql`${column} = ANY(${keys}::uuid[])`, orderBy });
    const groups = new Map<unknown, E[]>();
    for (const row of rows) groups.set(row[property], [...(groups.get(row[property]) ?? []), row]);
    return keys.map((key) => groups.get(key) ?? []);
  };
