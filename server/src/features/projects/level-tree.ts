import { sql } from '../../platform/database/sql';
import { invalid, notFound } from '../../platform/errors';
import type { Transaction } from '../../platform/request-context';
import { Level, LevelType } from './level.entity';
import { levelById } from './project.loader';

// Strictly inwards: a level can therefore never come to stand inside itself.
const order = [LevelType.PROJECT, LevelType.PHASE, LevelType.LOT, LevelType.BUILDING, LevelType.UNIT];
const isInside = (inner: LevelType, outer: LevelType) => order.indexOf(inner) > order.indexOf(outer);

/** The level that others are to stand in, of this project; the root where none is named. */
export async function parentIn(
  tx: Transaction,
  projectId: string,
  parentId: string | null,
  type: LevelType,
): Promise<Level> {
  const parent = await tx.load(levelById, parentId ?? projectId);
  if (parent.projectId !== projectId) throw notFound('Level');
  if (!isInside(type, parent.type)) {
    throw invalid('parentId', 'order', `A ${type} cannot stand in a ${parent.type}.`);
  }
  return parent;
}

export const childrenOf = (tx: Transaction, { id }: Level): Promise<Level[]> =>
  tx.rows(Level, { where: sql`row.parent_id = ${id}`, orderBy: sql`row.position, row.id` });

export async function nextPosition(tx: Transaction, parent: Level): Promise<number> {
  const last = (await childrenOf(tx, parent)).at(-1);
  return last ? last.position + 1 : 0;
}

/** In one statement, so that no reader ever sees a path that is half old. */
export async function hangUnder(tx: Transaction, level: Level, parent: Level): Promise<void> {
  const ownPart = level.path.length - level.id.length + 1;
  await tx.execute(
    `UPDATE levels SET parent_id = CASE WHEN id = $2 THEN $3 ELSE parent_id END,
                       path = $4 || '/' || substr(path, $6)
      WHERE company_id = $1 AND (path = $5 OR (path > $5 || '/' AND path < $5 || '0'))`,
    [tx.companyId, level.id, parent.id, parent.path, level.path, ownPart],
  );
}

/** Puts a level at a place among the children of its parent; at the end where none is named. */
export async function placeAt(
  tx: Transaction,
  levelId: string,
  parent: Level,
  position: number | null,
): Promise<void> {
  const ids = (await childrenOf(tx, parent)).map(({ id }) => id).filter((id) => id !== levelId);
  ids.splice(position ?? ids.length, 0, levelId);
  await tx.execute(
    `UPDATE levels SET position = place - 1 FROM unnest($2::uuid[]) WITH ORDINALITY AS placed (level_id, place)
      WHERE company_id = $1 AND id = level_id AND position <> place - 1`,
    [tx.companyId, ids],
  );
}

/** Depth first: every level right after the one it stands in, siblings in their order. */
export function inDisplayOrder(levels: readonly Level[]): Level[] {
  const known = new Set(levels.map(({ id }) => id));
  const children = new Map<string | null, Level[]>();
  for (const level of levels) {
    // Who sees only a part of the tree sees its uppermost levels as roots.
    const parent = level.parentId && known.has(level.parentId) ? level.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), level]);
  }
  const withAllBelow = (level: Level): Level[] => [
    level,
    ...(children.get(level.id) ?? []).flatMap(withAllBelow),
  ];
  return (children.get(null) ?? []).flatMap(withAllBelow);
}
