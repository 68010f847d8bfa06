import { forbidden } from '../../platform/errors';
import type { Transaction } from '../../platform/request-context';
import { projectById, worksOnProject } from './project.loader';
import { Project } from './project.entity';

/** The project that a command of its colleagues is about, held so that commands on its tree come one by one. */
export async function heldProject(tx: Transaction, projectId: string): Promise<Project> {
  await tx.lock(Project, projectId);
  const project = await tx.load(projectById, projectId);
  if (!(await tx.load(worksOnProject, project.id))) throw forbidden();
  return project;
}
