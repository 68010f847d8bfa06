import { execFile } from 'node:child_process';

const patience = 8_000;

/** Plain JavaScript, so that it runs as it stands however the server itself is run. */
const program = `
const sharp = require(process.argv[1]);
const largest = Number(process.argv[2]);
const chunks = [];
process.stdin.on('data', (chunk) => chunks.push(chunk)).on('end', async () => {
  const svg = Buffer.concat(chunks);
  const { width, height } = await sharp(svg, { limitInputPixels: false }).metadata();
  const density = Math.min(Math.max((72 * largest) / Math.max(width, height), 1), 2400);
  const png = await sharp(svg, { density })
    .resize({ width: largest, height: largest, fit: 'inside', withoutEnlargement: true })
    .png({ compressionLevel: 1 })
    .toBuffer();
  process.stdout.write(png);
});
`;

/** The leading part of an SVG, in the one encoding that is taken; an entity could grow without bound. */
export const isSvg = (bytes: Buffer): boolean =>
  /^\uFEFF?\s*(<\?xml[^>]*>\s*)?(<!--(?:[^-]|-[^-])*-->\s*|<!DOCTYPE svg[^>[]*>\s*)*<svg[\s>]/i.test(
    bytes.toString('utf8', 0, 8192),
  );

/**
 * The picture that an SVG draws, as PNG; null where it draws none in time. Only the drawing is kept, so no script, link
 * or style of it reaches a browser. In a process of its own, because a few lines of SVG can keep it busy for hours.
 */
export function drawnSvg(svg: Buffer, largest: number): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['-e', program, require.resolve('sharp'), String(largest)],
      { encoding: 'buffer', env: {}, timeout: patience, killSignal: 'SIGKILL', maxBuffer: 64 * 1024 * 1024 },
      (error, png) => resolve(error || png.length === 0 ? null : png),
    );
    child.stdin?.on('error', () => undefined).end(svg);
  });
}
