export const dateKinds = [
  'plannedHandoverOn',
  'provisionalAcceptanceOn',
  'finalAcceptanceOn',
  'warrantyUntil',
  'structuralWarrantyUntil',
] as const;

export type DateKind = (typeof dateKinds)[number];
export interface KeyDate {
  kind: DateKind;
  on: string;
}

/** Those that are known, in the order in which they come. */
export function keyDatesOf(unit: { [K in DateKind]?: string | null }): KeyDate[] {
  return dateKinds
    .flatMap((kind) => {
      const on = unit[kind];
      return on ? [{ kind, on }] : [];
    })
    .toSorted((one, other) => one.on.localeCompare(other.on));
}
