import { createRequire } from 'node:module';
import { textFrom, type TextKey, textsOf, type TextValues } from '../src/platform/texts';

const load = createRequire(import.meta.url);
const files = new Map<string, ReturnType<typeof textsOf>>();

function textsIn(language: string, namespace: string) {
  const file = `../src/locales/${language}/${namespace}.json`;
  const known = files.get(file) ?? textsOf(load(file) as Parameters<typeof textsOf>[0]);
  files.set(file, known);
  return known;
}

const speaking =
  (language: string) =>
  (key: TextKey<'common'>, values?: TextValues): string => {
    const [namespace = 'common', own = key] = key.includes(':') ? key.split(':') : ['common', key];
    return textFrom(textsIn(language, namespace), language, own, values);
  };

/** What the interface says, so that a new wording breaks no story. */
export const english = speaking('en');
export const french = speaking('fr');
export const german = speaking('de');

export type Texts = typeof english;
