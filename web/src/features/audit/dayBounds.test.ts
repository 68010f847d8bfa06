import { endOfDay, startOfDay } from './dayBounds';

test('a day begins and ends by the clock of the company, also where the clock is changed', () => {
  expect(startOfDay('2026-11-22', 'Europe/Brussels')).toBe('2026-11-21T23:00:00.000Z');
  expect(endOfDay('2026-11-22', 'Europe/Brussels')).toBe('2026-11-22T23:00:00.000Z');
  expect(startOfDay('2026-03-29', 'Europe/Brussels')).toBe('2026-03-28T23:00:00.000Z');
  expect(endOfDay('2026-03-29', 'Europe/Brussels')).toBe('2026-03-29T22:00:00.000Z');
  expect(startOfDay('2026-10-25', 'America/New_York')).toBe('2026-10-25T04:00:00.000Z');
});

test('what is no day is no bound', () => {
  expect(startOfDay('', 'Europe/Brussels')).toBeNull();
  expect(endOfDay('', 'Europe/Brussels')).toBeNull();
  expect(startOfDay('2026-13-45', 'Europe/Brussels')).toBeNull();
  expect(endOfDay('nonsense', 'Europe/Brussels')).toBeNull();
});
