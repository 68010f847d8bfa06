import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { measured, readArchive, writeArchive, type Bytes, type Content } from './archive';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-archive-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = () => join(folder, 'a.tar.gz');
const bytesOf = (...chunks: Buffer[]) => Readable.from(chunks) as Bytes;

test('what goes in comes out, and only its owner may read it', async () => {
  const added: Content[] = [];
  await writeArchive(path(), async (archive) => {
    added.push(await archive.add('large', 3_000_000, bytesOf(...Array(3).fill(randomBytes(1_000_000)))));
    added.push(await archive.add('empty', 0, bytesOf()));
  });
  expect(statSync(path()).mode & 0o777).toBe(0o600);
  const found: Content[] = [];
  await readArchive(path(), async (name, bytes) => {
    found.push(await measured(name, bytes));
  });
  expect(found).toEqual(added);
});

test.each<[string, Bytes]>([
  [
    'a source that breaks',
    Readable.from([Buffer.from('abc')]).map(() => Promise.reject(new Error('broken'))),
  ],
  ['less than was told', bytesOf(Buffer.from('abc'))],
  ['more than was told', bytesOf(randomBytes(100))],
])('%s leaves no archive behind, and no half of one', async (_, source) => {
  await expect(
    writeArchive(path(), async (archive) => void (await archive.add('x', 10, source))),
  ).rejects.toThrow();
  expect(readdirSync(folder)).toEqual([]);
});

test('whatever byte of the content is altered, it is told', async () => {
  await writeArchive(path(), async (archive) => {
    await archive.add('x', 300, bytesOf(randomBytes(300)));
  });
  const whole = readFileSync(path());
  const read = () => readArchive(path(), async (name, bytes) => void (await measured(name, bytes)));
  await read();
  // Behind the header of gzip, whose time and system mean nothing.
  for (let at = 10; at < whole.length; at += 7) {
    const altered = Buffer.from(whole);
    altered[at]! ^= 0x55;
    writeFileSync(path(), altered);
    await expect(read()).rejects.toThrow();
  }
});
