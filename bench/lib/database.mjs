import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installed, product } from './product.mjs';

const { Client } = installed('pg');
const here = join(import.meta.dirname, '..');
const ownCompany = (company) =>
  `SELECT set_config('app.company_id', bench.id(1, ${company}, 0)::text, false)`;

/** The product's own PostgreSQL with its own settings, migrated and walled by the product, in a folder of its own. */
export async function startDatabase(dataDir) {
  product('platform/shims');
  const { startEmbeddedPostgres } = product('launch/embedded-postgres');
  const { prepareDatabase } = product('launch/prepare-database');
  const secret = product('launch/secret').secretOf(dataDir);
  const { entities } = product('app/features');
  const postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  try {
    const urls = await prepareDatabase({
      ownerUrl: postgres.ownerUrl,
      secret,
      entities,
      log: () => undefined,
    });
    return { ...postgres, ...urls, secret, dataDir };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** Fills the tables as their owner, company by company, two at a time; answers with the seconds it took. */
export async function seed({ ownerUrl }, size) {
  const began = Date.now();
  await asOwner(ownerUrl, (client) => client.query(fileOf('data/helpers.sql')));
  const companies = [...Array(size.companies).keys()];
  await Promise.all([0, 1].map(() => asOwner(ownerUrl, (client) => fill(client, companies, size))));
  await asOwner(ownerUrl, async (client) => {
    await client.query('VACUUM (ANALYZE)');
    await client.query(fileOf('data/peers.sql'));
    await client.query(fileOf('data/postgraphile.sql'));
  });
  return (Date.now() - began) / 1000;
}

async function fill(client, companies, size) {
  for (let company = companies.shift(); company !== undefined; company = companies.shift()) {
    await client.query('BEGIN');
    await client.query(ownCompany(company));
    await client.query(statementsFor(company, size));
    await client.query('COMMIT');
  }
}

function statementsFor(company, size) {
  const numbers = {
    company,
    contacts: size.contacts,
    projects: size.projects,
    homes: size.homes,
    grants: size.grants,
    events: size.events,
    units: size.homes + size.grants,
    per_project: Math.ceil(size.homes / size.projects),
  };
  return fileOf('data/company.sql').replace(/(?<!:):([a-z_]+)\b/g, (word, name) => numbers[name] ?? word);
}

export const fileOf = (path) => readFileSync(join(here, path), 'utf8');

/** Runs as the owner of the tables; within one company where one is named, for the wall holds for the owner too. */
export async function asOwner(ownerUrl, work, company) {
  const client = new Client({ connectionString: ownerUrl, application_name: 'bench' });
  await client.connect();
  try {
    if (company !== undefined) await client.query(ownCompany(company));
    return await work(client);
  } finally {
    await client.end();
  }
}
