import { parseArgs } from 'node:util';
import { Told } from '../../scripts/lib/run.mjs';

const names = ['floor', 'portico', 'mercurius', 'postgraphile'];

export function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      only: { type: 'string' },
      variants: { type: 'string', default: names.join() },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      connections: { type: 'string', default: '32' },
      data: { type: 'string' },
      profile: { type: 'string' },
      soak: { type: 'string' },
      'no-growth': { type: 'boolean', default: false },
    },
  });
  const variants = values.variants.split(',');
  const unknown = variants.find((name) => !names.includes(name));
  if (unknown) throw new Told(`There is no variant ${unknown}; name some of ${names.join(', ')}.`);
  return {
    json: values.json,
    size: values.data ?? (values.quick ? 'quick' : 'full'),
    only: values.only?.split(','),
    // In the order of the table, whatever the order in which they were named.
    variants: names.filter((name) => variants.includes(name)),
    rounds: Number(values.rounds ?? (values.quick ? 2 : 5)),
    seconds: Number(values.seconds ?? (values.quick ? 1 : 5)),
    connections: Number(values.connections),
    profile: values.profile,
    soak: Number(values.soak ?? 0),
    growth: !values['no-growth'],
  };
}
