import { ArgsType, Directive, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { badUserInput } from '../errors';
import type { EntityClass } from '../database/columns';
import { snakeCase } from '../database/naming';
import { and, join, raw, sql, type Sql } from '../database/sql';
import type { TenantEntity } from '../database/tenant-entity';
import type { RequestContext } from '../request-context';

@Directive('@shareable')
@ObjectType({ description: 'Where a page of a list ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows after this page.' })
  hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Pass as `after` to get the next page; null on an empty page.',
  })
  endCursor!: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 25, description: 'How many, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which to go on; opaque.' })
  after?: string | null;
}

export interface Edge<T> {
  cursor: string;
  node: T;
}

export interface Connection<T> {
  edges: Edge<T>[];
  pageInfo: PageInfo;
  count(): Promise<number>;
}

/** The GraphQL types of a list: `XConnection` with `XEdge`, and `totalCount` where a page shows it. */
export function connectionTypes<T extends object>(name: string, node: () => ClassType<T>, what: string) {
  @ObjectType(`${name}Edge`, { description: `One of the ${what}, with its place in the list.` })
  class EdgeType implements Edge<T> {
    @Field(() => String, { description: 'The place in the list, for `after`.' })
    cursor!: string;

    @Field(node, { description: `One of the ${what}.` })
    node!: T;
  }

  @ObjectType()
  abstract class List implements Connection<T> {
    @Field(() => [EdgeType], { description: `A page of the ${what}.` })
    edges!: Edge<T>[];

    @Field(() => PageInfo, { description: 'Where this page ends.' })
    pageInfo!: PageInfo;

    count!: () => Promise<number>;
  }

  @ObjectType(`${name}Connection`, { description: `A list of ${what}, page by page.` })
  class ListType extends List {}

  @ObjectType(`${name}Connection`, { description: `A list of ${what}, page by page.` })
  class CountedListType extends List {
    @Field(() => Int, { description: 'How many there are with these filters, over all pages.' })
    totalCount(): Promise<number> {
      return this.count();
    }
  }

  return { List: ListType, CountedList: CountedListType };
}

/** A total order: the properties in turn, all in one direction, with the id as the unique tail. */
export interface Order<E> {
  by: (keyof E & string)[];
  descending?: boolean;
}

export interface PageOptions<E> extends PageArgs {
  where?: Sql;
  order: Order<E>;
  /** For a condition that no index answers, such as a search: the page and the total are then found in one go. */
  searching?: boolean;
}

/** One page by keyset: costs the same at the first and at the last page, and never skips a row. */
export async function page<E extends TenantEntity>(
  ctx: RequestContext,
  entity: EntityClass<E>,
  { where, order, first, after, searching = false }: PageOptions<E>,
): Promise<Connection<E>> {
  if (first < 1 || first > 100) throw badUserInput('`first` is between 1 and 100.', 'first');
  const keys = [...order.by.filter((key) => key !== 'id'), 'id'] as (keyof E & string)[];
  const direction = raw(order.descending ? ' DESC' : '');
  const columns = keys.map((key) => raw(`row.${snakeCase(key)}`));
  const beyond = after
    ? sql`(${join(columns, ', ')}) ${raw(order.descending ? '<' : '>')} (${join(
        placeOf(after, keys).map((value) => sql`${value}`),
        ', ',
      )})`
    : null;
  const orderBy = join(
    columns.map((column) => sql`${column}${direction}`),
    ', ',
  );
  const limit = first + 1;
  const matching = where ? sql` WHERE ${where}` : raw('');

  const found: (E & { total?: number })[] = searching
    ? await ctx.select(sql`
        WITH found AS MATERIALIZED (SELECT ${join(columns, ', ')} FROM ${ctx.visible(entity)} row${matching}),
             shown AS (SELECT row.id FROM found row WHERE ${and(beyond)} ORDER BY ${orderBy} LIMIT ${limit})
        SELECT ${ctx.columns(entity)}, (SELECT count(*) FROM found) AS total
          FROM ${ctx.visible(entity)} row WHERE row.id = ANY(ARRAY(SELECT id FROM shown)) ORDER BY ${orderBy}`)
    : await ctx.rows(entity, { where: and(where, beyond), orderBy, limit });
  const edges = found.slice(0, first).map((node) => ({ node, cursor: cursorOf(node, keys) }));
  return {
    edges,
    pageInfo: { hasNextPage: found.length > first, endCursor: edges.at(-1)?.cursor ?? null },
    count: async () => {
      if (found[0]?.total !== undefined) return found[0].total;
      const [total] = await ctx.select<{ count: number }>(
        sql`SELECT count(*) AS count FROM ${ctx.visible(entity)} row${matching}`,
      );
      return total?.count ?? 0;
    },
  };
}

const cursorOf = <E>(row: E, keys: (keyof E & string)[]) =>
  Buffer.from(JSON.stringify([keys.join(), ...keys.map((key) => row[key])])).toString('base64url');

/** The values that a cursor holds. It only narrows what the viewer sees anyway, so someone else's reveals nothing. */
function placeOf(cursor: string, keys: string[]): unknown[] {
  try {
    const [of, ...values] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    const plain = values.every((value) => typeof value === 'string' || typeof value === 'number');
    if (of === keys.join() && values.length === keys.length && plain) return values;
  } catch {
    // Falls through to the same answer: a cursor is opaque, and this one is none of ours.
  }
  throw badUserInput('This cursor does not belong to this list and order.', 'after');
}
