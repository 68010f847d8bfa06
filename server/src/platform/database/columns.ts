import type { DataSource, ObjectLiteral } from 'typeorm';
import { join, raw, sql, type Sql } from './sql';
import { isoMoment } from './types';

export type EntityClass<E> = (abstract new () => E) & { name: string };

interface ColumnShape {
  property: string;
  name: string;
  type: string;
  isJson: boolean;
}

interface Shape {
  table: string;
  /** For a SELECT from the table as `row`. */
  selected: string;
  columns: ColumnShape[];
  json?: JsonRow;
}

/** A row as a JSON array of its columns, for one that is read within another. */
export interface JsonRow {
  selected: string;
  /** How many columns; what stands behind them is not of the row. */
  width: number;
  /** The row as a statement of its own would bring it. */
  read(array: unknown[]): object;
}

const shapes = new WeakMap<DataSource, Map<EntityClass<unknown>, Shape>>();

function shapeOf(entity: EntityClass<unknown>, dataSource: DataSource): Shape {
  let known = shapes.get(dataSource);
  if (!known) shapes.set(dataSource, (known = new Map()));
  let shape = known.get(entity);
  if (!shape) {
    const metadata = dataSource.getMetadata(entity as unknown as new () => ObjectLiteral);
    const columns = metadata.columns.map(({ propertyName, databaseName, type }) => ({
      property: propertyName,
      name: databaseName,
      type: String(type),
      isJson: type === 'jsonb',
    }));
    shape = {
      table: metadata.tableName,
      selected: columns.map(({ name, property }) => `row.${name} AS "${property}"`).join(', '),
      columns,
    };
    known.set(entity, shape);
  }
  return shape;
}

export const tableOf = (entity: EntityClass<unknown>, dataSource: DataSource) =>
  shapeOf(entity, dataSource).table;
export const columnsOf = (entity: EntityClass<unknown>, dataSource: DataSource) =>
  shapeOf(entity, dataSource).selected;

export function jsonOf(entity: EntityClass<unknown>, dataSource: DataSource): JsonRow {
  const shape = shapeOf(entity, dataSource);
  return (shape.json ??= jsonRow(shape.columns));
}

/** JSON has no decimals and no moments: those travel as text. */
function jsonRow(columns: ColumnShape[]): JsonRow {
  const blank = Object.fromEntries(columns.map(({ property }) => [property, null])) as Record<
    string,
    unknown
  >;
  const properties = columns.map(({ property }) => property);
  const moments = new Set(columns.flatMap(({ type }, index) => (type === 'timestamptz' ? [index] : [])));
  return {
    selected: columns.map(({ name, type }) => `row.${name}${type === 'numeric' ? '::text' : ''}`).join(', '),
    width: columns.length,
    read(array) {
      const row = { ...blank };
      for (let index = 0; index < properties.length; index += 1) {
        const value = array[index];
        row[properties[index]!] = value !== null && moments.has(index) ? isoMoment(value as string) : value;
      }
      return row;
    },
  };
}

/** What is given of a row, as names of columns with their values; what is undefined is not given. */
function given({ columns }: Shape, values: object) {
  return columns
    .map(({ property, name, isJson }) => {
      const value = (values as Record<string, unknown>)[property];
      return {
        name,
        isGiven: value !== undefined,
        value: isJson && value !== null ? JSON.stringify(value) : value,
      };
    })
    .filter(({ isGiven }) => isGiven);
}

const assigned = (columns: { name: string; value: unknown }[], separator: string) =>
  join(
    columns.map(({ name, value }) => sql`${raw(name)} = ${value}`),
    separator,
  );

/** A row as it is given; the rest as the table says. */
export function insertion(entity: EntityClass<unknown>, dataSource: DataSource, row: object): Sql {
  const shape = shapeOf(entity, dataSource);
  const columns = given(shape, row);
  const names = raw(columns.map(({ name }) => name).join(', '));
  const values = join(
    columns.map(({ value }) => sql`${value}`),
    ', ',
  );
  return sql`INSERT INTO ${raw(shape.table)} (${names}) VALUES (${values})`;
}

export function update(
  entity: EntityClass<unknown>,
  dataSource: DataSource,
  where: object,
  changes: object,
): Sql {
  const shape = shapeOf(entity, dataSource);
  return sql`UPDATE ${raw(shape.table)} SET ${assigned(given(shape, changes), ', ')} WHERE ${assigned(given(shape, where), ' AND ')}`;
}

export function deletion(entity: EntityClass<unknown>, dataSource: DataSource, where: object): Sql {
  const shape = shapeOf(entity, dataSource);
  return sql`DELETE FROM ${raw(shape.table)} WHERE ${assigned(given(shape, where), ' AND ')}`;
}
