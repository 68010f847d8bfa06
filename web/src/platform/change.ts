type Cleared<T> = T extends string ? T | null : T extends object ? { [K in keyof T]: Cleared<T[K]> } : T;
type Values = Record<string, unknown>;

/** Text as an input of the schema wants it: nothing instead of an empty one. */
export const orNull = (text: string | null | undefined): string | null => text?.trim() || null;

/** The values of a form as an input: empty texts as null, in objects too. */
export function inputOf<V extends Values>(values: V): Cleared<V> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, cleared(value)]),
  ) as Cleared<V>;
}

/** The same of what was touched only: the rest of the saved object stays as it is. */
export function changeOf<V extends Values>(values: V, initial: V): Partial<Cleared<V>> {
  const touched = Object.entries(values).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(initial[name]),
  );
  return inputOf(Object.fromEntries(touched)) as Partial<Cleared<V>>;
}

function cleared(value: unknown): unknown {
  if (typeof value === 'string') return orNull(value);
  if (value && typeof value === 'object' && !Array.isArray(value)) return inputOf(value as Values);
  return value;
}
