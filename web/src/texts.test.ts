import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { untranslated } from '../../scripts/lib/translations.mjs';

const source = __dirname;
const locales = join(source, 'locales');

test('every text is there in every language, with the same values', () => {
  expect(untranslated(locales)).toEqual([]);
});

test('every text is used', () => {
  const mentioned = textsMentioned();
  const unused = readdirSync(join(locales, 'en')).flatMap((file) => {
    const namespace = basename(file, '.json');
    return keysOf(JSON.parse(readFileSync(join(locales, 'en', file), 'utf8')) as Texts)
      .map((key) => key.replace(/_(one|other|many)$/, ''))
      .filter((key) => !mentioned(key) && !mentioned(`${namespace}:${key}`))
      .map((key) => `${namespace}:${key}`);
  });
  expect(unused).toEqual([]);
});

test('nothing is empty, doubled in its blanks, or left over from writing', () => {
  const careless = readdirSync(locales, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const texts = JSON.parse(readFileSync(join(locales, file), 'utf8')) as Texts;
      return valuesOf(texts)
        .filter((text) => !text.trim() || text !== text.trim() || / {2}|TODO|FIXME|\?\?/.test(text))
        .map((text) => `${file}: ${text}`);
    });
  expect(careless).toEqual([]);
});

interface Texts {
  [key: string]: string | Texts;
}

const keysOf = (texts: Texts, above = ''): string[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [above + key] : keysOf(text, `${above}${key}.`),
  );

const valuesOf = (texts: Texts): string[] =>
  Object.values(texts).flatMap((text) => (typeof text === 'string' ? [text] : valuesOf(text)));

/** A key is used where it stands in quotes, alone or as the folder it is in, or where a template could become it. */
function textsMentioned(): (key: string) => boolean {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|^gql\/|^testing\//.test(file),
  );
  const code = files.map((file) => readFileSync(join(source, file), 'utf8')).join('\n');
  const literals = new Set(
    [...code.matchAll(/'([^'\n]*)'|"([^"\n]*)"/g)].map(([, one, two]) => one ?? two ?? ''),
  );
  const folders = [...literals].filter((text) => /^\w+:\w+(\.\w+)*$/.test(text)).map((text) => `${text}.`);
  const templates = [...code.matchAll(/`([\w:]+\.[^`\s]*\$\{[^`]*)`/g)]
    .map(([, template]) =>
      template!
        .split(/\$\{(?:[^{}]|\{[^}]*\})*\}/)
        .map(escaped)
        .join('[^:]+'),
    )
    .map((pattern) => new RegExp(`^${pattern}$`));
  return (key) =>
    literals.has(key) ||
    templates.some((template) => template.test(key)) ||
    folders.some((folder) => key.startsWith(folder));
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
