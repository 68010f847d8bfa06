import { gzipSync } from 'node:zlib';
import { basename, join } from 'node:path';
import { build } from 'vite';

/*
 * Builds the web client in memory and prints, for the first page of each side, how many kB of JavaScript and of
 * styles (gzip) a browser downloads before it is drawn, and from which of our own modules the scripts come.
 */
const { output } = await build({
  root: import.meta.dirname,
  configFile: join(import.meta.dirname, 'vite.config.ts'),
  logLevel: 'error',
  build: { write: false, rollupOptions: { input: join(import.meta.dirname, 'index.html') } },
});
const styles = new Map(
  output.filter(({ type }) => type === 'asset').map((each) => [each.fileName, each.source]),
);
const chunks = new Map(output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]));

function needed(fileName, seen = new Set()) {
  if (seen.has(fileName) || !chunks.has(fileName)) return seen;
  seen.add(fileName);
  for (const imported of chunks.get(fileName).imports) needed(imported, seen);
  return seen;
}

const all = [...chunks.values()];
const sheetOf = (part) => [...styles.keys()].find((name) => name.includes(basename(part, '.css')));
const chunkWith = (part) => all.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/src/${part}`)));
/** What is asked for by `import()` before the page is drawn, besides its texts in one language. */
const pages = {
  signIn: ['pages/public/SignInPage.tsx', 'ui/Kit.tsx'],
  portal: ['pages/portal/PortalRoutes.tsx'],
  console: ['pages/console/ConsoleRoutes.tsx', 'ui/Kit.tsx', 'ui/mantine-console.css'],
};

function firstLoadOf(parts) {
  const names = new Set();
  const isSheet = (part) => part.endsWith('.css');
  for (const part of ['main.tsx', ...parts.filter((each) => !isSheet(each))])
    needed(chunkWith(part).fileName, names);
  const files = [...names].map((fileName) => chunks.get(fileName));
  const sheets = new Set([
    ...files.flatMap(({ viteMetadata }) => [...viteMetadata.importedCss]),
    ...parts.filter(isSheet).map(sheetOf),
  ]);
  const modules = files
    .flatMap(({ moduleIds }) => moduleIds)
    .filter((id) => id.startsWith(join(import.meta.dirname, 'src')));
  return {
    kilobytes: kilobytesOf(files.map(({ code }) => code)),
    cssKilobytes: kilobytesOf([...sheets].map((sheet) => styles.get(sheet))),
    modules: modules.map((id) => id.split('/src/')[1]),
  };
}

/** As compressed by the build (`precompress.ts`). */
function kilobytesOf(texts) {
  const bytes = texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
  return Math.round(bytes / 100) / 10;
}

const result = Object.fromEntries(Object.entries(pages).map(([side, parts]) => [side, firstLoadOf(parts)]));
process.stdout.write(`${JSON.stringify(result)}\n`);
