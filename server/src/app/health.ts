import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as after } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import type { Platform } from '../platform/request-context';
import type { Storage } from '../platform/storage';
import type { Worker } from './worker';

/** How long a probe waits for a part, and how long it believes what the last one found. */
const patience = 5_000;
const fresh = 2_000;

/** What serving needs, each really tried. */
function partsOf({ dataSource, services }: Platform, worker: Worker): Record<string, () => Promise<unknown>> {
  return {
    database: () => dataSource.query('SELECT 1'),
    migrations: () => allApplied(dataSource),
    storage: () => keepsFiles(services.storage),
    queue: () => worker.proveWorking(),
  };
}

/** Every migration of this version of Portico, and every table with every column that it reads. */
async function allApplied(dataSource: DataSource): Promise<void> {
  const applied = await dataSource.query<{ name: string }[]>('SELECT name FROM migrations');
  const missing = shipped.filter((name) => !applied.some((each) => each.name === name));
  if (missing.length) throw new Error(`Not applied: ${missing.join(', ')}.`);
  await dataSource.query(
    dataSource.entityMetadatas
      .map(({ tableName, columns }) => {
        const names = columns.map(({ databaseName }) => dataSource.driver.escape(databaseName));
        return `SELECT ${names.join(', ')} FROM ${dataSource.driver.escape(tableName)} LIMIT 0`;
      })
      .join(';'),
  );
}

/** `1795308201265-Spine.ts` holds the migration `Spine1795308201265`. */
const shipped = readdirSync(join(__dirname, '../migrations')).flatMap((file) => {
  const [, moment, name] = /^(\d+)-(\w+)\.(?:ts|js)$/.exec(file) ?? [];
  return moment ? [`${name}${moment}`] : [];
});

async function keepsFiles(storage: Storage): Promise<void> {
  const key = `health/${randomUUID()}`;
  try {
    await storage.write(key, Buffer.from(key));
    const kept = await storage.read(key);
    if (!kept || (await buffer(kept.stream)).toString() !== key) throw new Error('The storage lost a file.');
  } finally {
    await storage.delete(key);
  }
}

/** Neither is ever turned away, however much there is to do: whoever asks decides whether to start anew. */
export function serveHealth(app: FastifyInstance, platform: Platform, worker: Worker): void {
  const parts = Object.entries(partsOf(platform, worker)).map(
    ([name, tries]) => [name, new Part(name, tries, platform)] as const,
  );
  app.get('/health/live', async () => ({ live: true }));
  app.get('/health/ready', async (_request, reply) => {
    const told = await Promise.all(parts.map(async ([name, part]) => [name, await part.works()] as const));
    const ready = told.every(([, works]) => works);
    return reply.code(ready ? 200 : 503).send({ ready, ...Object.fromEntries(told) });
  });
}

/** Tried once at a time, however many ask and however long it hangs; what was found holds for a moment. */
class Part {
  private trial: Promise<boolean> | null = null;
  private found = { works: false, at: -Infinity };

  constructor(
    private readonly name: string,
    private readonly tries: () => Promise<unknown>,
    private readonly platform: Platform,
  ) {}

  async works(): Promise<boolean> {
    if (performance.now() - this.found.at < fresh) return this.found.works;
    this.trial ??= this.tried();
    const given = new AbortController();
    const tooLong = after(patience, false, { signal: given.signal, ref: false }).catch(() => false);
    const works = await Promise.race([this.trial, tooLong]);
    given.abort();
    return works;
  }

  private async tried(): Promise<boolean> {
    const works = await this.tries().then(
      () => true,
      (err: unknown) => {
        this.platform.services.log.warn({ err, part: this.name }, 'A readiness check failed.');
        return false;
      },
    );
    this.trial = null;
    this.found = { works, at: performance.now() };
    return works;
  }
}
