import { useMemo } from 'react';
import { useTranslation } from './i18n';
import { useSession } from './session';

const homeLocale: Record<string, string> = { en: 'en-GB', fr: 'fr-BE', nl: 'nl-BE', de: 'de-DE' };

/** The reader's language in the regional flavour of her device where it has one (fr-CH, nl-NL). */
export function localeFor(language: string, device: readonly string[] = navigator.languages): string {
  const regional = device.find((tag) => tag.slice(0, 2).toLowerCase() === language && isRegional(tag));
  return regional ?? homeLocale[language] ?? 'en-GB';
}

/** Some devices name locales that `Intl` refuses, such as `en-US@posix`. */
const isRegional = (tag: string): boolean => /^[a-z]{2}-([A-Z][a-z]{3}-)?([A-Z]{2}|\d{3})$/.test(tag);

export interface MoneyLike {
  amount: string;
  currency: string;
}

/** Every date, moment, number and amount a person reads goes through here. */
export function formatsFor(locale: string, timeZone: string, currency: string, now = () => Date.now()) {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const shortDay = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const area = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  // Intl formats decimal strings exactly; a number would lose cents of large amounts.
  const exact = (value: string | number) => value as unknown as number;
  return {
    /** A calendar day (`Date` of the schema): no time zone can move it. */
    day: (value: string) => day.format(new Date(`${value}T00:00:00Z`)),
    shortDay: (value: string) => shortDay.format(new Date(`${value}T00:00:00Z`)),
    /** The day of a moment, in the company's time zone. */
    date: (moment: string) => date.format(new Date(moment)),
    dateTime: (moment: string) => dateTime.format(new Date(moment)),
    time: (moment: string) => time.format(new Date(moment)),
    /** "3 hours ago"; show `dateTime` as its title. */
    relative: (moment: string) => relativeTo(relative, new Date(moment).getTime() - now()),
    isPast: (moment: string) => Date.parse(moment) < now(),
    /** How far a calendar day is from today, in words: "in 3 weeks". */
    relativeDay: (value: string) => relativeToDay(relative, daysUntil(value, timeZone, now())),
    money: (money: MoneyLike) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency: money.currency }).format(
        exact(money.amount),
      ),
    number: (value: string | number) => number.format(exact(value)),
    area: (value: string | number) => `${area.format(exact(value))} m²`,
    country: (code: string) => countryName(locale, code),
    list: (items: readonly string[]) => list.format(items),
    currency,
    timeZone,
    locale,
  };
}

/** Addresses may name a country in words, which `Intl` refuses. */
function countryName(locale: string, code: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

export type Formats = ReturnType<typeof formatsFor>;

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

function relativeTo(format: Intl.RelativeTimeFormat, milliseconds: number): string {
  const [unit, size] = steps.find(([, length]) => Math.abs(milliseconds) >= length) ?? ['second', 1000];
  return format.format(Math.round(milliseconds / size), unit);
}

/** Calendar days from today, as it is in the time zone, to the given day. */
export function daysUntil(day: string, timeZone: string, now = Date.now()): number {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(now);
  return Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
}

function relativeToDay(format: Intl.RelativeTimeFormat, days: number): string {
  const far = Math.abs(days);
  if (far < 14) return format.format(days, 'day');
  if (far < 60) return format.format(Math.round(days / 7), 'week');
  if (far < 730) return format.format(Math.round(days / 30.44), 'month');
  return format.format(Math.round(days / 365.25), 'year');
}

export function useFormats(): Formats {
  const { i18n } = useTranslation();
  const { company } = useSession();
  const { timeZone, currency } = company;
  return useMemo(
    () => formatsFor(localeFor(i18n.language), timeZone, currency),
    [i18n.language, timeZone, currency],
  );
}
