import { join } from 'node:path';
import type { Plugin } from 'vite';

const small = join(import.meta.dirname, 'src/platform/graphql.ts');
const readers = /\/node_modules\/@apollo\/client\/|\/web\/src\/(?!playground)/;

/** Gives the client the part of `graphql` that it needs; the playground keeps the whole package. */
export const smallGraphql = (): Plugin => ({
  name: 'portico-small-graphql',
  apply: 'build',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === 'graphql' && importer && readers.test(importer) ? small : null,
});
