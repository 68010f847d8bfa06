import { createHash } from 'node:crypto';

/** Makes texts that stand nowhere else, the same ones for the same seed. Letters only: no sorting key changes them. */
export class Canaries {
  private made = 0;

  constructor(private readonly seed: string) {}

  text(): string {
    return `xq${this.bytes()
      .subarray(0, 6)
      .toString('hex')
      .replace(/[0-9a-f]/g, asLetter)}qx`;
  }

  email(): string {
    return `${this.text()}@example.com`;
  }

  /** Minor units: seven digits before the point, so that no other number of an answer looks like it. */
  price(): number {
    return 100_000_000 + (this.bytes().readUInt32BE(0) % 900_000_000);
  }

  address(): string {
    return `10.${[...this.bytes().subarray(0, 3)].map((byte) => (byte % 200) + 20).join('.')}`;
  }

  private bytes(): Buffer {
    this.made += 1;
    return createHash('sha256').update(`${this.seed} ${this.made}`).digest();
  }
}

const asLetter = (digit: string) => 'abcdefghijklmnop'[parseInt(digit, 16)]!;

/** Ids, texts, prices, network addresses and digests: whatever could be somebody’s. */
const telling =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|xq[a-p]{12}qx|\b\d{7}\.\d{2}\b|\b10\.\d{2,3}\.\d{2,3}\.\d{2,3}\b|(?<![\w-])[\w-]{43}(?![\w-])/g;

export const tellingIn = (text: string): string[] => [...new Set(text.match(telling))];

/** A price as answers show it. */
export const asAmount = (minor: number): string => (minor / 100).toFixed(2);
