import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root, Told } from './run.mjs';

const imported = /import \{([^}]+)\} from '[^']*\/ui\/icons'|import \{([^}]+)\} from '\.\/icons'/g;

/** `IconMap2` is the set's `map-2`. */
const inTheSet = (name) =>
  name
    .replace('Icon', '')
    .replace(/(?<=[a-z])(?=[A-Z0-9])/g, '-')
    .toLowerCase();

/** Read when asked for: this file is also loaded before anything is installed. */
const set = () => createRequire(import.meta.url)('@iconify-json/tabler/icons.json').icons;

/**
 * The icons that the web client imports, by file; the whole set has thousands. Each is a module of its own, so that
 * a page downloads those that it shows.
 */
export function iconModules() {
  const folder = join(root, 'web/src');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(imported)])
    .flatMap(([, outside, inside]) => (outside ?? inside).split(','))
    .map((name) => name.trim())
    .filter(Boolean);
  const icons = set();
  const all = [...new Set(names)].sort();
  return new Map(
    [
      ['index.ts', [...all.map((name) => `export { ${name} } from './${name}';`)]],
      ...all.map((name) => [
        `${name}.ts`,
        [
          "import { outline } from '../outline';",
          '',
          `export const ${name} = outline('${pathOf(name, icons)}');`,
        ],
      ]),
    ].map(([file, lines]) => [file, [WRITTEN, ...lines, ''].join('\n')]),
  );
}

const WRITTEN =
  '// Written by `npm run codegen` from the imports of `ui/icons`; the icons are those of tabler.io/icons (MIT).';

function pathOf(name, icons) {
  const body = icons[inTheSet(name)]?.body;
  if (!body) throw new Told(`${name}: the set has no icon “${inTheSet(name)}”; see tabler.io/icons`);
  if (/fill="currentColor"|<(?!\/?g|path)/.test(body))
    throw new Told(`${name} is not an outline of paths alone`);
  // A path may begin with a step relative to nothing; joined, it would be relative to the one before.
  return [...body.matchAll(/ d="([^"]+)"/g)].map(([, path]) => path.replace(/^m/, 'M0 0m')).join('');
}
