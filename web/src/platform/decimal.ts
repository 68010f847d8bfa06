import type { UserErrorLike } from './errors';

/** An amount as people write it (`285.000,50`, `285,000.50`, `78,5`) as the decimal of the schema. */
export function decimalOf(typed: string, locale: string): string {
  const text = typed.replaceAll(/[\s\u00a0\u202f'’]/g, '');
  const [dot, comma] = [text.lastIndexOf('.'), text.lastIndexOf(',')];
  // Where both stand, the later one parts the cents; one alone may also part thousands.
  if (dot >= 0 && comma >= 0) {
    return comma > dot ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '');
  }
  const group = separatorOf(locale) === ',' ? '.' : ',';
  const grouped = new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+$`);
  return grouped.test(text) ? text.replaceAll(group, '') : text.replace(',', '.');
}

/** The decimal of the schema as an input shows it: without groups, without empty cents. */
export function typedOf(decimal: string | null | undefined, locale: string): string {
  if (!decimal) return '';
  const [whole = '', rest = ''] = decimal.split('.');
  return /^0*$/.test(rest) ? whole : `${whole}${separatorOf(locale)}${rest}`;
}

const separatorOf = (locale: string): string =>
  new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';

const failure = (field: string[]): UserErrorLike => ({ code: 'VALIDATION_FAILED', reason: 'invalid', field });

/** Amounts and whole numbers that are none, told before asking the server; `path` leads to the values. */
export function numbersIn(
  values: Record<string, unknown>,
  names: { decimals?: string[]; wholes?: string[] },
  locale: string,
  path: string[] = [],
): UserErrorLike[] {
  const typed = (name: string) => {
    const value = values[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  };
  const noDecimal = (name: string) => typed(name) && !/^-?\d+(\.\d+)?$/.test(decimalOf(typed(name), locale));
  const noWhole = (name: string) => typed(name) && !/^-?\d{1,9}$/.test(typed(name));
  return [...(names.decimals ?? []).filter(noDecimal), ...(names.wholes ?? []).filter(noWhole)].map((name) =>
    failure([...path, name]),
  );
}

/** A whole number that passed `numbersIn`, or nothing. */
export const wholeOf = (typed: string): number | null => (typed.trim() ? Number(typed) : null);
