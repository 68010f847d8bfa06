import type account from '../locales/en/account.json';
import type audit from '../locales/en/audit.json';
import type auth from '../locales/en/auth.json';
import type common from '../locales/en/common.json';
import type consoleTexts from '../locales/en/console.json';
import type portal from '../locales/en/portal.json';
import type profile from '../locales/en/profile.json';
import type settings from '../locales/en/settings.json';
import type team from '../locales/en/team.json';

interface Namespaces {
  account: typeof account;
  audit: typeof audit;
  auth: typeof auth;
  common: typeof common;
  console: typeof consoleTexts;
  portal: typeof portal;
  profile: typeof profile;
  settings: typeof settings;
  team: typeof team;
}

/** A file of texts below `locales/LANGUAGE`. */
export type Namespace = keyof Namespaces;

type Form = 'one' | 'many' | 'other';
type Counted<Key extends string> = Key extends `${infer Stem}_${Form}` ? Stem : Key;
type KeysOf<T> = {
  [Key in keyof T & string]: T[Key] extends string ? Counted<Key> : `${Key}.${KeysOf<T[Key]>}`;
}[keyof T & string];

/** `title` of the own namespace, or `common:actions.save` of any. */
export type TextKey<Own extends Namespace> =
  KeysOf<Namespaces[Own]> | { [Other in Namespace]: `${Other}:${KeysOf<Namespaces[Other]>}` }[Namespace];

/** What stands in a text as `{{name}}`; `count` also chooses its form. */
export type TextValues = Record<string, string | number | null | undefined>;

/** All texts of one file by their dotted keys. */
export type Texts = ReadonlyMap<string, string>;

interface Tree {
  readonly [key: string]: string | Tree;
}

export function textsOf(tree: Tree): Texts {
  const flat = (branch: Tree, above: string): [string, string][] =>
    Object.entries(branch).flatMap(([key, text]) =>
      typeof text === 'string' ? [[above + key, text]] : flat(text, `${above}${key}.`),
    );
  return new Map(flat(tree, ''));
}

/** A text in the form that the language has for its count, with its values; the key where there is no text. */
export function textFrom(
  texts: Texts | undefined,
  language: string,
  key: string,
  values?: TextValues,
): string {
  const text = formFor(texts, language, key, values?.count) ?? texts?.get(key) ?? key;
  return values ? text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => `${values[name] ?? ''}`) : text;
}

function formFor(texts: Texts | undefined, language: string, key: string, count: TextValues[string]) {
  if (typeof count !== 'number') return undefined;
  const form = new Intl.PluralRules(language).select(count);
  return texts?.get(`${key}_${form}`) ?? texts?.get(`${key}_other`);
}
