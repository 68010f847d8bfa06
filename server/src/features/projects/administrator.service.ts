import { audit } from '../../platform/audit/audit';
import { sql } from '../../platform/database/sql';
import { invalid } from '../../platform/errors';
import { publish } from '../../platform/live';
import type { RequestContext, Transaction } from '../../platform/request-context';
import { type TeamMember, TeamMemberState, TeamRole } from '../team/team-member.entity';
import { teamMemberById } from '../team/team-member.loader';
import { heldProject } from './held-project';
import { ProjectAdministrator } from './project-administrator.entity';

/** Who is put on which project. It counts from the next request on, in open sessions too. */
export class AdministratorService {
  assign(ctx: RequestContext, projectId: string, memberId: string): Promise<void> {
    return ctx.inTransaction(async (tx) => {
      await heldProject(tx, projectId);
      const member = await tx.load(teamMemberById, memberId);
      await this.put(tx, projectId, assignable(member, 'teamMemberId'));
    });
  }

  unassign(ctx: RequestContext, projectId: string, memberId: string): Promise<void> {
    return ctx.inTransaction(async (tx) => {
      await heldProject(tx, projectId);
      await this.takeOff(tx, projectId, await tx.load(teamMemberById, memberId));
    });
  }

  /** A new colleague starts on the projects that were chosen with her or him. */
  async putOnAll(tx: Transaction, memberId: string, projectIds: string[]): Promise<void> {
    if (projectIds.length === 0) return;
    const member = assignable(await tx.load(teamMemberById, memberId), 'projectIds');
    for (const projectId of projectIds) {
      await heldProject(tx, projectId);
      await this.put(tx, projectId, member);
    }
  }

  /** Somebody takes over the projects of a colleague who leaves; an owner works on all of them anyway. */
  async handOver(tx: Transaction, memberId: string, heirId: string | null): Promise<void> {
    const member = await tx.load(teamMemberById, memberId);
    const heir = heirId ? await tx.load(teamMemberById, heirId) : null;
    const rows = await tx.rows(ProjectAdministrator, { where: sql`row.team_member_id = ${memberId}` });
    for (const { projectId } of rows) {
      await this.takeOff(tx, projectId, member);
      if (heir?.role === TeamRole.ADMINISTRATOR) await this.put(tx, projectId, heir);
    }
  }

  private async put(tx: Transaction, projectId: string, { id, identityId }: TeamMember): Promise<void> {
    const pair = sql`row.project_id = ${projectId} AND row.team_member_id = ${id}`;
    if (await tx.row(ProjectAdministrator, pair)) return;
    await tx.insert(ProjectAdministrator, { projectId, teamMemberId: id });
    await audit(tx, 'administrator.assigned', {
      object: { type: 'TeamMember', id },
      projectId,
      changes: [{ field: 'projectId', before: null, after: projectId }],
    });
    publish(tx, identityId);
  }

  private async takeOff(tx: Transaction, projectId: string, { id, identityId }: TeamMember): Promise<void> {
    if ((await tx.delete(ProjectAdministrator, { projectId, teamMemberId: id })) === 0) return;
    await audit(tx, 'administrator.unassigned', {
      object: { type: 'TeamMember', id },
      projectId,
      changes: [{ field: 'projectId', before: projectId, after: null }],
    });
    publish(tx, identityId);
  }
}

function assignable(member: TeamMember, field: string): TeamMember {
  if (member.role !== TeamRole.ADMINISTRATOR) {
    throw invalid(field, 'notAnAdministrator', 'An owner works on every project already.');
  }
  if (member.state !== TeamMemberState.ACTIVE && member.state !== TeamMemberState.INVITED) {
    throw invalid(field, 'notActive', 'This colleague no longer works here.');
  }
  return member;
}
