import type { LevelType } from '../../gql/graphql';

export interface LevelNode {
  id: string;
  type: LevelType;
  name: string;
  parent: { id: string } | null;
}

/** Phases hold lots, lots hold buildings; each of them may be left out. */
const order: LevelType[] = ['PROJECT', 'PHASE', 'LOT', 'BUILDING', 'UNIT'];

/** What may be added below a level of this type; units have a form of their own. */
export const typesBelow = (type: LevelType): LevelType[] =>
  order.slice(order.indexOf(type) + 1).filter((below) => below !== 'UNIT');

export const canHold = (parent: LevelType, child: LevelType): boolean =>
  order.indexOf(parent) < order.indexOf(child) && parent !== 'UNIT';

export function childrenOf<L extends LevelNode>(levels: readonly L[], parent: LevelNode): L[] {
  return levels.filter((level) => level.parent?.id === parent.id);
}

/** Everything below a level, itself included: where it cannot be moved to. */
export function branchOf<L extends LevelNode>(levels: readonly L[], root: L): L[] {
  return [root, ...childrenOf(levels, root).flatMap((child) => branchOf(levels, child))];
}
