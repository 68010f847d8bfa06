import sharp from 'sharp';
import { hexColour, luminance } from './colour';

/** How a company shows itself in its mails. */
export interface MailBrand {
  companyName: string;
  primary: string;
  accent: string;
  /** As it was uploaded and sanitised, in any format that sharp reads. */
  logo?: { bytes: Buffer; mime: string };
  contactEmail?: string;
  contactPhone?: string;
  /** IANA name; moments are told by the company's clock. */
  timeZone: string;
  /** The one configured address that every link starts with. */
  publicUrl: string;
}

/** A logo that every mail reader shows: a PNG on a ground of its own, for dark readers have dark pages. */
export interface MailLogo {
  png: Buffer;
  /** In CSS pixels; the picture has twice as many. */
  width: number;
  height: number;
  /** Its ground is white, which a dark page has to frame. */
  onWhite: boolean;
}

const largest = { width: 200, height: 56 };
const density = 2;

/** Null where the file cannot be read: the mail then carries the company's name, and still goes. */
export async function mailLogo({
  logo,
  primary,
}: Pick<MailBrand, 'logo' | 'primary'>): Promise<MailLogo | null> {
  if (!logo) return null;
  try {
    const { data, info } = await sharp(logo.bytes, { limitInputPixels: 50_000_000, density: 200 })
      .rotate()
      .resize({
        width: largest.width * density,
        height: largest.height * density,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const ground = isPale(data) ? darkGround(primary) : '#ffffff';
    const picture = sharp(data, { raw: info }).flatten({ background: ground });
    const onWhite = ground === '#ffffff';
    const margin = onWhite ? 0 : 12 * density;
    const { data: png, info: size } = await picture
      .extend({ top: margin, bottom: margin, left: margin, right: margin, background: ground })
      .png({ compressionLevel: 9 })
      .toBuffer({ resolveWithObject: true });
    return { png, width: Math.ceil(size.width / density), height: Math.ceil(size.height / density), onWhite };
  } catch {
    return null;
  }
}

/** A logo drawn in white for dark pages would vanish on a white ground. */
function isPale(rgba: Buffer): boolean {
  let ink = 0;
  let light = 0;
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3]! / 255;
    ink += alpha;
    light += (alpha * Math.min(rgba[at]!, rgba[at + 1]!, rgba[at + 2]!)) / 255;
  }
  // An opaque picture brings its own ground.
  return ink > 0 && ink < (rgba.length / 4) * 0.98 && light / ink > 0.8;
}

function darkGround(primary: string): string {
  const colour = hexColour(primary);
  return colour && luminance(colour) < 0.3 ? colour : '#1f2430';
}
