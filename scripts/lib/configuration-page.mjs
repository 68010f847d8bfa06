import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './run.mjs';

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

/** The page for self-hosters about the environment, from the table that the server itself checks against. */
export function configurationPage() {
  const { settings } = createRequire(join(root, 'package.json'))(
    join(root, 'server/dist/platform/config.js'),
  );
  const rows = Object.entries(settings).map(
    ([name, { type, default: assumed, meaning, example, secret }]) => {
      const files = secret ? ` May be given as a file: \`${name}_FILE\`.` : '';
      return `| \`${name}\` | ${cell(type)} | ${assumed ? cell(assumed) : '–'} | ${cell(meaning)}${files} | \`${cell(example)}\` |`;
    },
  );
  return [
    '<!-- Written by npm run codegen from server/src/platform/config.ts. -->',
    '',
    '# The environment',
    '',
    'Portico reads these variables when it starts. None is required. What it cannot use it tells all at once, before it touches anything.',
    '',
    '| Name | Type | Without it | Meaning | Example |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
