import { domainToASCII } from 'node:url';

const local = String.raw`[^\s@"(),:;<>[\]\\\p{C}]{1,64}`;
const domain = String.raw`[^\s@"(),:;<>[\]\\/\p{C}]{1,255}`;
const address = new RegExp(`^(${local})@(${domain})$`, 'u');

/**
 * The address as a mail server takes it, its domain in ASCII; null where it could not be one, or could be read
 * as two. Quoted local parts and address literals are refused: no buyer has one, and every trick needs one.
 */
export function mailableAddress(text: string): string | null {
  const [, mailbox, host] = address.exec(text) ?? [];
  const ascii = host && domainToASCII(host);
  return mailbox && ascii ? `${mailbox}@${ascii}` : null;
}
