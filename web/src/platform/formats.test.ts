import { daysUntil, formatsFor, localeFor } from './formats';

const zone = 'Europe/Brussels';
const at = (moment: string) => () => Date.parse(moment);
/** Intl sets narrow and no-break spaces, which nobody types. */
const plain = (text: string) => text.replaceAll(/\s/gu, ' ');

test.each([
  ['en', ['en-US'], 'en-US'],
  ['en', ['fr-FR'], 'en-GB'],
  ['nl', ['nl-NL', 'en-US'], 'nl-NL'],
  ['fr', ['nl-NL', 'fr-CH'], 'fr-CH'],
  ['de', ['de'], 'de-DE'],
  ['en', ['en-US@posix'], 'en-GB'],
])('the reader’s %s takes the regional flavour of her device %s: %s', (language, device, locale) => {
  expect(localeFor(language, device)).toBe(locale);
});

test.each([
  ['en-GB', '€384,500.50', '96.5 m²', '1 May 2026'],
  ['fr-BE', '384 500,50 €', '96,5 m²', '1 mai 2026'],
  ['nl-BE', '€ 384.500,50', '96,5 m²', '1 mei 2026'],
  ['de-DE', '384.500,50 €', '96,5 m²', '1. Mai 2026'],
])('amounts, areas and days in %s', (locale, amount, area, day) => {
  const f = formatsFor(locale, zone, 'EUR');
  expect(plain(f.money({ amount: '384500.50', currency: 'EUR' }))).toBe(amount);
  expect(plain(f.area('96.50'))).toBe(area);
  expect(plain(f.day('2026-05-01'))).toBe(day);
});

test('an amount of many digits keeps each of them', () => {
  const f = formatsFor('en-GB', zone, 'EUR');
  expect(f.money({ amount: '90071992547409.93', currency: 'EUR' })).toBe('€90,071,992,547,409.93');
});

test('a moment is told in the company’s time zone; a calendar day is the same day everywhere', () => {
  const late = '2026-05-01T23:30:00Z';
  expect(formatsFor('en-GB', zone, 'EUR').date(late)).toBe('2 May 2026');
  expect(formatsFor('en-GB', 'America/New_York', 'EUR').date(late)).toBe('1 May 2026');
  expect(formatsFor('en-GB', 'Pacific/Auckland', 'EUR').day('2026-05-01')).toBe('1 May 2026');
  expect(formatsFor('en-GB', 'Pacific/Honolulu', 'EUR').day('2026-05-01')).toBe('1 May 2026');
});

test('how far a day is depends on what day it is where the company is', () => {
  const justBeforeMidnight = at('2026-05-01T21:59:00Z')();
  expect(daysUntil('2026-05-02', zone, justBeforeMidnight)).toBe(1);
  expect(daysUntil('2026-05-02', zone, justBeforeMidnight + 120_000)).toBe(0);
  expect(daysUntil('2026-05-02', 'America/New_York', justBeforeMidnight + 120_000)).toBe(1);
});

test.each([
  ['2026-05-01', 'today'],
  ['2026-05-02', 'tomorrow'],
  ['2026-04-30', 'yesterday'],
  ['2026-05-09', 'in 8 days'],
  ['2026-05-22', 'in 3 weeks'],
  ['2026-10-30', 'in 6 months'],
  ['2036-05-01', 'in 10 years'],
  ['2026-02-01', '3 months ago'],
])('%s is %s', (day, words) => {
  expect(formatsFor('en-GB', zone, 'EUR', at('2026-05-01T10:00:00Z')).relativeDay(day)).toBe(words);
});

test('a summer’s hour more or less moves no day', () => {
  expect(daysUntil('2026-03-30', zone, Date.parse('2026-03-28T12:00:00Z'))).toBe(2);
  expect(daysUntil('2026-10-26', zone, Date.parse('2026-10-24T12:00:00Z'))).toBe(2);
});

test('moments close by are told in words', () => {
  const f = formatsFor('en-GB', zone, 'EUR', at('2026-05-01T10:00:00Z'));
  expect(f.relative('2026-05-01T09:57:00Z')).toBe('3 minutes ago');
  expect(f.relative('2026-04-30T10:00:00Z')).toBe('yesterday');
  expect(f.list(['a', 'b', 'c'])).toBe('a, b and c');
});
