import { uuidv7 } from '../../platform/database/uuid';
import { enqueue } from '../../platform/outbox/job';
import type { RequestContext } from '../../platform/request-context';
import { File, type FilePurpose } from './file.entity';
import { deleteFile } from './file.jobs';
import { folderOf, keyOf } from './file-keys';
import { keptPicture, type KeptPicture } from './picture';

interface Named {
  purpose: FilePurpose;
  name: string;
}

const day = 24 * 3600 * 1000;

/** Keeps a picture for its uploader, for a day, within which a command takes it. */
export async function storePicture(
  ctx: RequestContext,
  { bytes, ...named }: Named & { bytes: Buffer },
): Promise<File> {
  return storeKept(ctx, await keptPicture(bytes, named.purpose), named);
}

/** The same for a picture that is drawn already; drawing is what takes time. */
export async function storeKept(
  ctx: RequestContext,
  { width, height, sha256, sizes }: KeptPicture,
  { purpose, name }: Named,
): Promise<File> {
  const id = uuidv7();
  const uploadedById = ctx.viewer?.identityId ?? null;
  // Before the first byte: then nothing can outlast the day, even if the server dies while it stores.
  await ctx.inTransaction((tx) =>
    enqueue(tx, deleteFile, { fileId: id }, { runAt: new Date(Date.now() + day).toISOString() }),
  );
  await writeAll(ctx, id, sizes);
  return ctx.inTransaction((tx) =>
    tx.insert(File, {
      id,
      purpose,
      name,
      mime: 'image/webp',
      bytes: [...sizes.values()].reduce((sum, webp) => sum + webp.length, 0),
      sha256,
      storageKey: keyOf(ctx.companyId, id, width),
      width,
      height,
      widths: [...sizes.keys()],
      uploadedById,
      attachedAt: null,
    }),
  );
}

/** All of its sizes or none: where the disk is full, what was written already must not keep the room. */
async function writeAll(ctx: RequestContext, id: string, sizes: KeptPicture['sizes']): Promise<void> {
  const { storage } = ctx.platform.services;
  try {
    for (const [width, webp] of sizes) await storage.write(keyOf(ctx.companyId, id, width), webp);
  } catch (error) {
    await storage.delete(folderOf(ctx.companyId, id));
    throw error;
  }
}
