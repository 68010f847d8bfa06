import { invalid } from '../../platform/errors';
import { enqueue } from '../../platform/outbox/job';
import type { Transaction } from '../../platform/request-context';
import { isUuid } from '../../platform/database/uuid';
import type { FilePurpose } from './file.entity';
import { deleteFile } from './file.jobs';

interface Taking {
  purpose: FilePurpose;
  /** Path of the input field, for the refusal. */
  field: string | string[];
  /** The file that gives way, if any. */
  replaces: string | null;
}

/**
 * A command takes an uploaded picture, its viewer's own and for this purpose, in place of another or of none; with
 * null it only lets the other go. Left out, nothing changes.
 */
export async function replaceFile(
  tx: Transaction,
  fileId: string | null | undefined,
  { purpose, field, replaces }: Taking,
): Promise<void> {
  if (fileId === undefined || fileId === replaces) return;
  if (fileId) await attachFile(tx, fileId, purpose, field);
  if (replaces) await detachFile(tx, replaces);
}

/** Takes an upload, once; it no longer belongs to its uploader. */
export async function attachFile(
  tx: Transaction,
  fileId: string,
  purpose: FilePurpose,
  field: string | string[],
): Promise<void> {
  const uploader = tx.asker === 'system' ? null : tx.signedIn.identityId;
  const taken = isUuid(fileId)
    ? await tx.execute(
        `UPDATE files SET attached_at = now(), uploaded_by_id = NULL
          WHERE company_id = $1 AND id = $2 AND purpose = $3 AND attached_at IS NULL
            AND ($4::uuid IS NULL OR uploaded_by_id = $4) RETURNING id`,
        [tx.companyId, fileId, purpose, uploader],
      )
    : [];
  if (!taken.length)
    throw invalid(field, 'invalid', 'This is no picture that you uploaded for this purpose.');
}

/** Nobody sees the file any more; its row and bytes go right after the commit. */
export async function detachFile(tx: Transaction, fileId: string): Promise<void> {
  await tx.execute(
    'UPDATE files SET attached_at = NULL, uploaded_by_id = NULL WHERE company_id = $1 AND id = $2',
    [tx.companyId, fileId],
  );
  await enqueue(tx, deleteFile, { fileId });
}
