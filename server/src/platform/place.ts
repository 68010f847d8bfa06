import ipaddr from 'ipaddr.js';

/** Where a request comes from, as limits count it: with IPv6 everybody has a whole /64 of addresses to guess from. */
export function placeOf(ip: string | null): string {
  if (!ip || !ipaddr.isValid(ip)) return 'nowhere';
  const address = ipaddr.process(ip);
  return address.kind() === 'ipv6' ? address.toByteArray().slice(0, 8).join('.') : address.toString();
}
