import { randomUUID } from 'node:crypto';
import { open, unlink } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ErrorCode, refuse } from '../../platform/errors';
import { megabyte } from './file-purposes';

const patience = 20_000;

const tooLarge = (maxBytes: number) =>
  refuse(ErrorCode.FILE_TOO_LARGE, `The file is larger than ${maxBytes / megabyte} MB.`, {
    limit: maxBytes / megabyte,
  });

/**
 * The body of an upload. It waits on disk, so that many slow ones do not fill the memory, in a file without a name: it
 * goes with its handle, whatever becomes of the upload.
 */
export async function receive(
  request: IncomingMessage,
  maxBytes: number,
  silence = patience,
): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const path = join(tmpdir(), `portico-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  await unlink(path);
  const giveUp = () => request.destroy(new Error('The upload fell silent.'));
  request.setTimeout(silence, giveUp);
  try {
    let received = 0;
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      received += chunk.length;
      if (received > maxBytes) throw tooLarge(maxBytes);
      await file.appendFile(chunk);
    }
    const bytes = Buffer.alloc(received);
    await file.read(bytes, 0, received, 0);
    return bytes;
  } finally {
    request.setTimeout(0);
    await file.close();
  }
}

/** Lets a refused upload finish for a while, so that its browser reads the answer and not a broken connection. */
export function drain(request: IncomingMessage, atMost: number): void {
  let left = atMost;
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
  request.setTimeout(patience, () => request.destroy());
  request.resume();
}
