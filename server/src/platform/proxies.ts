import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Tells whether an address is one of the proxies that are believed: addresses, or networks (CIDR). */
export function among(networks: readonly string[]): (address: string | undefined) => boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [written = '', bits] = network.split('/');
    const address = ipaddr.parse(written).toString();
    const kind = kindOf(address);
    if (bits === undefined) list.addAddress(address, kind);
    else list.addSubnet(address, Number(bits), kind);
  }
  return (address) => address !== undefined && list.check(address, kindOf(address));
}

const kindOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4');

/** Who asks, as the trusted proxies tell it; what stands beyond the first that is not trusted anybody may have written. */
export function clientOf(
  { headers, socket }: IncomingMessage,
  isTrusted: (address: string | undefined) => boolean,
): string | null {
  let address = socket.remoteAddress;
  for (const told of forwarded(headers['x-forwarded-for']).toReversed()) {
    if (!isTrusted(address) || !isIP(told)) break;
    address = told;
  }
  return address ?? null;
}

const forwarded = (header: string | string[] | undefined) =>
  header === undefined
    ? []
    : String(header)
        .split(',')
        .map((each) => each.trim());
