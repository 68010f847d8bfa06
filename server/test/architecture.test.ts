import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { features } from '../src/app/features';

const src = join(__dirname, '../src');

interface Arrow {
  from: string;
  to: string;
  typeOnly: boolean;
}

const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => file.replaceAll('\\', '/'));

const arrows: Arrow[] = sources.flatMap((from) => {
  const text = readFileSync(join(src, from), 'utf8');
  return [...text.matchAll(/^(?:import|export)\s+(type\s)?[^'"]*?from\s+'(\.[^']+)'/gm)].map((found) => ({
    from,
    to: fileOf(relative(src, resolve(src, dirname(from), found[2]!)).replaceAll('\\', '/')),
    typeOnly: Boolean(found[1]),
  }));
});

function fileOf(path: string): string {
  return [`${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((file) => sources.includes(file)) ?? path;
}

const layerOf = (file: string) => file.split('/')[0]!;
const featureOf = (file: string) => (layerOf(file) === 'features' ? file.split('/')[1]! : null);

test('there is something to judge', () => {
  expect(sources.length).toBeGreaterThan(60);
  expect(arrows.length).toBeGreaterThan(200);
  expect(arrows.filter(({ to }) => !sources.includes(to))).toEqual([]);
});

test('the platform knows no feature, and a feature not the application', () => {
  const wrong = arrows.filter(
    ({ from, to }) =>
      (layerOf(from) === 'platform' && ['features', 'app', 'launch', 'upkeep'].includes(layerOf(to))) ||
      (layerOf(from) === 'features' && ['app', 'launch', 'upkeep'].includes(layerOf(to))),
  );
  expect(wrong).toEqual([]);
});

test('a feature imports only from those listed before it', () => {
  const order = features.map(({ name }) => name);
  const wrong = arrows.filter(({ from, to }) => {
    const [own, other] = [featureOf(from), featureOf(to)];
    return (
      own && other && own !== other && !(order.indexOf(other) < order.indexOf(own) && order.includes(other))
    );
  });
  expect(wrong).toEqual([]);
});

test('no import goes round in a circle', () => {
  const next = new Map<string, string[]>();
  for (const { from, to } of arrows) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const circles: string[][] = [];
  const visit = (file: string, trail: string[]): void => {
    if (trail.includes(file)) {
      circles.push([...trail.slice(trail.indexOf(file)), file]);
      return;
    }
    if (done.has(file)) return;
    for (const to of next.get(file) ?? []) visit(to, [...trail, file]);
    done.add(file);
  };
  sources.forEach((file) => visit(file, []));
  expect(circles).toEqual([]);
});

test('every feature’s folder is in the list, and every part of the list has its folder', () => {
  const folders = readdirSync(join(src, 'features'));
  const names = features.map(({ name }) => name).filter((name) => name !== 'nodes');
  expect(folders.sort()).toEqual([...names].sort());
});

test('a resolver holds no SQL, and no file of the server is one that nobody wants to open', () => {
  const withSql = sources.filter((file) => {
    const text = readFileSync(join(src, file), 'utf8');
    return file.endsWith('.resolver.ts') && /\b(SELECT|UPDATE|INSERT INTO|DELETE FROM)\b/.test(text);
  });
  const long = sources.filter(
    (file) => !file.includes('migrations/') && readFileSync(join(src, file), 'utf8').split('\n').length > 320,
  );
  expect(withSql).toEqual([]);
  expect(long).toEqual([]);
});
