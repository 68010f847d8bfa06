import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const bytesOf = (uuid: string) => Buffer.from(uuid.replaceAll('-', ''), 'hex');
const uuidOf = (bytes: Buffer) =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

export interface ReadToken {
  companyId: string;
  id: string;
}

/**
 * Tokens of sessions and links. Each carries its company and row, so that it is looked up within its company.
 *
 * A link's token is derived from the server's secret and its row's id: the worker can make it again for a mail
 * that a crash repeats, while the database holds only its digest.
 */
export class Tokens {
  constructor(private readonly secret: string) {}

  forSession(companyId: string, id: string): string {
    return Buffer.concat([bytesOf(companyId), bytesOf(id), randomBytes(32)]).toString('base64url');
  }

  forLink(companyId: string, id: string, purpose: string): string {
    const proof = createHmac('sha256', this.secret).update(`link:${purpose}:${companyId}:${id}`).digest();
    return Buffer.concat([bytesOf(companyId), bytesOf(id), proof]).toString('base64url');
  }

  read(token: string): ReadToken | null {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== 64 || bytes.toString('base64url') !== token) return null;
    return { companyId: uuidOf(bytes.subarray(0, 16)), id: uuidOf(bytes.subarray(16, 32)) };
  }

  digest(token: string): string {
    return createHash('sha256').update(token).digest('base64url');
  }

  matches(token: string, digest: string): boolean {
    const [given, held] = [Buffer.from(this.digest(token)), Buffer.from(digest)];
    return given.length === held.length && timingSafeEqual(given, held);
  }
}
