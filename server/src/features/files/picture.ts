import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import sharp, { type OutputInfo } from 'sharp';
import { ErrorCode, refuse } from '../../platform/errors';
import type { FilePurpose } from './file.entity';
import { purposes, type PurposeRules } from './file-purposes';
import { drawnSvg, isSvg } from './svg';

/** A picture as it is kept: drawn anew, so that nothing that was hidden in the upload is in it. */
export interface KeptPicture {
  width: number;
  height: number;
  sha256: string;
  /** WebP by width, the smallest first. */
  sizes: Map<number, Buffer>;
}

type Raw = { data: Buffer; info: OutputInfo };

const maxPixels = 50_000_000;
const patience = { seconds: 20 };

const notTaken = (reason?: string) =>
  refuse(ErrorCode.FILE_TYPE_NOT_ALLOWED, 'The content of this file is no picture that is taken here.', {
    ...(reason && { reason }),
  });

let last: Promise<unknown> = Promise.resolve();
/** One picture at a time: a decoded one takes hundreds of megabytes. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
}

/** Decides by the content alone what was uploaded, and draws it again in the widths of its purpose. */
export async function keptPicture(bytes: Buffer, purpose: FilePurpose): Promise<KeptPicture> {
  if (bytes.length === 0) throw notTaken('empty');
  const rules = purposes[purpose];
  const type = isSvg(bytes) ? 'image/svg+xml' : (await fileTypeFromBuffer(bytes))?.mime;
  if (!rules.types.some((taken) => taken === type)) throw notTaken();
  return inTurn(() => sizesOf(bytes, type === 'image/svg+xml', rules));
}

async function sizesOf(bytes: Buffer, svg: boolean, rules: PurposeRules): Promise<KeptPicture> {
  const largest = rules.widths.at(-1)!;
  const picture = svg ? await drawnSvg(bytes, largest) : bytes;
  if (!picture) throw notTaken('damaged');
  const raw = await decoded(picture, largest);
  const widths = [...rules.widths.filter((width) => width < raw.info.width), raw.info.width];
  const sizes = new Map<number, Buffer>();
  for (const width of widths) {
    const { data, info } = await encoded(raw, width, rules);
    sizes.set(info.width, data);
  }
  const sorted = new Map([...sizes].sort(([a], [b]) => a - b));
  const [width, webp] = [...sorted].at(-1)!;
  const height = Math.max(1, Math.round((raw.info.height * width) / raw.info.width));
  return { width, height, sha256: createHash('sha256').update(webp).digest('hex'), sizes: sorted };
}

/** The pixels, turned as the camera was held, in the colours of the web, without anything else of the file. */
async function decoded(bytes: Buffer, largest: number): Promise<Raw> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > maxPixels) {
      const limit = maxPixels / 1_000_000;
      throw refuse(ErrorCode.FILE_TOO_LARGE, `The picture has more than ${limit} million pixels.`, {
        reason: 'pixels',
        limit,
      });
    }
    return await sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
      .timeout(patience)
      .autoOrient()
      .resize({ width: largest, height: 2 * largest, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
  } catch (error) {
    // What sharp cannot read is the uploader's to mend, not ours.
    throw error instanceof Error && error.message.startsWith('The picture has') ? error : notTaken('damaged');
  }
}

/** As good as the purpose wants; where it must be small, less good, and less wide in the end. */
async function encoded({ data, info }: Raw, width: number, rules: PurposeRules): Promise<Raw> {
  const { width: rawWidth, height, channels } = info;
  for (let quality = rules.quality; quality >= 40; quality -= 20) {
    const webp = await sharp(data, { raw: { width: rawWidth, height, channels } })
      .timeout(patience)
      .resize({ width })
      .webp({ quality, alphaQuality: 100, effort: 3 })
      .toBuffer({ resolveWithObject: true });
    if (!rules.maxKept || webp.info.size <= rules.maxKept) return webp;
  }
  return encoded({ data, info }, Math.round(width * 0.75), rules);
}
