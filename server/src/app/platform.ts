import { connections } from '../platform/database/connections';
import { createDataSource } from '../platform/database/data-source';
import { Readers } from '../platform/database/reader';
import { Writers } from '../platform/database/writer';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { ReadyConfig } from '../platform/config';
import { createLog } from '../platform/log';
import { Metrics } from '../platform/metrics';
import { Notices } from '../platform/notices';
import { RateLimits } from '../platform/rate-limits';
import { RequestContext, type EventHandle, type Platform } from '../platform/request-context';
import { DiskStorage } from '../platform/storage';
import { Tokens } from '../platform/tokens';
import { visibilityFrom } from '../platform/visibility';
import { entities, features } from './features';
import { viewerOfSession } from './viewer';

export interface RunningPlatform extends Platform {
  close(): Promise<void>;
}

/** Connections and what the features have stated, for as long as the process lives. */
export async function createPlatform(
  config: ReadyConfig,
  { appUrl }: { appUrl: string },
  log: Logger,
): Promise<RunningPlatform> {
  const dataSource = await createDataSource({ url: appUrl, entities, patience: 10_000 }).initialize();
  const readers = new Readers(appUrl, connections.readers);
  const writers = new Writers(appUrl, connections.commands);
  const rateLimits = new RateLimits(appUrl, log);
  const notices = new Notices(appUrl, log);
  const handlers = features.flatMap((feature) => feature.handlers ?? []);
  return {
    dataSource,
    readers,
    writers,
    services: {
      config,
      log,
      metrics: new Metrics(),
      rateLimits,
      notices,
      tokens: new Tokens(config.secret),
      storage: new DiskStorage(join(config.dataDir, 'files')),
      link: (path) => `${config.publicUrl}${path}`,
    },
    visibilityOf: visibilityFrom(features.flatMap((feature) => feature.visibility ?? [])),
    viewerOfSession,
    handlersOf: (event): EventHandle[] =>
      handlers.filter((handler) => handler.event === event).map(({ handle }) => handle),
    async close() {
      await Promise.all([
        dataSource.destroy(),
        readers.close(),
        writers.close(),
        rateLimits.close(),
        notices.close(),
      ]);
    },
  };
}

/** What a command of the terminal does for a company, with connections of its own and the company's own eyes. */
export async function inTheNameOf<T>(
  companyId: string,
  config: ReadyConfig,
  urls: { appUrl: string },
  work: (ctx: RequestContext) => Promise<T>,
): Promise<T> {
  const platform = await createPlatform(config, urls, createLog(config.logLevel));
  try {
    const details = { id: 'terminal', ip: null, userAgent: null, keepSession: () => undefined };
    return await work(new RequestContext(platform, companyId, 'system', details));
  } finally {
    await platform.close();
  }
}
