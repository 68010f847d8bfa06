import { addressOf } from '../../platform/address';
import { audit, changesBetween } from '../../platform/audit/audit';
import { uuidv7 } from '../../platform/database/uuid';
import { forbidden, invalid } from '../../platform/errors';
import { folded } from '../../platform/folded';
import { publish } from '../../platform/live';
import type { RequestContext, Transaction } from '../../platform/request-context';
import { ownCompany } from '../companies/company.loader';
import { replaceFile } from '../files/attach-file';
import { FilePurpose } from '../files/file.entity';
import { cleared, given } from './changed-fields';
import { heldProject } from './held-project';
import { Level, LevelType } from './level.entity';
import { insertUnit } from './new-unit';
import { Project, ProjectKind, ProjectState } from './project.entity';
import { ownsAll, projectById, unitsByProjectId } from './project.loader';
import type { CreateProjectInput, ProjectChange } from './project.types';
import { UnitType } from './unit.enums';

// A single home may be called by its buyer, and the audit log keeps nothing personal.
const personal = ['name', 'description', 'address'] as const;

export class ProjectService {
  /** A single home gets its one unit at once; nobody needs to see that it is there. */
  create(ctx: RequestContext, { name, kind, description, address }: CreateProjectInput): Promise<Project> {
    return ctx.inTransaction(async (tx) => {
      const id = uuidv7();
      await tx.insert(Project, {
        id,
        name,
        sortName: folded(name),
        kind,
        state: ProjectState.ACTIVE,
        description: description || null,
        address: addressOf(address ?? null),
      });
      const root = await tx.insert(Level, {
        id,
        projectId: id,
        type: LevelType.PROJECT,
        name,
        path: id,
        position: 0,
      });
      if (kind === ProjectKind.SINGLE) {
        const { currency } = await ownCompany(tx);
        await insertUnit(tx, root, { number: '1', type: UnitType.HOUSE }, { position: 0, currency });
      }
      await audit(tx, 'project.created', {
        ...about(id),
        changes: [{ field: 'kind', before: null, after: kind }],
      });
      publish(tx, null);
      return tx.load(projectById, id);
    });
  }

  update(ctx: RequestContext, id: string, version: number, change: ProjectChange): Promise<Project> {
    return ctx.inTransaction(async (tx) => {
      const project = await heldProject(tx, id);
      if (change.kind !== undefined) await this.checkKind(tx, project, change.kind);
      await replaceFile(tx, change.imageId, {
        purpose: FilePurpose.PROJECT_IMAGE,
        field: ['change', 'imageId'],
        replaces: project.imageId,
      });
      const changes = given<Partial<Project>>({
        name: change.name,
        kind: change.kind,
        description: cleared(change.description),
        address: change.address === undefined ? undefined : addressOf(change.address),
        imageId: change.imageId,
      });
      await tx.change(Project, id, version, {
        ...changes,
        ...(change.name && { sortName: folded(change.name) }),
      });
      if (change.name) await tx.update(Level, id, { name: change.name });
      await audit(tx, 'project.updated', {
        ...about(id),
        changes: changesBetween(project, changes, personal),
      });
      publish(tx, null);
      return tx.load(projectById, id);
    });
  }

  private async checkKind(tx: Transaction, project: Project, kind: ProjectKind): Promise<void> {
    if (!ownsAll(tx)) throw forbidden();
    if (kind === project.kind || kind === ProjectKind.MULTI) return;
    const units = await tx.load(unitsByProjectId, project.id);
    if (units.length === 1) return;
    throw invalid(['change', 'kind'], 'notOneUnit', 'A single home has exactly one unit.');
  }
}

const about = (id: string) => ({ object: { type: 'Project', id }, projectId: id });
