import { readFileSync } from 'node:fs';
import ipaddr from 'ipaddr.js';
import { Reader, type Response } from 'mmdb-lib';

let registry: Reader<Response> | undefined;
/** What the registries of the internet publish about who holds which addresses; read when first asked for. */
const registryOfAddresses = () =>
  (registry ??= new Reader(
    readFileSync(require.resolve('@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb')),
  ));

/** The country in which the holder of a network address is registered; null for a private or unknown one. */
export function countryOf(ip: string | null): string | null {
  if (!ip || !ipaddr.isValid(ip)) return null;
  const address = ipaddr.process(ip);
  // The registry names holders of private ranges as well.
  if (address.range() !== 'unicast') return null;
  const place = registryOfAddresses().get(address.toString()) as { country_code: string } | null;
  return place?.country_code ?? null;
}
