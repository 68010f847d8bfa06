import { entities } from '../src/app/features';
import { createDataSource } from '../src/platform/database/data-source';
import { testDatabase } from './database';

test('the migrations make exactly the tables that the entities describe', async () => {
  const { ownerUrl } = await testDatabase();
  const source = await createDataSource({ url: ownerUrl, entities }).initialize();
  try {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  } finally {
    await source.destroy();
  }
});
