import { Client } from 'pg';
import { features } from '../src/app/features';
import { Worker } from '../src/app/worker';
import type { Storage } from '../src/platform/storage';
import { theServer, type Site } from './http';
import { until } from './living';
import { theProduct } from './world';

const sound = { ready: true, database: true, migrations: true, storage: true, queue: true };

async function asOwner(statement: string): Promise<void> {
  const { database } = await theProduct();
  const client = new Client(database.ownerUrl);
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** What a probe is told, once it is not what an earlier one had found. */
const told = async (site: Site) => {
  const { status, json } = await site.fetch('/health/ready');
  return { status, ...json };
};

describe('readiness names the part that fails, and nothing more', () => {
  test.each([
    [
      'storage that writes nothing',
      'storage',
      { write: () => Promise.reject(new Error('EROFS /srv/portico')) },
    ],
    ['storage that keeps nothing', 'storage', { read: () => Promise.resolve(null) }],
  ])('%s', async (_what, part, broken: Partial<Storage>) => {
    const site = await theServer();
    const { services } = site.server.platform;
    const { storage } = services;
    services.storage = Object.assign(Object.create(storage) as Storage, broken);
    expect(await told(site)).toEqual({ status: 503, ...sound, ready: false, [part]: false });
    services.storage = storage;
    expect(await until(async () => (await told(site)).ready)).toBe(true);
  });

  test('a migration that was not applied', async () => {
    const site = await theServer();
    await asOwner(`UPDATE migrations SET name = 'away' || name`);
    try {
      expect(await told(site)).toEqual({ status: 503, ...sound, ready: false, migrations: false });
    } finally {
      await asOwner(`UPDATE migrations SET name = replace(name, 'away', '')`);
    }
  });

  test('an outbox that cannot be read', async () => {
    const site = await theServer();
    await asOwner('ALTER TABLE outbox RENAME TO outbox_away');
    try {
      const { ready, queue, database } = await told(site);
      expect({ ready, queue, database }).toEqual({ ready: false, queue: false, database: true });
    } finally {
      await asOwner('ALTER TABLE outbox_away RENAME TO outbox');
    }
  });
});

test('many probes at once try each part once, and a probe just after believes them', async () => {
  const site = await theServer();
  const { services } = site.server.platform;
  const { storage } = services;
  const written = jest.fn((key: string, bytes: Buffer) => storage.write(key, bytes));
  services.storage = Object.assign(Object.create(storage) as Storage, { write: written });
  await Promise.all(Array.from({ length: 20 }, () => told(site)));
  await told(site);
  expect(written).toHaveBeenCalledTimes(1);
});

test('a part that hangs fails the probe in a bounded time', async () => {
  const site = await theServer();
  const { services } = site.server.platform;
  const { storage } = services;
  const hangs = jest.fn(() => new Promise<void>(() => undefined));
  services.storage = Object.assign(Object.create(storage) as Storage, { write: hangs });
  expect(await told(site)).toEqual({ status: 503, ...sound, ready: false, storage: false });
  expect(await told(site)).toMatchObject({ status: 503, storage: false });
  expect(hangs).toHaveBeenCalledTimes(1);
  expect((await site.fetch('/health/live')).status).toBe(200);
});

test('a worker that has not looked into the outbox for long does not work', async () => {
  const { platform, database } = await theProduct();
  const transport = { send: () => Promise.reject(new Error('no mail')), close: () => undefined };
  const worker = new Worker(features, platform, transport, database.workerUrl, platform.services.log);
  await worker.proveWorking();
  const now = performance.now();
  const later = jest.spyOn(performance, 'now').mockReturnValue(now + 600_000);
  try {
    await expect(worker.proveWorking()).rejects.toThrow(/The worker has not looked for \d+ s\./);
  } finally {
    later.mockRestore();
    await worker.stop();
  }
});
