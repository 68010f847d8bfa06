import { pino, type DestinationStream, type Logger } from 'pino';

interface KnownOfDatabase {
  code?: string;
  table?: string;
  column?: string;
  constraint?: string;
}

/**
 * PostgreSQL's messages about wrong data (class 22) repeat the data, in quotes; all others name tables and rules. A mail
 * server likes to repeat the address that it refuses.
 */
const withoutValues = ({ message, code }: Error & KnownOfDatabase): string =>
  (/^22\w{3}$/.test(code ?? '') ? message.replace(/".*"/s, '"…"') : message).replace(
    /[^\s<>"]+@[^\s<>"]+/g,
    '…@…',
  );

/**
 * What a log may keep of an error. Not what a statement was asked with, nor the rows that the database repeats:
 * those are people's, and nobody removes a person from a log.
 */
export function loggedError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code, table, column, constraint } = error as KnownOfDatabase;
  const message = withoutValues(error);
  return {
    type: error.constructor.name,
    message,
    code,
    table,
    column,
    constraint,
    // Without its first lines: they hold the message as it was, in whatever words it is told now.
    stack: error.stack?.replace(/^[^]*?(?=\n\s+at )/, error.name),
    ...(error.cause !== undefined && { cause: loggedError(error.cause) }),
    ...(error instanceof AggregateError && { errors: error.errors.map(loggedError) }),
  };
}

/** The same in one line, for what waits to be tried again. */
export const errorInShort = (error: unknown): string =>
  error instanceof Error ? `${error.constructor.name}: ${withoutValues(error)}` : String(error);

export const createLog = (level: string, stream?: DestinationStream): Logger =>
  pino({ level, serializers: { err: loggedError } }, stream as DestinationStream);
