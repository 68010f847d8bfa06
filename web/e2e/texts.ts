import { createRequire } from 'node:module';
import { createInstance } from 'i18next';

const load = createRequire(import.meta.url);
const namespaces = [
  'common',
  'account',
  'auth',
  'console',
  'portal',
  'team',
  'settings',
  'audit',
  'profile',
] as const;
const languages = ['en', 'fr', 'nl', 'de'] as const;

const textsOf = (language: string) =>
  Object.fromEntries(
    namespaces.map((namespace) => [
      namespace,
      load(`../src/locales/${language}/${namespace}.json`) as Record<string, unknown>,
    ]),
  );

const texts = createInstance();
await texts.init({
  lng: 'en',
  resources: Object.fromEntries(languages.map((language) => [language, textsOf(language)])),
  ns: namespaces,
  defaultNS: 'common',
  fallbackLng: false,
  interpolation: { escapeValue: false },
});

/** What the interface says, so that a new wording breaks no story. */
export const english = texts.getFixedT('en', namespaces);
export const french = texts.getFixedT('fr', namespaces);
export const german = texts.getFixedT('de', namespaces);

export type Texts = typeof english;
