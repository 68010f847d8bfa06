import { audit, changesBetween } from '../../platform/audit/audit';
import { uuidv7 } from '../../platform/database/uuid';
import { ErrorCode, invalid, refuse } from '../../platform/errors';
import { publish } from '../../platform/live';
import type { RequestContext, Transaction } from '../../platform/request-context';
import { heldProject } from './held-project';
import { Level, LevelType } from './level.entity';
import { childrenOf, hangUnder, nextPosition, parentIn, placeAt } from './level-tree';
import { levelById } from './project.loader';
import { deleteUnit } from './unit-deletion';

const structural = new Set([LevelType.PHASE, LevelType.LOT, LevelType.BUILDING]);

/** The tree of a project. Every command holds the project, so that paths and places are changed by one at a time. */
export class LevelService {
  add(
    ctx: RequestContext,
    projectId: string,
    parentId: string | null,
    type: LevelType,
    name: string,
  ): Promise<Level> {
    return ctx.inTransaction(async (tx) => {
      await heldProject(tx, projectId);
      if (!structural.has(type))
        throw invalid('type', 'invalid', 'Only phases, lots and buildings are added so.');
      const parent = await parentIn(tx, projectId, parentId, type);
      const id = uuidv7();
      await tx.insert(Level, {
        id,
        projectId,
        parentId: parent.id,
        type,
        name,
        path: `${parent.path}/${id}`,
        position: await nextPosition(tx, parent),
      });
      await audit(tx, 'level.added', {
        ...about({ id, projectId }),
        changes: [{ field: 'name', before: null, after: name }],
      });
      publish(tx, null);
      return tx.load(levelById, id);
    });
  }

  rename(ctx: RequestContext, levelId: string, name: string): Promise<Level> {
    return ctx.inTransaction(async (tx) => {
      const level = await this.held(tx, levelId);
      if (!structural.has(level.type)) {
        throw invalid('id', 'invalid', 'A project is renamed by its name, and a unit by its number.');
      }
      await tx.update(Level, level.id, { name });
      await audit(tx, 'level.renamed', { ...about(level), changes: changesBetween(level, { name }) });
      publish(tx, null);
      return tx.load(levelById, level.id);
    });
  }

  /** Everything below goes along; who sees what follows from the new path at once. */
  move(
    ctx: RequestContext,
    levelId: string,
    parentId?: string | null,
    position?: number | null,
  ): Promise<Level> {
    return ctx.inTransaction(async (tx) => {
      const level = await this.held(tx, levelId);
      if (!level.parentId) throw invalid('id', 'invalid', 'The project itself cannot be moved.');
      const parent = await parentIn(
        tx,
        level.projectId,
        parentId === undefined ? level.parentId : parentId,
        level.type,
      );
      await hangUnder(tx, level, parent);
      await placeAt(tx, level.id, parent, position ?? null);
      await audit(tx, 'level.moved', {
        ...about(level),
        changes: changesBetween(level, { parentId: parent.id }),
      });
      publish(tx, null);
      return tx.load(levelById, level.id);
    });
  }

  /** Only what nothing hangs on; returns the project that it stood in. */
  delete(ctx: RequestContext, levelId: string): Promise<string> {
    return ctx.inTransaction(async (tx) => {
      const level = await this.held(tx, levelId);
      const children = await childrenOf(tx, level);
      if (!level.parentId || children.length > 0) throw levelInUse();
      if (level.type === LevelType.UNIT) await deleteUnit(tx, level.id);
      await deleteUnlessInUse(tx, level.id);
      await audit(tx, 'level.deleted', {
        ...about(level),
        changes: [{ field: 'name', before: level.name, after: null }],
      });
      publish(tx, null);
      return level.projectId;
    });
  }

  private async held(tx: Transaction, levelId: string): Promise<Level> {
    const { id, projectId } = await tx.load(levelById, levelId);
    await heldProject(tx, projectId);
    return tx.load(levelById, id);
  }
}

/** What other features keep at a level points at it by foreign keys: as long as there is any, the level stays. */
async function deleteUnlessInUse(tx: Transaction, levelId: string): Promise<void> {
  try {
    await tx.delete(Level, { id: levelId });
  } catch (error) {
    throw (error as { code?: string }).code === '23503' ? levelInUse() : error;
  }
}

const levelInUse = () =>
  refuse(ErrorCode.LOCKED, 'Something stands in it or hangs on it.', { field: ['id'] });

const about = ({ id, projectId }: Pick<Level, 'id' | 'projectId'>) => ({
  object: { type: 'Level', id },
  projectId,
});
