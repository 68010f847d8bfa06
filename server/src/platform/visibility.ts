import type { EntityClass } from './database/columns';
import { and, or, raw, type Sql } from './database/sql';
import { actorBehind, type Asker, type Viewer } from './viewer';

/**
 * One reason why a viewer may see rows of an entity: a condition over `row`, or null where the reason does not
 * concern this viewer. A person sees what any of her reasons shows; an entity without a reason shows nothing.
 * Conditions may read other tables by name: they are the policy, and row-level security bounds them to the company.
 */
export interface Visibility {
  entity: EntityClass<unknown>;
  reason: string;
  /** The viewer is null for a stranger. */
  condition(viewer: Viewer | null): Sql | null;
}

/** Whose last access has ended sees what strangers see, whatever her session still says of her. */
export const sees = (
  entity: EntityClass<unknown>,
  reason: string,
  condition: (viewer: Viewer) => Sql | null,
): Visibility => ({
  entity,
  reason,
  condition: (viewer) => (viewer && viewer.roles.size > 0 ? condition(viewer) : null),
});

/** What strangers see as well: on the sign-in page, before anybody is known. */
export const anyoneSees = (
  entity: EntityClass<unknown>,
  reason: string,
  condition: () => Sql,
): Visibility => ({ entity, reason, condition });

export type VisibilityOf = (entity: EntityClass<unknown>, asker: Asker) => Sql;

/** Everything, for the viewers whom the rule names. */
export const everythingIf = (rule: (viewer: Viewer) => boolean) => (viewer: Viewer) =>
  rule(viewer) ? raw('TRUE') : null;

export function visibilityFrom(stated: readonly Visibility[]): VisibilityOf {
  const byEntity = new Map<EntityClass<unknown>, Visibility[]>();
  for (const visibility of stated) {
    byEntity.set(visibility.entity, [...(byEntity.get(visibility.entity) ?? []), visibility]);
  }
  const seenBy = (entity: EntityClass<unknown>, viewer: Viewer | null) =>
    or(
      ...(byEntity.get(entity) ?? [])
        .map(({ condition }) => condition(viewer))
        .filter((condition): condition is Sql => condition !== null),
    );
  return (entity, asker) => {
    if (asker === 'system') return raw('TRUE');
    const actor = asker && actorBehind(asker);
    // Looking through somebody's eyes never shows what one may not see with one's own.
    return actor ? and(seenBy(entity, asker), seenBy(entity, actor)) : seenBy(entity, asker);
  };
}
