import { isNotFound, notFound } from './errors';
import type { EntityClass } from './database/columns';
import { snakeCase } from './database/naming';
import { raw, sql, type Sql } from './database/sql';
import type { TenantEntity } from './database/tenant-entity';
import { isUuid } from './database/uuid';
import { reads } from './read-ahead';
import type { LoaderDefinition } from './request-context';

const byItsId = sql`row.id`;

const definitions = new WeakMap<EntityClass<TenantEntity>, LoaderDefinition<string, never>>();

/** One row by id, through the viewer's visibility: what is not hers is NOT_FOUND, as is what never existed. */
export function byId<E extends TenantEntity>(entity: EntityClass<E>): LoaderDefinition<string, E> {
  // One for each entity, so that a request reads a row once, whoever asks for it.
  let definition = definitions.get(entity) as LoaderDefinition<string, E> | undefined;
  if (!definition) {
    definition = async (ctx, ids) => {
      const asked = ids.filter(isUuid);
      ctx.askBeside(entity, asked);
      const rows = asked.length
        ? await ctx.rows(entity, { where: sql`row.id = ANY(${asked}::uuid[])`, withNext: asked.length === 1 })
        : [];
      const found = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => found.get(id.toLowerCase()) ?? notFound(entity.name));
    };
    definitions.set(entity, definition as LoaderDefinition<string, never>);
    reads(definition, { entity, by: 'id', many: false, orderBy: byItsId, absent: 'error' });
  }
  return definition;
}

/** As `byId`, for a field that is null where the viewer may not see what it points at. */
export const byIdOrNull = <E extends TenantEntity>(
  entity: EntityClass<E>,
): LoaderDefinition<string, E | null> => {
  const strict = byId(entity);
  const orNull = (error: unknown) => {
    if (isNotFound(error)) return null;
    throw error;
  };
  return reads<LoaderDefinition<string, E | null>>(
    (ctx, ids) => Promise.all(ids.map((id) => ctx.load(strict, id).catch(orNull))),
    { entity, by: 'id', many: false, orderBy: byItsId, absent: 'null' },
  );
};

/** The visible rows that point at each key by one of their columns. */
export const manyBy = <E extends TenantEntity>(
  entity: EntityClass<E>,
  property: keyof E & string,
  orderBy: Sql = byItsId,
): LoaderDefinition<string, E[]> =>
  reads<LoaderDefinition<string, E[]>>(
    async (ctx, keys) => {
      const column = raw(`row.${snakeCase(property)}`);
      const rows = await ctx.rows(entity, { where: sql`${column} = ANY(${keys}::uuid[])`, orderBy });
      const groups = new Map<unknown, E[]>(keys.map((key) => [key, []]));
      for (const row of rows) groups.get(row[property])?.push(row);
      return keys.map((key) => groups.get(key)!);
    },
    { entity, by: property, many: true, orderBy, absent: 'error' },
  );
