import 'i18next';
import type account from '../locales/en/account.json';
import type audit from '../locales/en/audit.json';
import type auth from '../locales/en/auth.json';
import type common from '../locales/en/common.json';
import type consoleTexts from '../locales/en/console.json';
import type portal from '../locales/en/portal.json';
import type profile from '../locales/en/profile.json';
import type settings from '../locales/en/settings.json';
import type team from '../locales/en/team.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      account: typeof account;
      audit: typeof audit;
      auth: typeof auth;
      common: typeof common;
      console: typeof consoleTexts;
      portal: typeof portal;
      profile: typeof profile;
      settings: typeof settings;
      team: typeof team;
    };
  }
}
