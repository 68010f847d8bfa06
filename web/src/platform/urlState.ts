import { useCallback } from 'react';
import { useBrowserHistory, useLocation } from './router';

/*
 * Filters and sort of lists live in the address: a copied link shows a colleague the same list, and the
 * back button restores it. Values that are not in the list of allowed ones are ignored.
 */

/** What the address says under a name, and how to change it without a new step in the history. */
function useParam(name: string) {
  const history = useBrowserHistory();
  const value = new URLSearchParams(useLocation().search).get(name);
  const set = useCallback(
    (next: string | null) => {
      // As it is now: two of them may change at once.
      const { pathname, search, hash } = window.location;
      const params = new URLSearchParams(search);
      if (next === null) params.delete(name);
      else params.set(name, next);
      const kept = params.size ? `?${params}` : '';
      if (kept !== search) history?.replace(pathname + kept + hash, history.moment.location.state);
    },
    [history, name],
  );
  return [value, set] as const;
}

const among = <T extends string>(choices: readonly T[], value: string | null): T | null =>
  choices.find((choice) => choice === value) ?? null;

/** Free text, for example `?q=`; null when empty. */
export function useTextParam(name: string) {
  const [value, set] = useParam(name);
  return [value ?? '', (text: string) => set(text || null)] as const;
}

/** One of a fixed set, with a default that stays out of the address. */
export function useChoiceParam<T extends string>(name: string, choices: readonly T[], fallback: T) {
  const [value, set] = useParam(name);
  const chosen = among(choices, value) ?? fallback;
  return [chosen, (choice: T) => set(choice === fallback ? null : choice)] as const;
}

/** One of a fixed set, or nothing. */
export function useOptionalParam<T extends string>(name: string, choices: readonly T[]) {
  const [value, set] = useParam(name);
  return [among(choices, value), (choice: T | null) => set(choice)] as const;
}

/** An id, for example of a project that a list is narrowed to or of an open panel. */
export const useIdParam = useParam;

/** Whether something is open, for example an edit form; absent means no. */
export function useFlagParam(name: string) {
  const [value, set] = useParam(name);
  return [value === 'true', (next: boolean) => set(next ? 'true' : null)] as const;
}
