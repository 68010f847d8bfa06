import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { inlineDocuments } from './inline-documents.ts';
import { precompress } from './precompress.ts';

const server = process.env.PORTICO_SERVER ?? 'http://127.0.0.1:4000';

/**
 * What every page stands on, in one file: it compresses better than in the many into which its sharing would cut it,
 * and stays in the browser when a release changes only our own code.
 */
const foundation = [
  'react',
  'react-dom',
  'scheduler',
  'rxjs',
  '@wry',
  'optimism',
  'tslib',
  // Not by what subscriptions travel: that comes once somebody is signed in.
  '@apollo/client/(core|cache|utilities|masking|errors|react|link/(core|http|error))',
];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [inlineDocuments(), react(), precompress()],
  // rxjs offers the classes of today beside those of 2009.
  resolve: { conditions: ['es2015', ...defaultClientConditions] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The content security policy allows no data: fonts or scripts.
    assetsInlineLimit: 0,
    target: 'es2022',
    rolldownOptions: {
      input: ['index.html', 'playground.html'].map((page) => join(import.meta.dirname, page)),
      output: {
        codeSplitting: {
          groups: [{ name: 'foundation', test: new RegExp(`/node_modules/(${foundation.join('|')})/`) }],
        },
      },
    },
  },
  // The playground is served as it was built; its workers are imported in a way that only the build understands.
  optimizeDeps: { entries: ['index.html'] },
  server: {
    proxy: {
      '/graphql': { target: server, ws: true },
      '/files': server,
      '/uploads': server,
      '/demo': server,
      // The playground as it was built last.
      '/developers': server,
      '/assets': server,
    },
  },
});
