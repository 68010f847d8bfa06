import '../platform/shims';
import 'reflect-metadata';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { escapeIdentifier, type Client } from 'pg';
import { demoSlug, fillDemo } from '../app/demo';
import { readConfig } from '../platform/config';
import { command } from './command';
import { alone } from './first-start';
import { LaunchError } from './launch-error';
import { openDatabase } from './open-database';
import { refuseWhileServed } from './served';

/** Empties the database and fills it with the demo company again; refuses where any other company lives. */
command(async ({ log, onStarted }) => {
  const environment = readConfig(process.env);
  if (!environment.demo)
    throw new LaunchError('This is no place for the demo company: DEMO is false. Nothing was changed.');
  const { config, ownerUrl, urls } = await openDatabase({ environment, log, onStarted });
  await alone(ownerUrl, async (owner) => {
    await refuseWhileServed(owner);
    await refuseOtherCompanies(owner);
    log('Filling the demo company anew');
    await empty(owner);
    rmSync(join(config.dataDir, 'files'), { recursive: true, force: true });
    await fillDemo(config, urls);
  });
  console.log(
    '\nThe demo company is as new; everything that was in it is gone, and whoever was signed in is signed out.\nGo on with npm start.\n',
  );
});

async function refuseOtherCompanies(owner: Client): Promise<void> {
  const { rows: others } = await owner.query<{ slug: string }>(
    'SELECT slug FROM companies WHERE slug <> $1',
    [demoSlug],
  );
  if (!others.length) return;
  throw new LaunchError(
    `This database holds ${others.map(({ slug }) => slug).join(', ')}; nothing was changed.`,
  );
}

async function empty(owner: Client): Promise<void> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`,
  );
  await owner.query(`TRUNCATE ${tables.map(({ name }) => escapeIdentifier(name)).join(', ')}`);
}
