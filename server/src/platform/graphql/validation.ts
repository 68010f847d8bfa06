import { getMetadataStorage, registerDecorator, validate } from 'class-validator';
import { domainToASCII } from 'node:url';
import { ErrorCode, Refusal, type Trouble } from '../errors';

type Normalise = (text: string) => string;
type Problem = Pick<Trouble, 'reason' | 'limit'>;

const normalisers = new Map<Function, Map<string, Normalise>>();

interface TextOptions {
  max: number;
  min?: number;
  /** Whether line breaks are kept. */
  multiline?: boolean;
  /** Whether null or nothing clears the field; otherwise it must have a value where it is given. */
  clearable?: boolean;
}

// Control characters, and the marks that make text read in another order than it is stored.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/u;
// Characters that show nothing: marks, fillers, joiners. Within a text they have their use; alone they are no text.
const invisible = /^[\p{Default_Ignorable_Code_Point}\p{White_Space}\u2800]*$/u;
const lineBreaks = /[\t\n\r]/;

function textProblem(value: unknown, { max, min = 1, multiline, clearable }: TextOptions): Problem | null {
  if (value === undefined) return null;
  if (value === null || value === '') return clearable ? null : { reason: 'required' };
  if (typeof value !== 'string') return { reason: 'invalid' };
  if (value.length > max) return { reason: 'tooLong', limit: max };
  if (!value.isWellFormed() || forbidden.test(value) || (!multiline && lineBreaks.test(value))) {
    return { reason: 'forbiddenCharacters' };
  }
  if (value.length < min) return { reason: 'tooShort', limit: min };
  return null;
}

const emailPattern =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

/** One spelling per address, so that addresses which differ in case, blanks or Unicode form are the same. */
export function normaliseEmail(text: string): string {
  const folded = text.normalize('NFKC').trim().toLowerCase();
  const at = folded.lastIndexOf('@');
  if (at < 1) return folded;
  return `${folded.slice(0, at)}@${domainToASCII(folded.slice(at + 1)) || folded.slice(at + 1)}`;
}

function emailProblem(value: unknown, clearable: boolean): Problem | null {
  const problem = textProblem(value, { max: 254, clearable });
  if (problem || !value) return problem;
  return emailPattern.test(value as string) && !(value as string).includes('..')
    ? null
    : { reason: 'invalid' };
}

/** A rule for one field. `problem` answers null where the value is fine. */
function check(problem: (value: unknown) => Problem | null, normalise?: Normalise): PropertyDecorator {
  return (target, property) => {
    const name = String(property);
    if (normalise) {
      const known = normalisers.get(target.constructor) ?? new Map<string, Normalise>();
      normalisers.set(target.constructor, known.set(name, normalise));
    }
    registerDecorator({
      name: 'check',
      target: target.constructor,
      propertyName: name,
      options: { message: ({ value }) => JSON.stringify(problem(value)) },
      validator: { validate: (value: unknown) => problem(value) === null },
    });
  };
}

const asTyped = (text: string): string => (invisible.test(text) ? '' : text.normalize('NFC').trim());

/** Text as people type it: trimmed, in one Unicode form, bounded, without characters that deceive the eye. */
export const Text = (options: TextOptions) => check((value) => textProblem(value, options), asTyped);

export const Email = ({ clearable = false } = {}) =>
  check((value) => emailProblem(value, clearable), normaliseEmail);

/** A password or a token: taken to the letter. Strength is the identity feature's to judge. */
export const Verbatim = ({ max }: { max: number }) =>
  check((value) =>
    typeof value === 'string' && value.length > max
      ? { reason: 'tooLong', limit: max }
      : value === '' || value === null
        ? { reason: 'required' }
        : null,
  );

export const OneOf = (allowed: (value: string) => boolean) =>
  check((value) => {
    if (value === undefined) return null;
    if (value === null || value === '') return { reason: 'required' };
    return typeof value === 'string' && allowed(value) ? null : { reason: 'invalid' };
  });

export const WholeNumber = ({
  min,
  max,
  clearable = false,
}: {
  min: number;
  max: number;
  clearable?: boolean;
}) =>
  check((value) => {
    if (value === undefined || (value === null && clearable)) return null;
    if (value === null) return { reason: 'required' };
    if (typeof value !== 'number' || value < min) return { reason: 'tooSmall', limit: min };
    return value > max ? { reason: 'tooLarge', limit: max } : null;
  });

/** A decimal as text that is no price, for example square metres; null clears it. */
export const DecimalNumber = ({ min, max }: { min: number; max: number }) =>
  check((value) => {
    if (value === undefined || value === null) return null;
    if (Number(value) < min) return { reason: 'tooSmall', limit: min };
    return Number(value) > max ? { reason: 'tooLarge', limit: max } : null;
  });

/** A value that may be left out, but not taken away. */
export const NotNull = () => check((value) => (value === null ? { reason: 'required' } : null));

export const ListOf = ({ max, min = 1 }: { max: number; min?: number }) =>
  check((value) => {
    if (!Array.isArray(value)) return null;
    if (value.length < min) return { reason: 'required' };
    return value.length > max ? { reason: 'tooMany', limit: max } : null;
  });

const messages: Record<string, (problem: Problem) => string> = {
  required: () => 'This is needed.',
  tooLong: ({ limit }) => `This is longer than ${limit} characters.`,
  tooShort: ({ limit }) => `This is shorter than ${limit} characters.`,
  tooSmall: ({ limit }) => `This is less than ${limit}.`,
  tooLarge: ({ limit }) => `This is more than ${limit}.`,
  tooMany: ({ limit }) => `These are more than ${limit}.`,
  forbiddenCharacters: () => 'This contains characters that cannot be shown safely.',
};

const troubleOf = (field: string[], problem: Problem): Trouble => ({
  code: ErrorCode.VALIDATION_FAILED,
  message: messages[problem.reason ?? '']?.(problem) ?? 'This is not valid.',
  field,
  ...problem,
});

/** How a field is normalised; an input type inherits it like its rules. */
function normaliserOf(type: object | null, property: string): Normalise | undefined {
  return type
    ? (normalisers.get(type as Function)?.get(property) ??
        normaliserOf(Object.getPrototypeOf(type), property))
    : undefined;
}

function normaliseDeep(value: unknown): void {
  if (Array.isArray(value)) value.forEach(normaliseDeep);
  else if (value && typeof value === 'object') {
    for (const [property, held] of Object.entries(value)) {
      const normalise = normaliserOf(value.constructor, property);
      if (typeof held === 'string' && normalise)
        (value as Record<string, unknown>)[property] = normalise(held);
      else if (held && typeof held === 'object') normaliseDeep(held);
    }
  }
}

async function troublesIn(value: unknown, path: string[]): Promise<Trouble[]> {
  if (Array.isArray(value)) {
    return (await Promise.all(value.map((item, index) => troublesIn(item, [...path, String(index)])))).flat();
  }
  if (!value || typeof value !== 'object' || Object.getPrototypeOf(value) === Object.prototype) return [];
  const rules = getMetadataStorage().getTargetValidationMetadatas(value.constructor, '', false, false);
  const broken = rules.length ? await validate(value, { stopAtFirstError: false }) : [];
  const own = broken.flatMap(({ property, constraints = {} }) =>
    Object.values(constraints)
      .slice(0, 1)
      .map((message) => troubleOf([...path, property], JSON.parse(message) as Problem)),
  );
  const nested = await Promise.all(
    Object.entries(value)
      .filter(([, held]) => held && typeof held === 'object')
      .map(([property, held]) => troublesIn(held, [...path, property])),
  );
  return [...own, ...nested.flat()];
}

/** TypeGraphQL's hook for every argument: normalises what was typed, then tells all that is wrong at once. */
export async function validateArgument(value: unknown): Promise<void> {
  if (!value || typeof value !== 'object') return;
  normaliseDeep(value);
  const troubles = await troublesIn(value, []);
  if (troubles.length) throw new Refusal(troubles);
}
