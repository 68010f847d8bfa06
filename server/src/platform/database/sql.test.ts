import { and, join, or, raw, sql, statement } from './sql';

test('pieces nest, and each value has a placeholder of its own', () => {
  const piece = sql`SELECT ${raw('a')} FROM t WHERE ${and(sql`x = ${1}`, null, or(sql`y = ${1}`, sql`z`))}`;
  expect(statement(piece)).toEqual({
    text: 'SELECT a FROM t WHERE (x = $1) AND ((y = $2) OR (z))',
    values: [1, 1],
  });
});

test('a place may hold a value here and a piece there', () => {
  const equal = (one: unknown, other: unknown) => statement(sql`${one} = ${other}`).text;
  const a = raw('a');
  expect([equal(1, a), equal(a, 1), equal(1, 2), equal(a, a)]).toEqual([
    '$1 = a',
    'a = $1',
    '$1 = $2',
    'a = a',
  ]);
});

test('the same statement is the same text, put together once', () => {
  const columns = (names: string[]) =>
    statement(sql`SELECT ${join(names.map(raw), ', ')} WHERE b = ${names[0]}`);
  expect(columns(['a', 'b']).text).toBe('SELECT a, b WHERE b = $1');
  expect(columns(['a']).text).toBe('SELECT a WHERE b = $1');
  expect(columns(['a', 'b'])).toEqual({ text: 'SELECT a, b WHERE b = $1', values: ['a'] });
});
