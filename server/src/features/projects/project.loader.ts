import { sql, type Sql } from '../../platform/database/sql';
import { byId, byIdOrNull, manyBy } from '../../platform/loaders';
import type { LoaderDefinition, RequestContext } from '../../platform/request-context';
import { TeamMember } from '../team/team-member.entity';
import { teamMemberById } from '../team/team-member.loader';
import { Level } from './level.entity';
import { ProjectAdministrator } from './project-administrator.entity';
import { Project } from './project.entity';
import { Space } from './space.entity';
import { Unit } from './unit.entity';
import type { SaleState } from './unit.enums';

export const projectById = byId(Project);
export const projectByIdOrNull = byIdOrNull(Project);
export const levelById = byId(Level);
export const levelByIdOrNull = byIdOrNull(Level);
export const unitById = byId(Unit);
export const unitByIdOrNull = byIdOrNull(Unit);
export const spaceById = byId(Space);

export const levelsByProjectId = manyBy(Level, 'projectId', sql`row.position, row.id`);
export const unitsByProjectId = manyBy(Unit, 'projectId', sql`row.number_key`);
export const spacesByProjectId = manyBy(Space, 'projectId', sql`lower(row.name), row.id`);
export const spacesByUnitId = manyBy(Space, 'unitId', sql`lower(row.name), row.id`);

interface UnitCounts {
  units: number;
  sold: number;
}

/** How many units of each project the viewer sees, and how many of those are sold. */
export const unitCountsByProjectId: LoaderDefinition<string, UnitCounts> = async (ctx, projectIds) => {
  const rows = await ctx.select<UnitCounts & { projectId: string }>(sql`
    SELECT row.project_id AS "projectId", count(*) AS units,
           count(*) FILTER (WHERE row.sale_state IN ('SOLD', 'HANDED_OVER')) AS sold
      FROM ${ctx.visible(Unit)} row WHERE row.project_id = ANY(${projectIds}::uuid[]) GROUP BY row.project_id`);
  const counts = new Map(rows.map((row) => [row.projectId, row]));
  return projectIds.map((id) => counts.get(id) ?? { units: 0, sold: 0 });
};

/** Where the sale of each unit stands, also for a space whose unit the viewer does not see. */
export const saleStateByUnitId: LoaderDefinition<string, SaleState> = async (ctx, unitIds) => {
  const seen = await Promise.all(unitIds.map((id) => ctx.load(unitByIdOrNull, id)));
  const unseen = unitIds.filter((_, index) => !seen[index]);
  const others = unseen.length ? await unitById(ctx.asSystem(), unseen) : [];
  return unitIds.map((id, index) => {
    const unit = seen[index] ?? others[unseen.indexOf(id)]!;
    return unit instanceof Error ? unit : unit.saleState;
  });
};

/** The visible levels above each unit, from the project down. */
export const levelsAboveUnit: LoaderDefinition<string, Level[]> = async (ctx, unitIds) => {
  const rows = await ctx.rows(Level, {
    // As an array of its own: row-level security lets no index be asked with what a function makes of another row.
    where: sql`row.id = ANY(ARRAY(SELECT unnest(string_to_array(own.path, '/'))::uuid
      FROM ${ctx.visible(Level)} own WHERE own.id = ANY(${unitIds}::uuid[])))`,
  });
  const levels = new Map(rows.map((level) => [level.id, level]));
  return unitIds.map((id) => {
    const above = levels.get(id)?.path.split('/').slice(0, -1) ?? [];
    return above.flatMap((each) => levels.get(each) ?? []);
  });
};

/** Whether the call comes from an owner, or from the company itself. */
export const ownsAll = ({ asker }: RequestContext): boolean =>
  asker === 'system' || (asker?.roles.has('OWNER') ?? false);

/**
 * Whether the viewer works on each project as a colleague: what every edit asks, and every price. Somebody who sees
 * a project only as its buyer does not.
 */
export const worksOnProject: LoaderDefinition<string, boolean> = async (ctx, projectIds) => {
  const { viewer } = ctx;
  if (ownsAll(ctx)) return projectIds.map(() => true);
  if (!viewer?.memberId) return projectIds.map(() => false);
  const rows = await ctx.rows(ProjectAdministrator, {
    where: sql`row.project_id = ANY(${projectIds}::uuid[]) AND row.team_member_id = ${viewer.memberId}`,
  });
  const own = new Set(rows.map(({ projectId }) => projectId));
  return projectIds.map((id) => own.has(id));
};

type Assignment = Pick<ProjectAdministrator, 'projectId' | 'teamMemberId'>;

/** Who is put on what, as far as the viewer sees both; owners see all, others what is in their own projects. */
const assignments = (ctx: RequestContext, where: Sql) =>
  ctx.select<Assignment>(sql`
    SELECT pa.project_id AS "projectId", pa.team_member_id AS "teamMemberId"
      FROM ${ctx.visible(ProjectAdministrator)} pa
      JOIN ${ctx.visible(Project)} p ON p.id = pa.project_id
      JOIN ${ctx.visible(TeamMember)} m ON m.id = pa.team_member_id
     WHERE ${where} ORDER BY p.sort_name, p.id, m.sort_name, m.id`);

export const projectsByMemberId: LoaderDefinition<string, Project[]> = async (ctx, memberIds) => {
  const found = await assignments(ctx, sql`pa.team_member_id = ANY(${memberIds}::uuid[])`);
  const projects = await Promise.all(found.map(({ projectId }) => ctx.load(projectById, projectId)));
  return memberIds.map((id) => projects.filter((_, index) => found[index]!.teamMemberId === id));
};

export const administratorsByProjectId: LoaderDefinition<string, TeamMember[]> = async (ctx, projectIds) => {
  const found = await assignments(ctx, sql`pa.project_id = ANY(${projectIds}::uuid[])`);
  const members = await Promise.all(found.map(({ teamMemberId }) => ctx.load(teamMemberById, teamMemberId)));
  return projectIds.map((id) => members.filter((_, index) => found[index]!.projectId === id));
};
