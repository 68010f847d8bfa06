import { parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryState } from 'nuqs';

/*
 * Filters and sort of lists live in the address: a copied link shows a colleague the same list, and the
 * back button restores it. Values that are not in the list of allowed ones are ignored.
 */

/** Free text, for example `?q=`; null when empty. */
export function useTextParam(name: string) {
  const [value, set] = useQueryState(name, parseAsString.withOptions({ history: 'replace' }));
  return [value ?? '', (text: string) => void set(text || null)] as const;
}

/** One of a fixed set, with a default that stays out of the address. */
export function useChoiceParam<T extends string>(name: string, choices: readonly T[], fallback: T) {
  const [value, set] = useQueryState(name, parseAsStringLiteral(choices).withDefault(fallback));
  return [value, (choice: T) => void set(choice)] as const;
}

/** One of a fixed set, or nothing. */
export function useOptionalParam<T extends string>(name: string, choices: readonly T[]) {
  const [value, set] = useQueryState(name, parseAsStringLiteral(choices));
  return [value, (choice: T | null) => void set(choice)] as const;
}

/** Any of a fixed set. */
export function useChoicesParam<T extends string>(name: string, choices: readonly T[]) {
  const [values, set] = useQueryState(name, parseAsArrayOf(parseAsStringLiteral(choices)).withDefault([]));
  return [values, (next: T[]) => void set(next.length ? next : null)] as const;
}

/** An id, for example of a project that a list is narrowed to or of an open panel. */
export function useIdParam(name: string) {
  const [value, set] = useQueryState(name, parseAsString);
  return [value, (id: string | null) => void set(id)] as const;
}

/** Whether something is open, for example an edit form; absent means no. */
export function useFlagParam(name: string) {
  const [value, set] = useQueryState(name, parseAsBoolean.withDefault(false));
  return [value, (next: boolean) => void set(next || null)] as const;
}
