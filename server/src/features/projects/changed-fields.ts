/** The fields that were given; those left out stay as they are. */
export const given = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;

/** An empty text clears a field as null does; left out stays left out. */
export const cleared = (text: string | null | undefined) => (text === undefined ? undefined : text || null);
