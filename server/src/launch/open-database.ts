import { entities } from '../app/features';
import type { Config, ReadyConfig } from '../platform/config';
import { connectionsOf } from './connections';
import { checkDataFolder } from './data-folder';
import { startEmbeddedPostgres } from './embedded-postgres';
import { checkDatabase, prepareDatabase, type DatabaseUrls } from './prepare-database';
import { keptSecret, secretOf } from './secret';

export interface OpenDatabase {
  config: ReadyConfig;
  /** Connects as the role that owns the tables. */
  ownerUrl: string;
  urls: DatabaseUrls;
}

interface Settings {
  environment: Config;
  log: (line: string) => void;
  /** Told as soon as there is something to stop, also when what follows fails. */
  onStarted: (close: () => Promise<void>) => void;
}

/** What every command stands on: a database that is ready, and its secret. Checks all it can before it makes anything. */
export async function openDatabase(settings: Settings): Promise<OpenDatabase> {
  const { config, ownerUrl } = await reachDatabase(settings);
  const { log } = settings;
  const urls = await prepareDatabase({ ownerUrl, secret: config.secret, entities, log });
  return { config, ownerUrl, urls };
}

/** The same with the database as it is, which may be empty or older than this Portico. */
export async function reachDatabase({
  environment,
  log,
  onStarted,
}: Settings): Promise<Omit<OpenDatabase, 'urls'>> {
  const { dataDir, databaseUrl, processes } = environment;
  checkDataFolder(dataDir);
  const kept = environment.secret ?? keptSecret(dataDir);
  if (databaseUrl) await checkDatabase(databaseUrl);
  const ownerUrl = databaseUrl ?? (await embeddedDatabase());
  return { config: { ...environment, secret: kept ?? secretOf(dataDir) }, ownerUrl };

  async function embeddedDatabase(): Promise<string> {
    log('Starting the embedded database');
    const postgres = await startEmbeddedPostgres({ dataDir, connections: connectionsOf(processes), log });
    onStarted(postgres.stop);
    return postgres.ownerUrl;
  }
}
