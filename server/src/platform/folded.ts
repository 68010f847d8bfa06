import { and, sql, type Sql } from './database/sql';

/** Letters that Unicode does not take apart into a plain one and its mark. */
const plain: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/** Without case and accents: what names are sorted and searched by, alike in every locale of a database. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðłþı]/g, (letter) => plain[letter]!);

/** The same for what is stored as it was typed: for lists that are short enough to be read as a whole. */
export const foldedInSql = (text: Sql): Sql =>
  Object.entries(plain).reduce(
    (piece, [letter, instead]) => sql`replace(${piece}, ${letter}, ${instead})`,
    sql`lower(regexp_replace(normalize(${text}, NFKD), '[\u0300-\u036f]+', '', 'g'))`,
  );

/** By last name, as in a telephone book. */
export const sortNameOf = (firstName: string, lastName: string): string => folded(`${lastName} ${firstName}`);

/** Every word of the search fulfils the condition that is made of its pattern for LIKE. */
export const everyWord = (search: string, condition: (pattern: string) => Sql): Sql =>
  and(
    ...folded(search)
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => condition(`%${word.replace(/[\\%_]/g, '\\$&')}%`)),
  );

/** Every word of the search stands somewhere in the folded text. */
export const contains = (text: Sql, search: string): Sql =>
  everyWord(search, (pattern) => sql`${text} LIKE ${pattern}`);
