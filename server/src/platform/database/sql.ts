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

const raws = new Map<string, Sql>();

/** SQL text from our own code: names of tables and columns. Never from input. */
export function raw(text: string): Sql {
  let piece = raws.get(text);
  if (!piece) raws.set(text, (piece = new Sql([text], [])));
  return piece;
}

const separations = new Map<string, string[]>();

export function join(pieces: readonly Sql[], separator: string, before = ''): Sql {
  if (pieces.length === 0) return raw('');
  const name = `${pieces.length} ${before} ${separator}`;
  let texts = separations.get(name);
  if (!texts) {
    texts = [before, ...Array<string>(pieces.length - 1).fill(separator), ''];
    separations.set(name, texts);
  }
  return new Sql(texts, pieces);
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

/** What has been rendered before, by the texts of its pieces and the places of its values, in their order. */
class Rendered {
  private readonly following = new Map<readonly string[] | null, Rendered>();
  text: string | undefined;

  next(step: readonly string[] | null): Rendered {
    let next = this.following.get(step);
    if (!next) this.following.set(step, (next = new Rendered()));
    return next;
  }
}

const rendered = new Rendered();

/**
 * The statement as PostgreSQL takes it. Each value has a placeholder of its own, even where two are equal: one may
 * stand for an id and the other for text that somebody typed, and then PostgreSQL wants two types. Texts stand in the
 * code, and so the same statement is always the same string, put together once.
 */
export function statement(piece: Sql): Statement {
  const values: unknown[] = [];
  let place = rendered;
  const walk = (part: Sql): void => {
    place = place.next(part.texts);
    for (const value of part.values) {
      if (value instanceof Sql) walk(value);
      else {
        place = place.next(null);
        values.push(value);
      }
    }
  };
  walk(piece);
  return { text: (place.text ??= textOf(piece)), values };
}

function textOf(piece: Sql): string {
  let count = 0;
  const render = (part: Sql): string =>
    part.values.reduce<string>(
      (text, value, index) =>
        `${text}${value instanceof Sql ? render(value) : `$${(count += 1)}`}${part.texts[index + 1] ?? ''}`,
      part.texts[0] ?? '',
    );
  return render(piece);
}

/** Which company's rows row-level security lets through, for the rest of the transaction. */
export const setCompany = (companyId: string): Statement => ({
  text: `SELECT set_config('app.company_id', $1, true)`,
  values: [companyId],
});
