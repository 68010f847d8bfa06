import { Client } from 'pg';
import { connectionsPerProcess } from '../platform/database/connections';
import { LaunchError } from './launch-error';

/** For commands in a terminal, backups, and whoever looks after the database; with what PostgreSQL keeps back itself. */
const spare = 12;

/** How many connections a PostgreSQL must allow for so many processes. */
export const connectionsOf = (processes: number) => processes * connectionsPerProcess + spare;

const allowedHere = `
  SELECT least(
    current_setting('max_connections')::int,
    (SELECT nullif(datconnlimit, -1) FROM pg_database WHERE datname = current_database()),
    (SELECT nullif(rolconnlimit, -1) FROM pg_roles WHERE rolname = current_user)
  ) AS allowed`;

/**
 * Several processes that would run out of connections under load are refused; fewer need fewer. One is let be, and told
 * of it: all of its connections are seldom needed at once.
 */
export async function refuseTooFewConnections(
  appUrl: string,
  processes: number,
  log: (line: string) => void,
): Promise<void> {
  const client = new Client(appUrl);
  await client.connect();
  const { rows } = await client.query<{ allowed: number }>(allowedHere);
  await client.end();
  const { allowed } = rows[0]!;
  const needed = connectionsOf(processes);
  if (allowed >= needed) return;
  const shortage = `The database allows ${allowed} connections, and Portico may need ${needed}`;
  if (processes === 1) return log(shortage);
  const enough = Math.max(1, Math.floor((allowed - spare) / connectionsPerProcess));
  throw new LaunchError(
    `${shortage} for WEB_CONCURRENCY=${processes}; raise the limit there, or set WEB_CONCURRENCY to ${enough}.`,
  );
}
