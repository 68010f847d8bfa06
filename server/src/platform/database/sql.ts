/** A piece of SQL with its values apart; pieces nest, values never become text. */
export class Sql {
  constructor(
    readonly texts: readonly string[],
    readonly values: readonly unknown[],
  ) {}
}

export function sql(texts: TemplateStringsArray, ...values: unknown[]): Sql {
  return new Sql(texts, values);
}

/** SQL text from our own code: names of tables and columns. Never from input. */
export const raw = (text: string) => new Sql([text], []);

export function join(pieces: readonly Sql[], separator: string): Sql {
  if (pieces.length === 0) return raw('');
  return new Sql(['', ...Array<string>(pieces.length - 1).fill(separator), ''], pieces);
}

export const and = (...conditions: (Sql | null | undefined | false)[]): Sql => {
  const stated = conditions.filter((condition): condition is Sql => Boolean(condition));
  return stated.length
    ? join(
        stated.map((condition) => sql`(${condition})`),
        ' AND ',
      )
    : raw('TRUE');
};

export const or = (...conditions: Sql[]): Sql =>
  conditions.length
    ? join(
        conditions.map((condition) => sql`(${condition})`),
        ' OR ',
      )
    : raw('FALSE');

export interface Statement {
  text: string;
  values: unknown[];
}

/**
 * The statement as PostgreSQL takes it. Each value has a placeholder of its own, even where two are equal: one may
 * stand for an id and the other for text that somebody typed, and then PostgreSQL wants two types.
 */
export function statement(piece: Sql): Statement {
  const values: unknown[] = [];
  const render = (part: Sql): string =>
    part.values.reduce<string>(
      (text, value, index) =>
        `${text}${value instanceof Sql ? render(value) : `$${values.push(value)}`}${part.texts[index + 1] ?? ''}`,
      part.texts[0] ?? '',
    );
  return { text: render(piece), values };
}

/** Which company's rows row-level security lets through, for the rest of the transaction. */
export const setCompany = (companyId: string): Statement => ({
  text: `SELECT set_config('app.company_id', $1, true)`,
  values: [companyId],
});
