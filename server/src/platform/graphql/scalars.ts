import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const fail = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** A scalar that is text on both sides; PostgreSQL already renders it as the API promises. */
function textScalar(name: string, description: string, parse: (text: string) => string | null) {
  const read = (value: unknown) => {
    const text = typeof value === 'string' ? parse(value) : null;
    if (text === null) throw fail(`${name} cannot be read from this value.`);
    return text;
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : null),
  });
}

const isCalendarDay = (text: string) => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && day.getUTCFullYear() >= 1900;
};

export const DateTimeScalar = textScalar(
  'DateTime',
  'A moment, UTC, ISO 8601 with milliseconds: `2026-05-01T09:30:00.000Z`.',
  (text) => {
    if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
    const moment = new Date(text);
    return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
  },
);

export const DateScalar = textScalar('Date', 'A calendar day without time: `2026-05-01`.', (text) =>
  isCalendarDay(text) ? text : null,
);

export const DecimalScalar = textScalar(
  'Decimal',
  'A decimal number as text, so that nothing is rounded: `285000.00`.',
  (text) => (/^-?\d{1,15}(\.\d{1,4})?$/.test(text) ? text : null),
);
