import type { DataSource } from 'typeorm';
import { jsonOf, tableOf, type EntityClass } from './database/columns';
import { snakeCase } from './database/naming';
import { join, raw, sql, type Sql } from './database/sql';
import type { TenantEntity } from './database/tenant-entity';
import { notFound } from './errors';

/*
 * What a question asks of a row next is read with the row: the same rows through the same visibility, only sooner.
 * The loaders then find them; what they do not find they read. So nothing depends on this but the time it takes.
 */

/** Any loader whose keys are ids. */
export type Loader = (ctx: never, keys: readonly string[]) => Promise<ArrayLike<unknown>>;

/** What a loader reads: the rows of an entity that have the key in one of their properties. */
export interface Reading {
  entity: EntityClass<TenantEntity>;
  by: string;
  many: boolean;
  orderBy: Sql;
  /** What the loader says of a row that is not there. */
  absent: 'error' | 'null';
}

const readings = new WeakMap<Loader, Reading>();

/** A loader says what it reads, so that it can be read with the rows that point at it. */
export function reads<L extends Loader>(definition: L, reading: Reading): L {
  readings.set(definition, reading);
  return definition;
}

export const readingOf = (definition: Loader): Reading | undefined => readings.get(definition);

/** A loader that is asked next, and the property of the row that is its key. */
export interface Step {
  definition: Loader;
  reading: Reading;
  key: string;
  next: Step[];
  /** Loaders through which what is found points back at the row: they find it as well. */
  back: Loader[];
}

/** What one question asks, known before its first row is there. Entities stand under their names. */
export interface ReadAhead {
  /** Read with a row, in the same statement. */
  withRow: ReadonlyMap<string, readonly Step[]>;
  /** Asked by the id of a row, and so at the same time as the row. */
  besideRow: ReadonlyMap<string, readonly Loader[]>;
  /** Asked by the id of the company, and so at once. */
  atOnce: readonly Loader[];
}

/** How rows are seen by whoever asks. */
export interface Seeing {
  readonly platform: { dataSource: DataSource };
  /** The condition under which a `row` is seen. */
  mayBeSeen(entity: EntityClass<TenantEntity>): Sql;
}

const columnOf = (index: number) => `ahead_${index}`;
const tableFor = ({ platform }: Seeing, entity: EntityClass<TenantEntity>) =>
  raw(tableOf(entity, platform.dataSource));

/** What the steps add to a statement over a table `row`: columns, and a table that those need. */
export function adding(seeing: Seeing, steps: readonly Step[]): { columns: Sql; tables: Sql } {
  const columns = steps.map((step, index) => sql`${subquery(seeing, step, 1)} AS ${raw(columnOf(index))}`);
  return { columns: join(columns, ', ', ', '), tables: keysOf(steps, 1) };
}

/** The keys of the steps under a name of their own: further in, `row` is another table. */
function keysOf(steps: readonly Step[], depth: number): Sql {
  if (steps.length === 0) return raw('');
  const keys = [...new Set(steps.map(({ key }) => `row.${snakeCase(key)}`))].join(', ');
  return raw(` CROSS JOIN LATERAL (SELECT ${keys}) above_${depth}`);
}

/** One row as an array of its columns and of what is read with it; of many rows, an array of those. */
function subquery(seeing: Seeing, { reading, key, next }: Step, depth: number): Sql {
  const { entity, by, many, orderBy } = reading;
  const { selected } = jsonOf(entity, seeing.platform.dataSource);
  const further = next.map((step) => subquery(seeing, step, depth + 1));
  const row = sql`json_build_array(${raw(selected)}${join(further, ', ', ', ')})`;
  const pointedAt = raw(`row.${snakeCase(by)} = above_${depth}.${snakeCase(key)}`);
  const from = sql`FROM ${tableFor(seeing, entity)} row${keysOf(next, depth + 1)} WHERE ${seeing.mayBeSeen(entity)} AND ${pointedAt}`;
  return many ? sql`(SELECT json_agg(${row} ORDER BY ${orderBy}) ${from})` : sql`(SELECT ${row} ${from})`;
}

/** Hands over what came with the rows, as the loaders of the steps would have found it. */
export class Found {
  constructor(
    private readonly dataSource: DataSource,
    /** Takes what a loader would have found for a key. */
    private readonly keep: (definition: Loader, key: string, found: unknown) => void,
  ) {}

  with(row: object, steps: readonly Step[]): void {
    this.take(row, steps, (index) => (row as Record<string, unknown>)[columnOf(index)]);
  }

  private take(row: object, steps: readonly Step[], came: (index: number) => unknown): void {
    for (let index = 0; index < steps.length; index += 1) {
      const { definition, reading, key, next, back } = steps[index]!;
      const value = (row as Record<string, string | null>)[key]!;
      if (value === null) continue;
      for (const each of back) this.keep(each, value, row);
      const found = came(index) as unknown[] | null;
      if (reading.many) this.keep(definition, value, this.rows(found ?? [], reading, next));
      else if (found) this.keep(definition, value, this.row(found, reading, next));
      else this.keep(definition, value, reading.absent === 'null' ? null : notFound(reading.entity.name));
    }
  }

  private rows(arrays: unknown[], reading: Reading, next: readonly Step[]): object[] {
    return arrays.map((array) => this.row(array as unknown[], reading, next));
  }

  private row(array: unknown[], { entity }: Reading, next: readonly Step[]): object {
    const { width, read } = jsonOf(entity, this.dataSource);
    const row = read(array);
    this.take(row, next, (index) => array[width + index]);
    return row;
  }
}
