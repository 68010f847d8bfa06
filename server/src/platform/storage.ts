import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Where the bytes of files are. Keys are made by us: `company/file/width.webp`, never from what a person typed. */
export interface Storage {
  write(key: string, bytes: Buffer | Readable): Promise<void>;
  /** The stream holds something open until it is read to its end or destroyed. */
  read(key: string): Promise<{ stream: Readable; bytes: number } | null>;
  /** Deletes the key, or everything below a prefix that ends with `/`. */
  delete(keyOrPrefix: string): Promise<void>;
  /** Every key below a prefix that ends with `/`, or below none. */
  list(prefix?: string): AsyncIterable<string>;
}

/** The disk is full, or the quota of whoever runs the server is used up. */
export const isFull = (error: unknown) =>
  ['ENOSPC', 'EDQUOT', 'EFBIG'].includes((error as NodeJS.ErrnoException).code ?? '');

/** Files in a folder. A file appears under its key only when it is whole. */
export class DiskStorage implements Storage {
  constructor(private readonly folder: string) {}

  async write(key: string, bytes: Buffer | Readable): Promise<void> {
    const path = this.path(key);
    const partial = `${path}.partial-${process.pid}-${Date.now()}`;
    await mkdir(dirname(path), { recursive: true });
    try {
      await pipeline(Buffer.isBuffer(bytes) ? [bytes] : bytes, createWriteStream(partial, { flush: true }));
      await rename(partial, path);
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  }

  async read(key: string): Promise<{ stream: Readable; bytes: number } | null> {
    // Opened now: a file that is deleted meanwhile can still be read to its end.
    const file = await open(this.path(key)).catch(absent);
    if (!file) return null;
    const found = await file.stat();
    if (found.isFile()) return { stream: file.createReadStream(), bytes: found.size };
    await file.close();
    return null;
  }

  async delete(keyOrPrefix: string): Promise<void> {
    await rm(this.path(keyOrPrefix), { recursive: true, force: true });
  }

  async *list(prefix = ''): AsyncIterable<string> {
    const folder = prefix ? this.path(prefix) : this.folder;
    for (const entry of (await readdir(folder, { withFileTypes: true }).catch(absent)) ?? []) {
      const key = `${prefix}${entry.name}`;
      // What the system or a person has put there.
      if (!isKey(key)) continue;
      if (entry.isDirectory()) yield* this.list(`${key}/`);
      else if (!entry.name.includes('.partial-')) yield key;
    }
  }

  private path(key: string): string {
    if (!isKey(key)) throw new Error('Not a storage key.');
    return join(this.folder, key);
  }
}

const isKey = (key: string) => /^[a-z0-9-]+(\/[a-z0-9.-]+)*\/?$/.test(key) && !key.includes('..');

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
  throw error;
}
