import type { DataSource, ObjectLiteral } from 'typeorm';

export type EntityClass<E> = (abstract new () => E) & { name: string };

interface Shape {
  table: string;
  columns: string;
}

const shapes = new WeakMap<DataSource, Map<EntityClass<unknown>, Shape>>();

function shapeOf(entity: EntityClass<unknown>, dataSource: DataSource): Shape {
  let known = shapes.get(dataSource);
  if (!known) shapes.set(dataSource, (known = new Map()));
  let shape = known.get(entity);
  if (!shape) {
    const metadata = dataSource.getMetadata(entity as unknown as new () => ObjectLiteral);
    shape = {
      table: metadata.tableName,
      columns: metadata.columns
        .map((column) => `row.${column.databaseName} AS "${column.propertyName}"`)
        .join(', '),
    };
    known.set(entity, shape);
  }
  return shape;
}

export const tableOf = (entity: EntityClass<unknown>, dataSource: DataSource) =>
  shapeOf(entity, dataSource).table;
export const columnsOf = (entity: EntityClass<unknown>, dataSource: DataSource) =>
  shapeOf(entity, dataSource).columns;
