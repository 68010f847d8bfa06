import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { setTimeout as after } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Platform } from '../platform/request-context';

type Check = (platform: Platform) => Promise<unknown>;

const patience = 5_000;

/** What serving needs, each really tried. */
const checks: Record<string, Check> = {
  database: ({ dataSource }) => dataSource.query('SELECT 1'),
  // Every table with every column that this version of Portico reads: what its migrations make.
  migrations: ({ dataSource }) =>
    dataSource.query(
      dataSource.entityMetadatas
        .map(({ tableName, columns }) => {
          const names = columns.map(({ databaseName }) => dataSource.driver.escape(databaseName));
          return `SELECT ${names.join(', ')} FROM ${dataSource.driver.escape(tableName)} LIMIT 0`;
        })
        .join(';'),
    ),
  async storage({ services: { storage } }) {
    const key = `health/${randomUUID()}`;
    try {
      await storage.write(key, Buffer.from(key));
      const kept = await storage.read(key);
      if (!kept || (await buffer(kept.stream)).toString() !== key)
        throw new Error('The storage lost a file.');
    } finally {
      await storage.delete(key);
    }
  },
};

export function serveHealth(app: FastifyInstance, platform: Platform): void {
  app.get('/health/live', async () => ({ live: true }));
  app.get('/health/ready', async (_request, reply) => {
    const tried = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await passes(check, platform)] as const),
    );
    const ready = tried.every(([, passed]) => passed);
    return reply.code(ready ? 200 : 503).send({ ready, ...Object.fromEntries(tried) });
  });
}

async function passes(check: Check, platform: Platform): Promise<boolean> {
  const given = new AbortController();
  const tooLong = after(patience, undefined, { signal: given.signal, ref: false }).then(() => {
    throw new Error(`A check took longer than ${patience} ms.`);
  });
  tooLong.catch(() => undefined);
  try {
    await Promise.race([check(platform), tooLong]);
    return true;
  } catch (error) {
    platform.services.log.warn({ err: error }, 'A readiness check failed.');
    return false;
  } finally {
    given.abort();
  }
}
