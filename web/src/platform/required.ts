import type { UserErrorLike } from './errors';

/** Empty fields, told before asking the server, in the server's own words. */
export function required<V extends Record<string, unknown>>(
  values: V,
  ...names: (keyof V & string)[]
): UserErrorLike[] {
  return names
    .filter((name) => !String(values[name] ?? '').trim())
    .map((name) => ({ code: 'VALIDATION_FAILED', reason: 'required', field: [name] }));
}
