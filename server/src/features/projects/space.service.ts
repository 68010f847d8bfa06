import { audit, changesBetween } from '../../platform/audit/audit';
import { forbidden, notFound } from '../../platform/errors';
import { publish } from '../../platform/live';
import { minorFromDecimal } from '../../platform/money';
import type { RequestContext, Transaction } from '../../platform/request-context';
import { ownCompany } from '../companies/company.loader';
import { given } from './changed-fields';
import { heldProject } from './held-project';
import { ownsAll, spaceById, unitById } from './project.loader';
import { Space } from './space.entity';
import type { AddSpaceInput, SpaceChange } from './space.types';

export class SpaceService {
  add(ctx: RequestContext, { projectId, unitId, name, kind, price }: AddSpaceInput): Promise<Space> {
    return ctx.inTransaction(async (tx) => {
      await heldProject(tx, projectId);
      if (price && !ownsAll(tx)) throw forbidden();
      const { currency } = await ownCompany(tx);
      const { id } = await tx.insert(Space, {
        projectId,
        unitId: await unitIn(tx, projectId, unitId ?? null),
        name,
        kind,
        priceMinor: minorFromDecimal(price, currency, 'price'),
        currency,
      });
      await audit(tx, 'space.added', {
        ...about({ id, projectId }),
        changes: [{ field: 'name', before: null, after: name }],
      });
      publish(tx, null);
      return tx.load(spaceById, id);
    });
  }

  update(ctx: RequestContext, id: string, version: number, change: SpaceChange): Promise<Space> {
    return ctx.inTransaction(async (tx) => {
      const space = await this.held(tx, id);
      if (change.price !== undefined && !ownsAll(tx)) throw forbidden();
      const changes = given<Partial<Space>>({
        name: change.name,
        kind: change.kind,
        unitId: change.unitId === undefined ? undefined : await unitIn(tx, space.projectId, change.unitId),
        priceMinor:
          change.price === undefined
            ? undefined
            : minorFromDecimal(change.price, space.currency, ['change', 'price']),
      });
      await tx.change(Space, space.id, version, changes);
      await audit(tx, 'space.updated', { ...about(space), changes: changesBetween(space, changes) });
      publish(tx, null);
      return tx.load(spaceById, space.id);
    });
  }

  /** Returns the project that it belonged to. */
  delete(ctx: RequestContext, id: string): Promise<string> {
    return ctx.inTransaction(async (tx) => {
      const space = await this.held(tx, id);
      await tx.delete(Space, { id: space.id });
      const changes = [{ field: 'name', before: space.name, after: null }];
      await audit(tx, 'space.deleted', { ...about(space), changes });
      publish(tx, null);
      return space.projectId;
    });
  }

  private async held(tx: Transaction, id: string): Promise<Space> {
    const { projectId } = await tx.load(spaceById, id);
    await heldProject(tx, projectId);
    return tx.load(spaceById, id);
  }
}

async function unitIn(tx: Transaction, projectId: string, unitId: string | null): Promise<string | null> {
  if (!unitId) return null;
  const unit = await tx.load(unitById, unitId);
  if (unit.projectId !== projectId) throw notFound('Unit');
  return unit.id;
}

const about = ({ id, projectId }: Pick<Space, 'id' | 'projectId'>) => ({
  object: { type: 'Space', id },
  projectId,
});
