import sharp from 'sharp';
import type { File, FilePurpose } from '../src/features/files/file.entity';
import { storePicture } from '../src/features/files/store-picture';
import type { Someone } from './world';

interface Given {
  width?: number;
  height?: number;
  format?: 'png' | 'jpeg' | 'webp' | 'gif' | 'tiff' | 'avif';
}

/** A real picture of one colour. */
export const aPicture = ({ width = 400, height = 300, format = 'png' }: Given = {}): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#c96f4a' } })
    .toFormat(format)
    .toBuffer();

/** A picture that no compression makes small. */
export const noise = (width: number, height: number): Promise<Buffer> =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .jpeg({ quality: 95 })
    .toBuffer();

/** What somebody has uploaded and no command has taken yet. */
export async function anUpload(
  by: Someone,
  purpose: keyof typeof FilePurpose,
  bytes?: Buffer,
): Promise<File> {
  const ctx = by.company.as(await by.viewer());
  return storePicture(ctx, {
    bytes: bytes ?? (await aPicture()),
    purpose: purpose as FilePurpose,
    name: 'picture.png',
  });
}
