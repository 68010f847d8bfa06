import '../src/platform/shims';
import 'reflect-metadata';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { entities } from '../src/app/features';
import { prepareDatabase } from '../src/launch/prepare-database';
import { throwawayCluster, type Cluster } from './cluster';
import { templateSecret } from './database';

declare global {
  var portico: Cluster | undefined;
}

/** One PostgreSQL for the whole run, with one prepared database that every worker copies. */
export default async function setup(): Promise<void> {
  const cluster = await throwawayCluster();
  globalThis.portico = cluster;
  // What tests write to the folder of temporary files goes with the cluster.
  process.env.TMPDIR = join(cluster.dataDir, 'tmp');
  mkdirSync(process.env.TMPDIR);
  await prepareDatabase({
    ownerUrl: cluster.ownerUrl,
    secret: templateSecret,
    entities,
    log: () => undefined,
  });
  process.env.PORTICO_TEST_TEMPLATE = cluster.ownerUrl;
}
