import { BlockList, isIPv6 } from 'node:net';
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
