import type { Client } from 'pg';
import { rolesOf } from './database-roles';
import { LaunchError } from './launch-error';

/** Whether a server of Portico has connections to this database. */
export async function isServed(owner: Client): Promise<boolean> {
  const { rows } = await owner.query<{ name: string }>('SELECT current_database() AS name');
  const { app, worker } = rolesOf(rows[0]!.name);
  const { rowCount } = await owner.query(
    'SELECT FROM pg_stat_activity WHERE datname = current_database() AND usename IN ($1, $2)',
    [app, worker],
  );
  return Boolean(rowCount);
}

export async function refuseWhileServed(owner: Client): Promise<void> {
  if (await isServed(owner))
    throw new LaunchError('A server of Portico runs on this database; stop it first. Nothing was changed.');
}
