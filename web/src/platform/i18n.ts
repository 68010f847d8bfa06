import { useMemo, useSyncExternalStore } from 'react';
import type { Language } from '../gql/graphql';
import { type Namespace, textFrom, type TextKey, type Texts, textsOf, type TextValues } from './texts';

export const languages = ['EN', 'FR', 'NL', 'DE'] as const satisfies readonly Language[];

/** What each language calls itself; the same in every language. */
export const languageNames: Record<Language, string> = {
  EN: 'English',
  FR: 'Français',
  NL: 'Nederlands',
  DE: 'Deutsch',
};

const storageKey = 'portico.language';

const RETRY_MS = 2_000;

/** The files asked for, per language and namespace: a person downloads hers only. */
const files = new Map<string, Promise<void>>();
const arrived = new Map<string, Texts>();
const failed = new Map<string, unknown>();
const inUse = new Set<Namespace>(['common']);
const listeners = new Set<() => void>();

function load(language: string, namespace: Namespace): Promise<void> {
  const file = `${language}/${namespace}`;
  const known = files.get(file);
  if (known) return known;
  const loading = import(`../locales/${language}/${namespace}.json`).then(
    (module: { default: Parameters<typeof textsOf>[0] }) => void arrived.set(file, textsOf(module.default)),
  );
  files.set(file, loading);
  loading.catch((error: unknown) => {
    failed.set(file, error);
    // Not at once: what is drawn anew after a failure would ask without end.
    setTimeout(() => files.delete(file) && failed.delete(file), RETRY_MS);
  });
  return loading;
}

/** Lets the texts of a side arrive with the first ones: a page that waits for them when it is drawn comes much later. */
export const expectTexts = (namespace: Namespace): void => void inUse.add(namespace);

/** Suspends until they are there; all are asked for together. */
function waitFor(language: string, namespaces: readonly Namespace[]): void {
  const missing = namespaces.filter((namespace) => !arrived.has(`${language}/${namespace}`));
  if (!missing.length) return;
  const failure = missing.find((namespace) => failed.has(`${language}/${namespace}`));
  if (failure) throw failed.get(`${language}/${failure}`);
  // `use` would wait once more for what has arrived, and a change of language would flicker.
  // eslint-disable-next-line typescript/only-throw-error
  throw Promise.all(missing.map((namespace) => load(language, namespace)));
}

function find(language: string, own: Namespace, key: string): [Texts | undefined, string] {
  const [, namespace = own, rest = key] = /^(\w+):(.*)$/.exec(key) ?? [];
  return [arrived.get(`${language}/${namespace}`), rest];
}

function translated(language: string, own: Namespace, key: string, values?: TextValues): string {
  const [texts, rest] = find(language, own, key);
  return textFrom(texts, language, rest, values);
}

/** The language spoken now, and its texts where no component asks for them. */
export const i18n = {
  /** As the browser calls it, for example `nl`; empty before `startI18n`. */
  language: '',
  t: (key: TextKey<'common'>, values?: TextValues): string =>
    translated(i18n.language, 'common', key, values),
  exists(key: string): boolean {
    const [texts, own] = find(i18n.language, 'common', key);
    return texts?.has(own) ?? false;
  },
};

/** Says a text of its namespace, or of another: `t('title')`, `t('common:actions.save')`. */
export type Translate<N extends Namespace> = (key: TextKey<N>, values?: TextValues) => string;

const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/**
 * The texts of a page or feature in the language spoken now; those of the first namespace need no prefix. Waits
 * (suspends) until they have arrived.
 */
export function useTranslation<N extends Namespace = 'common'>(
  namespaces: N | readonly [N, ...Namespace[]] = 'common' as N,
): { t: Translate<N>; i18n: typeof i18n } {
  const language = useSyncExternalStore(listen, () => i18n.language);
  const names: readonly Namespace[] = typeof namespaces === 'string' ? [namespaces] : namespaces;
  const [own] = names as readonly [N];
  waitFor(language, names);
  for (const name of names) inUse.add(name);
  return useMemo(
    () => ({ t: (key, values) => translated(language, own, key, values), i18n }),
    [own, language],
  );
}

/** Loads the first texts; nothing may be rendered before. */
export const startI18n = setLanguage;

/** Goes over to a language once what is shown has arrived in it; stays with the former one if it cannot. */
export async function setLanguage(language: Language): Promise<void> {
  const next = language.toLowerCase();
  if (next !== i18n.language) {
    const loaded = await Promise.allSettled([...inUse].map((namespace) => load(next, namespace)));
    if (i18n.language && loaded.some(({ status }) => status === 'rejected')) return;
    i18n.language = next;
    for (const listener of [...listeners]) listener();
  }
  document.documentElement.lang = i18n.language;
}

/** A choice made by hand; holds for signed-out pages and until the person's own language is known. */
export async function chooseLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  await setLanguage(language);
}

export const currentLanguage = (): Language => asLanguage(i18n.language) ?? 'EN';

/** What she asked for on this device: the address first, then an earlier choice. */
export function requestedLanguage(): Language | null {
  const inAddress = asLanguage(new URLSearchParams(window.location.search).get('lang'));
  if (inAddress) return inAddress;
  try {
    return asLanguage(localStorage.getItem(storageKey));
  } catch {
    return null;
  }
}

/** Viewer, then ?lang, then an earlier choice, then the company, then the browser. */
export function bestLanguage(viewer?: Language | null, company?: Language | null): Language {
  return viewer ?? requestedLanguage() ?? company ?? browserLanguage();
}

export function browserLanguage(): Language {
  return navigator.languages.map(asLanguage).find((language) => language !== null) ?? 'EN';
}

function asLanguage(tag: string | null | undefined): Language | null {
  const code = tag?.slice(0, 2).toUpperCase();
  return languages.find((language) => language === code) ?? null;
}
