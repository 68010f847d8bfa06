import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, pack, type Pack } from 'tar-stream';

/** One entry of an archive, as its manifest names it. */
export interface Content {
  name: string;
  bytes: number;
  sha256: string;
}

export type Bytes = AsyncIterable<Buffer>;

/** What an archive is made of while it is written. */
export class NewArchive {
  constructor(private readonly tar: Pack) {}

  /** A tar tells the size before the bytes; another size is an error. */
  async add(name: string, bytes: number, source: Bytes): Promise<Content> {
    const hash = createHash('sha256');
    const header = { name, size: bytes, mode: 0o600, mtime: new Date() };
    let entry!: Writable;
    const whole = new Promise<void>((resolve, reject) => {
      const told = (error?: Error | null) => (error ? reject(error) : resolve());
      entry = this.tar.entry(header, told) as unknown as Writable;
    });
    // Told by `whole`.
    entry.on('error', () => undefined);
    whole.catch(() => undefined);
    try {
      for await (const chunk of source) {
        hash.update(chunk);
        if (!entry.write(chunk)) await Promise.race([once(entry, 'drain'), whole]);
      }
      entry.end();
    } catch (error) {
      entry.destroy(error as Error);
      throw error;
    }
    await whole;
    return { name, bytes, sha256: hash.digest('hex') };
  }
}

/** What is written until it is whole. */
export const partialOf = (path: string) => `${path}.partial-${process.pid}`;

/** Writes a tar.gz that appears under its name only when it is whole and on disk. Nobody but its owner may read it. */
export async function writeArchive(
  path: string,
  fill: (archive: NewArchive) => Promise<void>,
): Promise<void> {
  const partial = partialOf(path);
  const tar = pack();
  // The least effort: pictures, which are nearly all of it, do not get smaller.
  const gzip = createGzip({ level: 1 });
  const file = createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true });
  const written = pipeline(tar as unknown as NodeJS.ReadableStream, gzip, file);
  const filled = fill(new NewArchive(tar)).then(
    () => tar.finalize(),
    (error: Error) => tar.destroy(error),
  );
  try {
    // A full disk is told by what writes, a row or file that cannot be read by what fills.
    await written;
    await filled;
    await rename(partial, path);
    await settled(dirname(path));
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/** A new name is safe when its folder is on disk. */
async function settled(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Hands every entry of an archive over, in its order. Throws where the archive is cut off or was altered on its way. */
export async function readArchive(
  path: string,
  take: (name: string, bytes: Bytes) => Promise<void>,
): Promise<void> {
  const tar = extract();
  // To the very end: what stands there tells whether everything before it is right.
  const read = pipeline(createReadStream(path), createGunzip(), tar as unknown as NodeJS.WritableStream);
  read.catch(() => undefined);
  try {
    for await (const entry of tar) {
      await take(entry.header.name, entry as unknown as Bytes);
      entry.resume();
    }
  } catch (error) {
    tar.destroy();
    throw error;
  }
  await read;
}

/** What is in these bytes, without keeping them. */
export async function measured(name: string, source: Bytes): Promise<Content> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of source) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { name, bytes, sha256: hash.digest('hex') };
}
