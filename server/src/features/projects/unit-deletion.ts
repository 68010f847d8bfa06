import { ErrorCode, refuse } from '../../platform/errors';
import type { Transaction } from '../../platform/request-context';
import { detachFile } from '../files/attach-file';
import { ProjectKind } from './project.entity';
import { projectById, spacesByUnitId, unitById } from './project.loader';
import { isFree } from './unit-change';
import { Unit } from './unit.entity';

/** What must be so, and what goes along, where a unit's level is deleted: its row follows the level. */
export async function deleteUnit(tx: Transaction, unitId: string): Promise<void> {
  await tx.lock(Unit, unitId);
  const unit = await tx.load(unitById, unitId);
  const { kind } = await tx.load(projectById, unit.projectId);
  const spaces = await tx.load(spacesByUnitId, unitId);
  if (!isFree(unit) || kind === ProjectKind.SINGLE || spaces.length > 0) {
    throw refuse(ErrorCode.LOCKED, 'A unit that is sold, has spaces or is all of its project stays.', {
      field: ['id'],
    });
  }
  if (unit.planId) await detachFile(tx, unit.planId);
}
