import { AbstractLogger, DataSource, type EntitySchema } from 'typeorm';
import { connections } from './connections';
import { SnakeNaming } from './naming';
import { connectionTimeoutMillis, silence } from './unavailable';

export type Entities = (Function | EntitySchema)[];

/** Files, or the classes themselves. */
export type Migrations = (string | Function)[];

export interface DataSourceSettings {
  url: string;
  entities: Entities;
  migrations?: Migrations;
  poolSize?: number;
  /** How many milliseconds a statement, or a connection, is waited for: a frozen database breaks off nothing itself. */
  patience?: number;
}

/** The entities as TypeORM knows them: the truth of the tables and of migrations. Rows go through `RequestContext`. */
export function createDataSource({
  url,
  entities,
  migrations,
  poolSize = connections.health,
  patience,
}: DataSourceSettings): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: entities as Function[],
    migrations: migrations ?? [],
    migrationsTableName: 'migrations',
    namingStrategy: new SnakeNaming(),
    poolSize,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    logger: new Silence(),
    applicationName: 'portico',
    extra: {
      connectionTimeoutMillis,
      query_timeout: silence,
      options: '-c timezone=UTC -c statement_timeout=15000 -c idle_in_transaction_session_timeout=30000',
      ...(patience && { query_timeout: patience, connectionTimeoutMillis: patience }),
    },
  });
}

/** What fails is thrown, and told in our own words. */
class Silence extends AbstractLogger {
  protected override writeLog(): void {}
}
