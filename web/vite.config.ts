import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { chunks } from './chunks.ts';
import { firstFiles } from './first-files.ts';
import { inlineDocuments } from './inline-documents.ts';
import { precompress } from './precompress.ts';
import { smallGraphql } from './small-graphql.ts';

const server = process.env.PORTICO_SERVER ?? 'http://127.0.0.1:4000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [smallGraphql(), inlineDocuments(), react(), firstFiles(), precompress()],
  // rxjs offers the classes of today beside those of 2009.
  resolve: { conditions: ['es2015', ...defaultClientConditions] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The content security policy allows no data: fonts or scripts.
    assetsInlineLimit: 0,
    target: 'es2022',
    // Every browser of that target knows it.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Importing one icon is not importing their index, and with it all of them.
      treeshake: { moduleSideEffects: [{ test: /\/src\/ui\/icons\//, sideEffects: false }] },
      input: ['index.html', 'playground.html'].map((page) => join(import.meta.dirname, page)),
      output: {
        codeSplitting: {
          groups: chunks,
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
