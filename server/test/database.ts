import { Client, escapeIdentifier } from 'pg';
import { rolesOf, urlAs } from '../src/launch/database-roles';

export interface TestDatabase {
  appUrl: string;
  workerUrl: string;
  ownerUrl: string;
}

export const templateSecret = 'the secret of the databases that tests run on';

/** The database of this jest worker: a copy of the prepared one, made when its first test asks. */
export async function testDatabase(): Promise<TestDatabase> {
  const template = new URL(process.env.PORTICO_TEST_TEMPLATE ?? '');
  const roles = rolesOf(template.pathname.slice(1));
  const ownerUrl = await emptyDatabase(`test_${process.env.JEST_WORKER_ID}`, template.pathname.slice(1));
  return {
    ownerUrl,
    appUrl: urlAs(roles.app, ownerUrl, templateSecret),
    workerUrl: urlAs(roles.worker, ownerUrl, templateSecret),
  };
}

/** The address of a database of that name in the cluster of this run; created from `template` unless it is there. */
export async function emptyDatabase(name: string, template = 'template1'): Promise<string> {
  const url = new URL(process.env.PORTICO_TEST_TEMPLATE ?? '');
  url.pathname = '/postgres';
  const client = new Client(url.href);
  await client.connect();
  try {
    // Copies of one template must follow one another.
    await client.query('SELECT pg_advisory_lock(1)');
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount)
      await client.query(`CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(template)}`);
  } finally {
    await client.end();
  }
  url.pathname = `/${name}`;
  return url.href;
}
