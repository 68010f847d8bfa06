/** Text that was typed when a session ended, kept in this tab until its form opens again. */
const keyOf = (id: string): string => `portico.draft.${id}`;

export function keepDraft(id: string, values: Record<string, unknown>, secret: readonly string[]): void {
  const kept = Object.fromEntries(Object.entries(values).filter(([name]) => !secret.includes(name)));
  if (!Object.keys(kept).length) return;
  try {
    sessionStorage.setItem(keyOf(id), JSON.stringify(kept));
  } catch {
    // Values that cannot be written down, or no storage: nothing to keep.
  }
}

export function takeDraft<V>(id: string): Partial<V> | null {
  try {
    const kept = sessionStorage.getItem(keyOf(id));
    forgetDraft(id);
    return kept ? (JSON.parse(kept) as Partial<V>) : null;
  } catch {
    return null;
  }
}

export function forgetDraft(id: string): void {
  try {
    sessionStorage.removeItem(keyOf(id));
  } catch {
    // No storage, no draft.
  }
}
