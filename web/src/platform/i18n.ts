import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../gql/graphql';

export const languages = ['EN', 'FR', 'NL', 'DE'] as const satisfies readonly Language[];

/** What each language calls itself; the same in every language. */
export const languageNames: Record<Language, string> = {
  EN: 'English',
  FR: 'Français',
  NL: 'Nederlands',
  DE: 'Deutsch',
};

const storageKey = 'portico.language';

/** A file per language and namespace: a person downloads hers only. */
const files = {
  type: 'backend' as const,
  init: () => undefined,
  read: (language: string, namespace: string) =>
    import(`../locales/${language}/${namespace}.json`).then(
      (file: { default: Record<string, unknown> }) => file.default,
    ),
};

export const i18n = i18next.createInstance();

/** Loads the first texts; nothing may be rendered before. */
export async function startI18n(language: Language): Promise<void> {
  await i18n
    .use(files)
    .use(initReactI18next)
    .init({
      lng: language.toLowerCase(),
      // Every language is complete (a test compares them), so no second language need be downloaded.
      fallbackLng: false,
      ns: ['common'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
  document.documentElement.lang = i18n.language;
}

export async function setLanguage(language: Language): Promise<void> {
  if (i18n.language !== language.toLowerCase()) await i18n.changeLanguage(language.toLowerCase());
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
