import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const TAG = /\bgraphql\(\s*`([^`]*)`,?\s*\)/g;
const NAME = /\b(query|mutation|subscription|fragment)\s+(\w+)/;

/** The generator's spelling: `UnitCard_unit` becomes `UnitCard_Unit`. */
const pascal = (name = '') => name.replaceAll(/(^|_)[a-z]/g, (start) => start.toUpperCase());

/**
 * Puts each parsed document where its `graphql()` tag stands. The generated map holds every operation of the
 * product in one module; without this a customer's browser would download the console's operations.
 */
export function inlineDocuments(generated = join(import.meta.dirname, 'src/gql/graphql.ts')): Plugin {
  const documentOf = (source: string): string => {
    const [, kind, name] = NAME.exec(source) ?? [];
    const constant = `${pascal(name)}${kind === 'fragment' ? 'FragmentDoc' : 'Document'}`;
    const line = readFileSync(generated, 'utf8')
      .split('\n')
      .find((candidate) => candidate.startsWith(`export const ${constant} = `));
    if (!line) throw new Error(`${constant} is not generated yet: run npm run codegen`);
    return line.slice(line.indexOf('{'), line.lastIndexOf(' as unknown as '));
  };
  return {
    name: 'portico-inline-documents',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/.*\.tsx?$/.test(id) || id.includes('/src/gql/') || !code.includes('graphql(`'))
        return null;
      return { code: code.replace(TAG, (_, source: string) => `(${documentOf(source)} as any)`), map: null };
    },
  };
}
