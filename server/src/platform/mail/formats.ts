import type { Language } from '../language';

const locales: Record<Language, string> = { EN: 'en-GB', FR: 'fr', NL: 'nl', DE: 'de' };

/** `14 days`, `2 heures`, `60 Minuten`: the largest unit that says it in whole numbers above one. */
export function duration(language: Language, minutes: number): string {
  const [amount, unit] =
    minutes >= 2880 && minutes % 1440 === 0
      ? [minutes / 1440, 'day']
      : minutes >= 120 && minutes % 60 === 0
        ? [minutes / 60, 'hour']
        : [minutes, 'minute'];
  return new Intl.NumberFormat(locales[language], { style: 'unit', unit, unitDisplay: 'long' }).format(
    amount,
  );
}

/** A moment as the company's clock shows it, with the name of its zone. */
export function dateAndTime(language: Language, moment: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locales[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(new Date(moment));
}
