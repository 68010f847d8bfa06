import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.d\.ts$|^gql\/|^testing\//.test(file),
);

/** Every import of one of our own modules, as folders: `ui/Panel.tsx` imports `platform/errors`. */
const imports = files.flatMap((file) => {
  const source = readFileSync(join(__dirname, file), 'utf8');
  return [...source.matchAll(/\bfrom '(\.[^']+)'|\bimport\('(\.[^']+)'\)/g)].map(([, by, lazily]) => ({
    file,
    to: relative(__dirname, join(__dirname, dirname(file), by ?? lazily ?? '')),
  }));
});
const arrow = ({ file, to }: { file: string; to: string }) => `${file} -> ${to}`;
const layers = ['gql', 'platform', 'ui', 'features', 'pages'];
const layerOf = (path: string) => layers.indexOf(path.split('/')[0] ?? '');

test('platform, kit, features and pages import only those before them', () => {
  const backwards = imports.filter(
    ({ file, to }) => layerOf(file) >= 0 && !to.startsWith('locales/') && layerOf(to) > layerOf(file),
  );
  expect(backwards.map(arrow)).toEqual([]);
});

test('a feature never imports a feature: pages compose them', () => {
  const between = imports.filter(({ file, to }) => {
    const [from, own] = file.split('/');
    const [layer, other] = to.split('/');
    return from === 'features' && layer === 'features' && own !== other;
  });
  expect(between.map(arrow)).toEqual([]);
});

test('console and portal do not know each other', () => {
  const across = imports.filter(
    ({ file, to }) =>
      (file.startsWith('pages/portal/') && to.startsWith('pages/console/')) ||
      (file.startsWith('pages/console/') && to.startsWith('pages/portal/')),
  );
  expect(across.map(arrow)).toEqual([]);
});

test('the kit knows no operation of the schema', () => {
  const asking = files.filter(
    (file) =>
      file.startsWith('ui/') &&
      /graphql\(`|@apollo\/client/.test(readFileSync(join(__dirname, file), 'utf8')),
  );
  expect(asking).toEqual([]);
});
