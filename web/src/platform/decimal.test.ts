import { decimalOf, typedOf } from './decimal';

test.each([
  ['285.000,50', 'nl-BE', '285000.50'],
  ['285 000,50', 'fr-BE', '285000.50'],
  ['285,000.50', 'en-GB', '285000.50'],
  ['285.000,50', 'en-GB', '285000.50'],
  ['1,285,000.5', 'de-DE', '1285000.5'],
  ['285,000', 'en-GB', '285000'],
  ['285.000', 'de-DE', '285000'],
  ['1.285.000', 'de-DE', '1285000'],
  ['78,5', 'de-DE', '78.5'],
  ['78.5', 'de-DE', '78.5'],
  ['78,5', 'en-GB', '78.5'],
  ['about 80', 'en-GB', 'about80'],
])('%s typed by a reader of %s is the amount %s', (typed, locale, decimal) => {
  expect(decimalOf(typed, locale)).toBe(decimal);
});

test('an amount comes back into the input as it would be typed', () => {
  expect(typedOf('285000.00', 'nl-BE')).toBe('285000');
  expect(typedOf('78.50', 'nl-BE')).toBe('78,50');
  expect(typedOf('78.50', 'en-GB')).toBe('78.50');
  expect(typedOf(null, 'en-GB')).toBe('');
});
