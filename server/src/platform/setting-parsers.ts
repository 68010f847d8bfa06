import ipaddr from 'ipaddr.js';

/** Says what is wrong with a value without repeating it. */
export class Wrong extends Error {}

function parsedUrl(text: string, protocols: string[]): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !protocols.includes(url.protocol) || !url.hostname) {
    throw new Wrong(
      `must be an address that begins with ${protocols.map((each) => `${each}//`).join(' or ')}`,
    );
  }
  return url;
}

export function port(text: string): number {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > 65535) throw new Wrong('must be a whole number from 1 to 65535');
  return number;
}

const most = 64;

export function processes(text: string): number {
  const number = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > most) throw new Wrong(`must be a whole number from 1 to ${most}`);
  return number;
}

export function amount(text: string): number {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > 1e9) throw new Wrong('must be a whole number from 1 to 1000000000');
  return number;
}

export function publicUrl(text: string): string {
  const url = parsedUrl(text, ['http:', 'https:']);
  if (url.href !== `${url.origin}/`)
    throw new Wrong('must be scheme, host and port only, without path, query or user');
  return url.origin;
}

export function databaseUrl(text: string): string {
  const { pathname } = parsedUrl(text, ['postgres:', 'postgresql:']);
  if (!/^\/[^/]+$/.test(pathname)) throw new Wrong('must name a database after the host');
  return text;
}

export const smtpUrl = (text: string) => parsedUrl(text, ['smtp:', 'smtps:']).href;

export function host(text: string): string {
  if (!ipaddr.isValid(text) && !/^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(text))
    throw new Wrong('must be an IP address or a host name');
  return text;
}

export function sender(text: string): string {
  if (!/^([^<>\r\n]*<[^@<>\s]+@[^@<>\s]+>|[^@<>\s]+@[^@<>\s]+)$/.test(text)) {
    throw new Wrong('must be an e-mail address, with a name before it or without');
  }
  return text;
}

export function secret(text: string): string {
  if (text.length < 32) throw new Wrong('must have at least 32 characters');
  return text;
}

export function password(text: string): string {
  if (text.length < 16) throw new Wrong('must have at least 16 characters');
  return text;
}

export function networks(text: string): string[] {
  const all = text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  if (!all.every((each) => ipaddr.isValid(each) || ipaddr.isValidCIDR(each))) {
    throw new Wrong('must be IP addresses or networks (CIDR), separated by commas');
  }
  return all;
}

export const oneOf =
  <T extends string>(...choices: T[]) =>
  (text: string): T => {
    const choice = choices.find((each) => each === text);
    if (!choice) throw new Wrong(`must be one of ${choices.join(', ')}`);
    return choice;
  };

export function yesOrNo(text: string): boolean {
  const word = text.toLowerCase();
  if (!['true', 'false', '1', '0', 'yes', 'no', 'on', 'off'].includes(word))
    throw new Wrong('must be true or false');
  return ['true', '1', 'yes', 'on'].includes(word);
}
