import { join } from 'node:path';
import type { Plugin } from 'vite';
import { firstPages } from './chunks.ts';

const source = join(import.meta.dirname, 'src');

/** Notes the files that each first page needs beyond those of `index.html`, for the server to announce them with it. */
export const firstFiles = (): Plugin => ({
  name: 'portico-first-files',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    const filesOf = (module: string, seen = new Set<string>()): Set<string> => {
      const waiting = chunks
        .filter(({ moduleIds }) => moduleIds.includes(module))
        .map(({ fileName }) => fileName);
      for (let file = waiting.pop(); file; file = waiting.pop()) {
        const chunk = bundle[file];
        if (seen.has(file) || chunk?.type !== 'chunk') continue;
        seen.add(file);
        for (const sheet of chunk.viteMetadata?.importedCss ?? []) seen.add(sheet);
        waiting.push(...chunk.imports);
      }
      return seen;
    };
    const known = filesOf(join(source, 'main.tsx'));
    const notes = Object.entries(firstPages).map(([page, modules]) => [
      page,
      [...modules.reduce((files, module) => filesOf(join(source, module), files), new Set<string>())].filter(
        (file) => !known.has(file),
      ),
    ]);
    this.emitFile({
      type: 'asset',
      fileName: 'first-files.json',
      source: JSON.stringify(Object.fromEntries(notes)),
    });
  },
});
