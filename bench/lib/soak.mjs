import { Told } from '../../scripts/lib/run.mjs';
import { measure, requestsFor } from './load.mjs';
import { table } from './report.mjs';

const mixed = new Set(['PortalHome', 'UnitPage', 'ContactListWithoutTotal', 'AuditLog']);
const secondsOfAPart = 5;

/** Many requests of several operations on the product, and how its memory fares: it must not grow without end. */
export async function soak(load, { variant, running }, operations, wanted, options) {
  const parts = operations
    .filter(({ name }) => mixed.has(name))
    .map((operation) => ({ operation, file: requestsFor('soak', variant, operation, options.dataDir) }));
  if (!parts.length) throw new Told(`The soak is of ${[...mixed].join(', ')}; --only leaves none of them.`);
  const rows = [];
  let requests = 0;
  for (let turn = 0; requests < wanted; turn += 1) {
    const { operation, file } = parts[turn % parts.length];
    const settings = { ...options, seconds: secondsOfAPart };
    const { rps, rssMb } = await measure(load, { running, file }, operation, settings);
    requests += Math.round(rps * secondsOfAPart);
    while (requests >= ((rows.length + 1) * wanted) / 10) {
      rows.push([`${Math.round(((rows.length + 1) * wanted) / 10)}`, 'portico', rssMb?.toFixed(0) ?? '–']);
    }
  }
  return table([['requests', 'variant', 'RSS MB'], ...rows.slice(0, 10)]);
}
