import { isBreached } from './breached-passwords';

test.each([
  'password1234',
  'Password1234',
  'PASSWORDPASSWORD',
  '123456789012',
  'qwertyuiop12',
  'azertyuiopqs',
  'aaaaaaaaaaaa',
  'ababababababab',
  'letmeinletmein',
  'Football2024!',
  'p@ssw0rd2024',
  '123password456',
  'welcome1234!!',
  'zxcvbnm09876543',
  '…monkey12345678…',
  'abcdefghijkl',
])('%s is known from breaches', (password) => {
  expect(isBreached(password)).toBe(true);
});

test.each([
  'correct horse battery staple',
  'lavender window 42 north',
  'Ein Satz mit Umlauten: äöü',
  '928374650192',
  'tr0ub4dour&3-and-more',
  '我家的房子在河边的大树旁边',
  'x9$kQ2!mZ7@pL4',
  'a good long passphrase',
])('%s is not', (password) => {
  expect(isBreached(password)).toBe(false);
});

test('a password of the greatest length is judged at once, however it is made', () => {
  const started = performance.now();
  for (const unit of ['ab1', ' ', '1', 'a'.repeat(127) + 'b', '!1a'])
    isBreached(unit.repeat(256).slice(0, 256));
  expect(performance.now() - started).toBeLessThan(500);
});
