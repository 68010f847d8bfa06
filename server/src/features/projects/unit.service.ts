import { audit, changesBetween } from '../../platform/audit/audit';
import { sql } from '../../platform/database/sql';
import { Refusal, forbidden, invalid } from '../../platform/errors';
import { publish } from '../../platform/live';
import type { RequestContext, Transaction } from '../../platform/request-context';
import { ownCompany } from '../companies/company.loader';
import { replaceFile } from '../files/attach-file';
import { FilePurpose } from '../files/file.entity';
import { heldProject } from './held-project';
import { Level, LevelType } from './level.entity';
import { nextPosition, parentIn } from './level-tree';
import { insertUnit, numberInUse, troublesOfRows } from './new-unit';
import { ProjectKind } from './project.entity';
import { ownsAll, unitById } from './project.loader';
import { changesOf } from './unit-change';
import { unitNumberKey } from './unit-number';
import { Unit } from './unit.entity';
import type { NewUnit, UnitChange } from './unit.types';

export class UnitService {
  /** All or none; what is wrong is said for every row at once. */
  add(ctx: RequestContext, projectId: string, parentId: string | null, units: NewUnit[]): Promise<Unit[]> {
    return ctx.inTransaction(async (tx) => {
      const { kind } = await heldProject(tx, projectId);
      if (kind === ProjectKind.SINGLE) {
        throw invalid(
          'projectId',
          'singleUnit',
          'A single home has one unit: make it a project with several first.',
        );
      }
      if (!ownsAll(tx) && units.some(({ basePrice }) => basePrice)) throw forbidden();
      const parent = await parentIn(tx, projectId, parentId, LevelType.UNIT);
      const ids = await this.insertAll(tx, parent, units);
      await audit(tx, 'units.added', {
        object: { type: 'Project', id: projectId },
        projectId,
        changes: [{ field: 'units', before: null, after: units.map(({ number }) => number).join(', ') }],
      });
      publish(tx, null);
      return Promise.all(ids.map((id) => tx.load(unitById, id)));
    });
  }

  /** Structure is for whoever works on the project, the price for owners alone. */
  update(ctx: RequestContext, id: string, version: number, change: UnitChange): Promise<Unit> {
    return ctx.inTransaction(async (tx) => {
      const { projectId } = await tx.load(unitById, id);
      await heldProject(tx, projectId);
      if (change.basePrice !== undefined && !ownsAll(tx)) throw forbidden();
      const unit = await tx.load(unitById, id);
      const changes = changesOf(unit, change);
      await replaceFile(tx, change.planId, {
        purpose: FilePurpose.UNIT_PLAN,
        field: ['change', 'planId'],
        replaces: unit.planId,
      });
      const numbered = change.number ? await this.renumbered(tx, unit, change.number) : {};
      await tx.change(Unit, unit.id, version, { ...changes, ...numbered });
      await audit(tx, 'unit.updated', {
        object: { type: 'Unit', id: unit.id },
        projectId,
        changes: changesBetween(unit, changes),
      });
      publish(tx, null);
      return tx.load(unitById, unit.id);
    });
  }

  private async insertAll(tx: Transaction, parent: Level, units: NewUnit[]): Promise<string[]> {
    const { currency } = await ownCompany(tx);
    const keys = units.map(({ number }) => unitNumberKey(number));
    const troubles = troublesOfRows(units, await this.usedNumbers(tx, parent.projectId, keys), currency);
    if (troubles.length > 0) throw new Refusal(troubles);
    const ids: string[] = [];
    let position = await nextPosition(tx, parent);
    for (const unit of units)
      ids.push(await insertUnit(tx, parent, unit, { position: position++, currency }));
    return ids;
  }

  private async renumbered(tx: Transaction, unit: Unit, number: string): Promise<Partial<Unit>> {
    const numberKey = unitNumberKey(number);
    const used = await this.usedNumbers(tx, unit.projectId, [numberKey]);
    if (numberKey !== unit.numberKey && used.has(numberKey)) throw numberInUse(['change', 'number']);
    await tx.update(Level, unit.id, { name: number });
    return { numberKey };
  }

  private async usedNumbers(tx: Transaction, projectId: string, keys: string[]): Promise<Set<string>> {
    const found = await tx.rows(Unit, {
      where: sql`row.project_id = ${projectId} AND row.number_key = ANY(${keys}::text[])`,
    });
    return new Set(found.map(({ numberKey }) => numberKey));
  }
}
