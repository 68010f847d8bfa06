const control = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** Overrides and isolates turn the text around them; marks and joiners, which names and emoji need, stay. */
const turning = /[\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** One line of what somebody typed: no control characters, no turned text, no halves of characters. */
export const oneLine = (text: string): string =>
  text.toWellFormed().replace(turning, '').replace(control, ' ').replace(/\s+/g, ' ').trim();

const graphemes = new Intl.Segmenter();

/** At most so many characters as a reader counts them; an emoji family is never cut apart. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = Array.from(graphemes.segment(text), ({ segment }) => segment);
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!);

/** Markup that is safe to put into a page as it is; only `markup` makes it. */
class Html {
  constructor(private readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

type Part = string | number | Html | null | readonly Part[];

function written(part: Part): string {
  if (part === null) return '';
  if (part instanceof Html) return part.toString();
  return Array.isArray(part) ? part.map(written).join('') : escaped(String(part));
}

/** Escapes every value that is not itself made by `markup`. */
export const markup = (texts: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(texts.reduce((all, text, at) => all + written(parts[at - 1] ?? null) + text));

/** For text of our own that escaping would spoil, such as a style sheet. Never for what anybody typed. */
export const unsafeMarkup = (text: string): Html => new Html(text);

export type { Html };
