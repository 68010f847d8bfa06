import { useEffect, useState } from 'react';
import { useTranslation } from '../platform/i18n';
import { errorText } from '../platform/errorText';
import { toUserErrors, type UserErrorLike } from '../platform/errors';
import { announce } from './announce';

export type Upload = (file: File, onProgress: (share: number) => void) => Promise<unknown>;

interface Options {
  onUpload: Upload;
  onRemove?: () => void | Promise<unknown>;
  mimeTypes: readonly string[];
  maxBytes?: number;
}

/** State of one picture on its way: preview, share sent, refusal in words. */
export function useImageUpload({ onUpload, onRemove, mimeTypes, maxBytes }: Options) {
  const { t } = useTranslation();
  const [preview, setPreview] = useState<string | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [refusals, setRefusals] = useState<UserErrorLike[]>([]);
  useEffect(() => () => void (preview && URL.revokeObjectURL(preview)), [preview]);

  const attempt = async (work: () => Promise<unknown>, done: string) => {
    setRefusals([]);
    try {
      await work();
      announce(done);
    } catch (thrown) {
      setRefusals(toUserErrors(thrown));
    } finally {
      setProgress(null);
      setPreview(null);
    }
  };
  const start = async (file: File) => {
    const refused = refusalOf(file, mimeTypes, maxBytes);
    if (refused) return setRefusals([refused]);
    setPreview(URL.createObjectURL(file));
    setProgress(0);
    await attempt(() => onUpload(file, setProgress), t('upload.done'));
  };
  const remove = () => attempt(async () => onRemove?.(), t('upload.removed'));
  return { preview, progress, error: refusals.map(errorText).join(' ') || null, start, remove };
}

/** What the server would refuse anyway, told before the bytes travel. */
function refusalOf(file: File, mimeTypes: readonly string[], maxBytes?: number): UserErrorLike | null {
  if (file.type && !mimeTypes.includes(file.type)) return { code: 'FILE_TYPE_NOT_ALLOWED' };
  if (maxBytes && file.size > maxBytes)
    return { code: 'FILE_TOO_LARGE', limit: Math.floor(maxBytes / 1_048_576) };
  return null;
}
