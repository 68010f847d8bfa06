import type { UserErrorLike } from './errors';
import { signal } from './signals';

/** `FilePurpose` of the schema; no operation names it, so it is not generated. */
export type FilePurpose = 'COMPANY_LOGO' | 'LOGIN_IMAGE' | 'PROJECT_IMAGE' | 'PROFILE_PICTURE' | 'UNIT_PLAN';

export interface UploadedFile {
  id: string;
  url: string;
  width: number | null;
  height: number | null;
}

/** Refusals arrive in the same shape as those of mutations. */
export class UploadRefused extends Error {
  constructor(readonly errors: UserErrorLike[]) {
    super(errors[0]?.message ?? 'The upload was refused');
  }
}

/** Sends one file as it is; `onProgress` gets 0 to 1. XMLHttpRequest, because fetch tells no progress. */
export function uploadFile(
  file: File,
  purpose: FilePurpose,
  onProgress: (share: number) => void = () => undefined,
  cancel?: AbortSignal,
): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/uploads?purpose=${purpose}`);
    request.responseType = 'json';
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () => {
      const answer = request.response as UploadedFile | { errors?: UserErrorLike[] } | null;
      if (request.status === 401) signal('sessionExpired');
      if (request.status < 300 && answer && 'id' in answer) return resolve(answer);
      const errors = answer && 'errors' in answer && answer.errors?.length ? answer.errors : null;
      return reject(new UploadRefused(errors ?? [{ code: codeOf(request.status) }]));
    };
    request.onerror = () => reject(new UploadRefused([{ code: 'NETWORK' }]));
    request.onabort = () => reject(new DOMException('Upload cancelled', 'AbortError'));
    cancel?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function codeOf(status: number): UserErrorLike['code'] {
  if (status === 401) return 'UNAUTHENTICATED';
  if (status === 403) return 'FORBIDDEN';
  if (status === 413) return 'FILE_TOO_LARGE';
  if (status === 429) return 'RATE_LIMITED';
  return 'INTERNAL_SERVER_ERROR';
}
