import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { aPicture, noise } from '../../../test/pictures';
import { Refusal } from '../../platform/errors';
import { FilePurpose } from './file.entity';
import { keptPicture } from './picture';

const { COMPANY_LOGO, LOGIN_IMAGE, PROFILE_PICTURE, PROJECT_IMAGE, UNIT_PLAN } = FilePurpose;

const largestOf = async (bytes: Buffer, purpose: FilePurpose) =>
  [...(await keptPicture(bytes, purpose)).sizes.values()].at(-1)!;

async function refusalOf(bytes: Buffer, purpose = COMPANY_LOGO) {
  const error: unknown = await keptPicture(bytes, purpose).catch((thrown: unknown) => thrown);
  if (!(error instanceof Refusal)) throw error;
  const { code, reason, limit } = error.troubles[0]!;
  return { code, reason, limit };
}

const notTaken = (reason?: string) => ({ code: 'FILE_TYPE_NOT_ALLOWED', reason, limit: undefined });
const svg = (content: string, attributes = 'width="200" height="100"') =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${content}</svg>`,
  );

/** A picture that claims a size and has no pixels. */
function pngHeader(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', size), chunk('IDAT', deflateSync(Buffer.alloc(1)))]);
}

describe('what is kept', () => {
  test.each(['png', 'jpeg', 'webp'] as const)(
    'a %s is kept as WebP in the widths of its purpose',
    async (format) => {
      const { width, height, sizes } = await keptPicture(
        await aPicture({ width: 1000, height: 500, format }),
        PROJECT_IMAGE,
      );
      expect({ width, height, widths: [...sizes.keys()] }).toEqual({
        width: 1000,
        height: 500,
        widths: [160, 480, 960, 1000],
      });
      for (const [each, webp] of sizes) {
        expect(await sharp(webp).metadata()).toMatchObject({
          format: 'webp',
          width: each,
          height: Math.round(each / 2),
        });
      }
    },
  );

  test('a small picture is not made larger', async () => {
    const { sizes } = await keptPicture(await aPicture({ width: 40, height: 30 }), PROFILE_PICTURE);
    expect([...sizes.keys()]).toEqual([40]);
  });

  test('a picture of one pixel is a picture', async () => {
    expect(await keptPicture(await aPicture({ width: 1, height: 1 }), PROFILE_PICTURE)).toMatchObject({
      width: 1,
      height: 1,
    });
  });

  test('the place where a photo was taken is gone, and it stands upright', async () => {
    const photo = await sharp(await aPicture({ width: 300, height: 200, format: 'jpeg' }))
      .withExif({ IFD0: { Make: 'A camera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 3/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(photo.toString('latin1')).toContain('Exif');
    const kept = await largestOf(photo, PROFILE_PICTURE);
    const { width, height, exif, icc, xmp, orientation } = await sharp(kept).metadata();
    expect({ width, height, exif, icc, xmp, orientation }).toEqual({ width: 200, height: 300 });
  });

  test('transparency stays', async () => {
    const logo = await sharp({ create: { width: 100, height: 50, channels: 4, background: '#ff000000' } })
      .png()
      .toBuffer();
    expect((await sharp(await largestOf(logo, COMPANY_LOGO)).metadata()).hasAlpha).toBe(true);
  });

  test('the colours of a printer become those of a screen', async () => {
    const print = await sharp(await aPicture())
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer();
    expect((await sharp(await largestOf(print, UNIT_PLAN)).metadata()).space).toBe('srgb');
  });

  test('no width of a login picture has more than 400 kB, whatever it shows', async () => {
    const { width, sizes } = await keptPicture(await noise(1400, 900), LOGIN_IMAGE);
    expect(Math.max(...[...sizes.values()].map(({ length }) => length))).toBeLessThanOrEqual(400_000);
    expect(width).toBe([...sizes.keys()].at(-1));
    expect([...sizes.keys()]).toEqual([...sizes.keys()].sort((a, b) => a - b));
  }, 60_000);

  test('what hides behind the end of a picture is gone', async () => {
    const polyglot = Buffer.concat([
      await aPicture(),
      Buffer.from('<script>alert(1)</script><?php system($_GET[0]);'),
    ]);
    expect((await largestOf(polyglot, COMPANY_LOGO)).toString('latin1')).not.toContain('script');
  });
});

describe('what is not taken', () => {
  test.each(['gif', 'tiff', 'avif'] as const)('a %s', async (format) => {
    expect(await refusalOf(await aPicture({ format }))).toEqual(notTaken());
  });

  test.each([
    ['a text', 'just a text'],
    ['a page', '<!doctype html><html><body><svg xmlns="http://www.w3.org/2000/svg"></svg></body></html>'],
    ['a page in a comment', '<!-- <svg> --><html><script>alert(1)</script></html>'],
    ['a PDF', '%PDF-1.7\n'],
    ['a program', 'MZ\u0090\u0000'],
  ])('%s', async (_what, text) => {
    expect(await refusalOf(Buffer.from(text))).toEqual(notTaken());
  });

  test('nothing at all', async () => {
    expect(await refusalOf(Buffer.alloc(0))).toEqual(notTaken('empty'));
  });

  test('the beginning of a picture', async () => {
    const photo = await noise(300, 200);
    expect(await refusalOf(photo.subarray(0, 400))).toEqual(notTaken('damaged'));
    expect(await refusalOf(photo.subarray(0, photo.length / 2))).toEqual(notTaken('damaged'));
    expect(await refusalOf((await aPicture()).subarray(0, 12))).toEqual(notTaken());
  });

  test('E4 a few bytes that would be a billion pixels', async () => {
    const bomb = pngHeader(30_000, 16_000);
    expect(bomb.length).toBeLessThan(100);
    expect(await refusalOf(bomb)).toEqual({ code: 'FILE_TOO_LARGE', reason: 'pixels', limit: 50 });
  });

  test('a drawing, but for a logo', async () => {
    for (const purpose of [LOGIN_IMAGE, PROFILE_PICTURE, PROJECT_IMAGE, UNIT_PLAN]) {
      expect(await refusalOf(svg('<rect width="9" height="9"/>'), purpose)).toEqual(notTaken());
    }
  });
});

describe('E1 a logo that is a drawing', () => {
  test('is kept as the picture that it draws, without its scripts, links and styles', async () => {
    const kept = await largestOf(
      svg(
        '<script>alert(1)</script><a xlink:href="javascript:alert(2)"><rect width="200" height="100" fill="#0000ff" onload="alert(3)"/></a>',
      ),
      COMPANY_LOGO,
    );
    expect(kept.toString('latin1')).not.toMatch(/script|alert|onload/);
    const { data, info } = await sharp(kept).raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 1200, height: 600 });
    expect(data[2]).toBeGreaterThan(200);
  });

  test.each([
    ['without a size', '', 'viewBox="0 0 40 20"'],
    ['of a huge size', '', 'width="60000" height="30000"'],
    [
      'after a declaration',
      '<?xml version="1.0"?>\n<!-- made by hand -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
      'width="40" height="20"',
    ],
  ])('is drawn %s', async (_what, before, attributes) => {
    const drawing = Buffer.concat([
      Buffer.from(before),
      svg('<rect width="40" height="20" fill="red"/>', attributes),
    ]);
    expect(await keptPicture(drawing, COMPANY_LOGO)).toMatchObject({ width: 1200, height: 600 });
  });

  test('reads no file of the server', async () => {
    const outside = svg(
      `<image width="200" height="100" xlink:href="file://${__dirname}/../../../../web/public/favicon.svg"/>`,
    );
    const { data } = await sharp(await largestOf(outside, COMPANY_LOGO))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(new Set(data)).toEqual(new Set([0]));
  });

  test('with entities, or broken, is not taken', async () => {
    const laughs = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
    expect(await refusalOf(Buffer.concat([Buffer.from(laughs), svg('<text>&b;</text>')]))).toEqual(
      notTaken(),
    );
    expect(await refusalOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><rect'))).toEqual(
      notTaken('damaged'),
    );
  });

  test('E4 that would be drawn for hours is given up', async () => {
    const masks = Array.from(
      { length: 20 },
      (_, index) =>
        `<mask id="m${index + 1}">${`<rect width="200" height="100" fill="#fff" mask="url(#m${index})"/>`.repeat(10)}</mask>`,
    );
    const bomb = svg(
      `<defs><mask id="m0"><rect width="9" height="9" fill="#fff"/></mask>${masks.join('')}</defs><rect width="200" height="100" mask="url(#m20)"/>`,
    );
    expect(await refusalOf(bomb)).toEqual(notTaken('damaged'));
  }, 30_000);
});
