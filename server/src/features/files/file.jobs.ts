import { workJob } from '../../platform/outbox/job';
import { folderOf } from './file-keys';

/**
 * Deletes an upload that nobody took, or a picture that was replaced: the row and the bytes. Also right where the row
 * is gone already, or never came to be because the server died while it stored the bytes.
 */
export const deleteFile = workJob<{ fileId: string }>('files.delete', async (tx, { fileId }) => {
  const key = [tx.companyId, fileId];
  await tx.execute('DELETE FROM files WHERE company_id = $1 AND id = $2 AND attached_at IS NULL', key);
  const [taken] = await tx.execute('SELECT 1 FROM files WHERE company_id = $1 AND id = $2', key);
  if (!taken) await tx.platform.services.storage.delete(folderOf(tx.companyId, fileId));
});
