import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { refuseTooFewConnections, connectionsOf } from '../launch/connections';
import { rolesOf, urlAs } from '../launch/database-roles';
import { startEmbeddedPostgres } from '../launch/embedded-postgres';
import { checkDatabase } from '../launch/prepare-database';
import { verifyWalls } from '../launch/row-security';
import { keptSecret } from '../launch/secret';
import type { Config } from '../platform/config';
import { note, ok, refusal, wrong, type Finding } from './finding';
import { knownMigrations } from './manifest';

type OnStarted = (close: () => Promise<void>) => void;

/** The database as it is: an embedded one that does not run is started for the moment. */
export async function lookAtDatabase(config: Config, onStarted: OnStarted): Promise<Finding[]> {
  const found: Finding[] = [];
  const failed = await refusal('database', async () => {
    found.push(...(await looked(config, onStarted)));
  });
  return failed ? [...found, failed] : found;
}

async function looked(config: Config, onStarted: OnStarted): Promise<Finding[]> {
  const name = 'database';
  if (!config.databaseUrl && !existsSync(join(config.dataDir, 'postgres')))
    return [note(name, 'the embedded one is not there yet', 'the first start makes it')];
  let ownerUrl = config.databaseUrl;
  const refused = await refusal(name, async () => {
    ownerUrl ??= await embedded(config, onStarted);
    await checkDatabase(ownerUrl);
  });
  if (refused || !ownerUrl) return refused ? [refused] : [];
  const client = new Client({ connectionString: ownerUrl, application_name: 'portico-doctor' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return [...(await serverOf(client, config)), ...(await contentOf(client, ownerUrl, config))];
  } finally {
    await client.end();
  }
}

async function embedded({ dataDir, processes }: Config, onStarted: OnStarted): Promise<string> {
  const connections = connectionsOf(processes);
  const postgres = await startEmbeddedPostgres({ dataDir, connections, log: () => undefined });
  onStarted(postgres.stop);
  return postgres.ownerUrl;
}

async function serverOf(client: Client, { databaseUrl }: Config): Promise<Finding[]> {
  const asked = Date.now();
  const { rows } = await client.query<{ version: string; now: Date }>(
    `SELECT current_setting('server_version') AS version, clock_timestamp() AS now`,
  );
  const { version, now } = rows[0]!;
  const off = Math.round((now.getTime() - (asked + Date.now()) / 2) / 1000);
  return [
    ok('database', `PostgreSQL ${version}, ${databaseUrl ? 'of DATABASE_URL' : 'embedded'}, answers`),
    Math.abs(off) > 5
      ? wrong('clock', `differs by ${off} s from that of the database`, 'let both follow a time server (NTP)')
      : ok('clock', new Date().toISOString()),
  ];
}

async function contentOf(client: Client, ownerUrl: string, config: Config): Promise<Finding[]> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('public.migrations') IS NOT NULL AS there`,
  );
  if (!rows[0]?.there)
    return [note('migrations', 'the database is empty', 'the first start makes the tables')];
  const migrated = await migrations(client);
  const secret = config.secret ?? keptSecret(config.dataDir);
  if (!secret) return [migrated];
  return [migrated, ...(await rolesAndOutbox(client, { ownerUrl, secret, config }))];
}

async function migrations(client: Client): Promise<Finding> {
  const name = 'migrations';
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations');
  const done = rows.map((row) => row.name);
  const known = knownMigrations();
  const newer = done.filter((each) => !known.includes(each));
  if (newer.length)
    return wrong(name, `the database is newer than this Portico: ${newer.join(', ')}`, 'update Portico');
  const pending = known.filter((each) => !done.includes(each));
  if (pending.length)
    return note(name, `${pending.length} still to come: ${pending.join(', ')}`, 'back up, then start');
  return ok(name, `all ${done.length} are done`);
}

interface Access {
  ownerUrl: string;
  secret: string;
  config: Config;
}

async function rolesAndOutbox(client: Client, { ownerUrl, secret, config }: Access): Promise<Finding[]> {
  const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
  const roles = rolesOf(rows[0]!.name);
  const appUrl = urlAs(roles.app, ownerUrl, secret);
  const [walls, connections] = ['row-level security', 'connections'];
  const open = await refusal(walls, () => verifyWalls(appUrl));
  if (open)
    return [
      {
        ...open,
        toDo: /password authentication/.test(open.found)
          ? 'the secret is another than that of the last start; a start gives the roles its own'
          : 'take that power away; a start puts tables behind their policies',
      },
    ];
  const notes: string[] = [];
  const few = await refusal(connections, () =>
    refuseTooFewConnections(appUrl, config.processes, (line) => void notes.push(line)),
  );
  const told = notes[0] ? note(connections, notes[0], 'raise the limit there') : ok(connections, 'enough');
  const workerUrl = urlAs(roles.worker, ownerUrl, secret);
  return [ok(walls, `holds ${roles.app} to one company`), few ?? told, await outbox(workerUrl)];
}

async function outbox(workerUrl: string): Promise<Finding> {
  const name = 'outbox';
  const worker = new Client(workerUrl);
  await worker.connect();
  try {
    const { rows } = await worker.query<{
      due: number;
      later: number;
      failed: number;
      minutes: number | null;
    }>(
      `SELECT count(*) FILTER (WHERE run_at <= now())::int AS due,
              count(*) FILTER (WHERE run_at > now() AND run_at < 'infinity')::int AS later,
              count(*) FILTER (WHERE run_at = 'infinity')::int AS failed,
              floor(extract(epoch FROM now() - min(run_at) FILTER (WHERE run_at <= now())) / 60)::int AS minutes
         FROM outbox`,
    );
    const { due, later, failed, minutes } = rows[0]!;
    const found = `${due} due, ${later} for later, ${failed} given up${due ? `; the oldest waits for ${minutes} minutes` : ''}`;
    if (failed) return note(name, found, 'the log says why they failed');
    if (due && minutes! >= 5)
      return note(name, found, 'they go when a server runs; if one does, see its log');
    return ok(name, found);
  } finally {
    await worker.end();
  }
}
