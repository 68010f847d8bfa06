import { textFrom, textsOf } from './texts';

const texts = textsOf({
  greeting: 'Good morning, {{name}}',
  actions: { save: 'Save' },
  homes_one: '{{count}} maison',
  homes_many: '{{count}} de maisons',
  homes_other: '{{count}} maisons',
});

test('a text is found by its path, and says what it is given', () => {
  expect(textFrom(texts, 'en', 'actions.save')).toBe('Save');
  expect(textFrom(texts, 'en', 'greeting', { name: '$& & <Co>' })).toBe('Good morning, $& & <Co>');
  expect(textFrom(texts, 'en', 'greeting', { name: null })).toBe('Good morning, ');
});

test('a text that is not there shows as its key', () => {
  expect(textFrom(texts, 'en', 'actions.load')).toBe('actions.load');
});

test.each([
  ['en', 0, '0 maisons'],
  ['fr', 0, '0 maison'],
  ['fr', 1, '1 maison'],
  ['fr', 2, '2 maisons'],
  ['fr', 1_000_000, '1000000 de maisons'],
  ['nl', 1, '1 maison'],
  ['de', 2, '2 maisons'],
])('%s counts %d in the form of its own grammar', (language, count, said) => {
  expect(textFrom(texts, language, 'homes', { count })).toBe(said);
});
