import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { DiskStorage } from './storage';

const folder = mkdtempSync(join(tmpdir(), 'portico-storage-'));
const storage = new DiskStorage(folder);
afterAll(() => rm(folder, { recursive: true, force: true }));

const contentOf = async (key: string) => {
  const found = await storage.read(key);
  return found && text(found.stream);
};

test('what is written is read, from a buffer or a stream, and written over', async () => {
  await storage.write('company/file/1.webp', Buffer.from('one'));
  expect((await storage.read('company/file/1.webp'))!.bytes).toBe(3);
  await storage.write('company/file/1.webp', Readable.from([Buffer.from('t'), Buffer.from('wo')]));
  expect(await contentOf('company/file/1.webp')).toBe('two');
});

test('what is not there is nothing, and neither is a folder', async () => {
  expect(await storage.read('company/file/2.webp')).toBeNull();
  expect(await storage.read('company/file')).toBeNull();
  await expect(storage.delete('company/file/2.webp')).resolves.toBeUndefined();
});

test('a write that breaks off leaves nothing behind', async () => {
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('half');
      throw new Error('The line broke.');
    })(),
  );
  await expect(storage.write('company/broken/1.webp', broken)).rejects.toThrow('The line broke.');
  expect(readdirSync(join(folder, 'company/broken'))).toEqual([]);
});

test('a prefix deletes all that is below it, and nothing beside it', async () => {
  await storage.write('company/a/1.webp', Buffer.from('1'));
  await storage.write('company/a/2.webp', Buffer.from('2'));
  await storage.write('company/ab/1.webp', Buffer.from('3'));
  await storage.delete('company/a/');
  expect(await storage.read('company/a/1.webp')).toBeNull();
  expect(await contentOf('company/ab/1.webp')).toBe('3');
});

test('every key is listed, below a prefix too, and nothing that is none', async () => {
  const own = join(folder, 'own');
  const kept = new DiskStorage(own);
  await kept.write('company/a/1.webp', Buffer.from('1'));
  await kept.write('company/ab/2.webp', Buffer.from('2'));
  await kept.write('removals/x', Buffer.from('3'));
  mkdirSync(join(own, 'lost+found'));
  writeFileSync(join(own, '.DS_Store'), '');
  writeFileSync(join(own, 'company/a/1.webp.partial-7-7'), 'half');
  const listed = async (prefix?: string) => {
    const keys: string[] = [];
    for await (const key of kept.list(prefix)) keys.push(key);
    return keys.sort();
  };
  expect(await listed()).toEqual(['company/a/1.webp', 'company/ab/2.webp', 'removals/x']);
  expect(await listed('company/a/')).toEqual(['company/a/1.webp']);
  expect(await listed('nothing/')).toEqual([]);
});

test('a file that is deleted while it is read is read to its end', async () => {
  await storage.write('company/open/1.webp', Buffer.from('still here'));
  const found = await storage.read('company/open/1.webp');
  await storage.delete('company/open/');
  expect(await text(found!.stream)).toBe('still here');
});

test.each(['', '/', '../x', 'a/../../x', 'a/..', '/etc/passwd', 'a\\b', 'a/\u0000', 'A/b', 'a//b'])(
  'E3 the key %j leads nowhere',
  async (key) => {
    await expect(storage.read(key)).rejects.toThrow('Not a storage key.');
    await expect(storage.write(key, Buffer.from('x'))).rejects.toThrow('Not a storage key.');
    await expect(storage.delete(key)).rejects.toThrow('Not a storage key.');
  },
);
