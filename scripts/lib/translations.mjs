import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const plural = /_(zero|one|two|few|many|other)$/;
const reference = 'en';

/** The texts of one file, by dotted key. */
function textsOf(file) {
  const flat = (value, path) =>
    typeof value === 'string'
      ? [[path.join('.'), value]]
      : Object.entries(value).flatMap(([key, each]) => flat(each, [...path, key]));
  return new Map(flat(JSON.parse(readFileSync(file, 'utf8')), []));
}

/** `houses_one` and `houses_other` in English may be three texts in French. */
function expectedKeys(english, language) {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return new Set(
    [...english.keys()].flatMap((key) =>
      plural.test(key) ? forms.map((form) => key.replace(plural, `_${form}`)) : [key],
    ),
  );
}

const sourceOf = (english, key) => english.get(key) ?? english.get(key.replace(plural, '_other'));
const parts = (text) => [...new Set(text.match(/\{\{[^}]+\}\}|<\/?\w+\s*\/?>/g))].sort().join(' ');

/** What is missing, superfluous, empty, or lacks a value or a tag that the English text has. */
export function untranslated(folder) {
  const problems = [];
  const names = readdirSync(join(folder, reference));
  for (const language of readdirSync(folder)) {
    const strangers = readdirSync(join(folder, language)).filter((name) => !names.includes(name));
    problems.push(...strangers.map((name) => `${language}/${name} has no English counterpart`));
    for (const name of names) {
      const english = textsOf(join(folder, reference, name));
      const texts = textsOf(join(folder, language, name));
      const expected = expectedKeys(english, language);
      const say = (key, problem) => problems.push(`${language}/${name} ${key} ${problem}`);
      for (const key of expected) {
        const text = texts.get(key);
        if (text === undefined) say(key, 'is missing');
        else if (!text.trim()) say(key, 'is empty');
        // “one house” may leave out the number.
        else if (!plural.test(key) && parts(text) !== parts(sourceOf(english, key)))
          say(key, 'has other values or tags than English');
      }
      // A language may carry a plural form that it never uses, so that all have the same keys.
      const known = (key) =>
        expected.has(key) || (plural.test(key) && expected.has(key.replace(plural, '_other')));
      for (const key of texts.keys()) if (!known(key)) say(key, 'is not in English');
    }
  }
  return problems;
}
