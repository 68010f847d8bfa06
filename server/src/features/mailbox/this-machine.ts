import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

const forwarding = /^(forwarded|via|x-forwarded-.*|x-real-ip|x-client-ip|true-client-ip|cf-.*)$/;

const isLoopback = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';

const isOwnName = (name: string): boolean =>
  name === 'localhost' || name.endsWith('.localhost') || isLoopback(name.replace(/^\[|\]$/g, ''));

const hostnameOf = (address: string): string | null =>
  URL.canParse(address) ? new URL(address).hostname : null;

/**
 * Whether somebody who sits at this machine asks it directly. A proxy that stands before it also comes from here:
 * its headers betray it, and where the public address is one of the world's by https there always is one. The name
 * in the address must be ours, or another site's page could have its own name point here and read the answer.
 */
export function isAtThisMachine({ socket, headers }: IncomingMessage, publicUrl: string): boolean {
  if (!socket.remoteAddress || !isLoopback(socket.remoteAddress)) return false;
  if (Object.keys(headers).some((name) => forwarding.test(name))) return false;
  const { hostname: publicName, protocol } = new URL(publicUrl);
  if (protocol === 'https:' && !isOwnName(publicName)) return false;
  const asked = hostnameOf(`http://${headers.host ?? ''}`);
  return asked !== null && (isOwnName(asked) || asked === publicName);
}
