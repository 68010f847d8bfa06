import './server/src/platform/shims';
import 'reflect-metadata';
import { entities } from './server/src/app/features';
import { createDataSource } from './server/src/platform/database/data-source';

/** For TypeORM's command line: `npm run migration:generate -- Name` runs it on an empty database of its own. */
export const dataSource = createDataSource({
  url: process.env.DATABASE_URL ?? '',
  entities,
  migrations: ['server/src/migrations/*.ts'],
});
