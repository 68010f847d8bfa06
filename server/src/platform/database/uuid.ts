import { randomFillSync } from 'node:crypto';

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isUuid = (text: string) => pattern.test(text);

let lastMillisecond = 0;
let counter = 0;

/** RFC 9562, version 7: sorts by time, and within a millisecond by a counter, so that rows keep their order. */
export function uuidv7(): string {
  const bytes = randomFillSync(Buffer.alloc(16));
  let now = Date.now();
  if (now <= lastMillisecond) {
    now = lastMillisecond;
    counter += 1;
    if (counter > 0xfff) {
      now += 1;
      counter = 0;
    }
  } else {
    counter = 0;
  }
  lastMillisecond = now;
  bytes.writeUIntBE(now, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
