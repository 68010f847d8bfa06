import { sql } from '../../platform/database/sql';
import type { LoaderDefinition, RequestContext } from '../../platform/request-context';
import { TeamMember, TeamMemberState, TeamRole } from '../team/team-member.entity';
import { ProjectAdministrator } from './project-administrator.entity';
import type { ContactPerson } from './project.types';

/**
 * Whom a buyer can reach about each project: the colleagues put on it, or the owners where there is none. Read with
 * the company's eyes, for a buyer sees no team members; of these she gets what a business card says.
 */
export const contactPersonsByProjectId: LoaderDefinition<string, ContactPerson[]> = async (
  ctx,
  projectIds,
) => {
  const system = ctx.asSystem();
  const put = await system.select<ContactPerson & { projectId: string }>(sql`
    SELECT pa.project_id AS "projectId", ${card}
      FROM ${system.visible(ProjectAdministrator)} pa JOIN ${system.visible(TeamMember)} m ON m.id = pa.team_member_id
     WHERE pa.project_id = ANY(${projectIds}::uuid[]) AND m.state = ${TeamMemberState.ACTIVE} ORDER BY m.sort_name, m.id`);
  const found = projectIds.map((id) => put.filter(({ projectId }) => projectId === id));
  const owners = found.some(({ length }) => length === 0) ? await ownersOf(system) : [];
  return found.map((persons) => (persons.length > 0 ? persons : owners));
};

const card = sql`m.identity_id AS "identityId", m.first_name || ' ' || m.last_name AS name,
           m.job_title AS "jobTitle", m.email, m.phone`;

const ownersOf = (system: RequestContext) =>
  system.select<ContactPerson>(sql`
    SELECT ${card} FROM ${system.visible(TeamMember)} m
     WHERE m.state = ${TeamMemberState.ACTIVE} AND m.role = ${TeamRole.OWNER} ORDER BY m.sort_name, m.id`);
