import { sql, type Sql } from '../../platform/database/sql';
import { everythingIf, sees, type Visibility } from '../../platform/visibility';
import type { Viewer } from '../../platform/viewer';
import { File, FilePurpose } from '../files/file.entity';
import { Level } from './level.entity';
import { ProjectAdministrator } from './project-administrator.entity';
import { Project } from './project.entity';
import { Space } from './space.entity';
import { Unit } from './unit.entity';

/** The projects that an administrator is put on; null for everybody else. */
const ownProjects = (viewer: Viewer): Sql | null =>
  viewer.roles.has('ADMINISTRATOR')
    ? sql`SELECT pa.project_id FROM project_administrators pa
           WHERE pa.company_id = row.company_id AND pa.team_member_id = ${viewer.memberId}`
    : null;

/** A condition on rows that name a project: that it is one of an administrator's own. */
export const administers = (viewer: Viewer, projectId: Sql = sql`row.project_id`): Sql | null => {
  const own = ownProjects(viewer);
  return own && sql`${projectId} IN (${own})`;
};

const owners = everythingIf(({ roles }) => roles.has('OWNER'));

export const projectVisibility: Visibility[] = [
  ...[Project, Level, Unit, Space, ProjectAdministrator].map((entity) =>
    sees(entity, 'an owner sees all', owners),
  ),
  sees(Project, 'an administrator sees the projects he is put on', (viewer) =>
    administers(viewer, sql`row.id`),
  ),
  ...[Level, Unit, Space, ProjectAdministrator].map((entity) =>
    sees(entity, 'an administrator sees what is in his projects', (viewer) => administers(viewer)),
  ),
  sees(File, 'an owner sees the pictures of projects and the plans of units', (viewer) =>
    viewer.roles.has('OWNER')
      ? sql`row.attached_at IS NOT NULL AND row.purpose IN (${FilePurpose.PROJECT_IMAGE}, ${FilePurpose.UNIT_PLAN})`
      : null,
  ),
  sees(File, 'an administrator sees the pictures and plans of his projects', (viewer) => {
    const own = ownProjects(viewer);
    return (
      own &&
      sql`EXISTS (SELECT 1 FROM projects p WHERE p.company_id = row.company_id AND p.image_id = row.id AND p.id IN (${own}))
       OR EXISTS (SELECT 1 FROM units u WHERE u.company_id = row.company_id AND u.plan_id = row.id AND u.project_id IN (${own}))`
    );
  }),
];
