declare module 'pg/lib/utils' {
  /** A value as PostgreSQL reads it from text. */
  export function prepareValue(value: unknown): unknown;
}
