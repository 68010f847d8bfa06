import { on } from '../../platform/events';
import type { Feature } from '../../platform/feature';
import { teamMemberAdded, teamMemberDeactivated } from '../team/team.events';
import { AdministratorService } from './administrator.service';
import { Level } from './level.entity';
import { LevelResolver } from './level.resolver';
import { LevelService } from './level.service';
import { ProjectAdministrator } from './project-administrator.entity';
import {
  ContactPersonResolver,
  MemberProjectsResolver,
  ProjectFieldsResolver,
} from './project-fields.resolver';
import { Project } from './project.entity';
import { levelById, projectById, spaceById, unitById } from './project.loader';
import { projectPermissions } from './project.permissions';
import { ProjectResolver } from './project.resolver';
import { ProjectService } from './project.service';
import { projectVisibility } from './project.visibility';
import { Space } from './space.entity';
import { SpaceResolver } from './space.resolver';
import { SpaceService } from './space.service';
import { Unit } from './unit.entity';
import { UnitResolver } from './unit.resolver';
import { UnitService } from './unit.service';

const administrators = new AdministratorService();

/** What is built and sold: projects with their tree, units, spaces, and the colleagues who are put on them. */
export const projects: Feature = {
  name: 'projects',
  entities: [Project, Level, Unit, Space, ProjectAdministrator],
  resolvers: [
    new ProjectResolver(new ProjectService(), administrators),
    new ProjectFieldsResolver(),
    new ContactPersonResolver(),
    new MemberProjectsResolver(),
    new LevelResolver(new LevelService()),
    new UnitResolver(new UnitService()),
    new SpaceResolver(new SpaceService()),
  ],
  permissions: projectPermissions,
  visibility: projectVisibility,
  handlers: [
    on(teamMemberAdded, (tx, { memberId, projectIds }) => administrators.putOnAll(tx, memberId, projectIds)),
    on(teamMemberDeactivated, (tx, { memberId, handOverToId }) =>
      administrators.handOver(tx, memberId, handOverToId),
    ),
  ],
  // A unit and its level share an id, as do a project and its root: the first is what `node` answers with.
  references: { Project: projectById, Unit: unitById, Level: levelById, Space: spaceById },
};
