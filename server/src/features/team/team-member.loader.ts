import { sql } from '../../platform/database/sql';
import { byId } from '../../platform/loaders';
import type { LoaderDefinition } from '../../platform/request-context';
import { TeamMember } from './team-member.entity';

export const teamMemberById = byId(TeamMember);

/** The colleague behind a login, where the viewer may see colleagues; null for everybody else. */
export const teamMemberByIdentityId: LoaderDefinition<string, TeamMember | null> = async (
  ctx,
  identityIds,
) => {
  const members = await ctx.rows(TeamMember, { where: sql`row.identity_id = ANY(${identityIds}::uuid[])` });
  const found = new Map(members.map((member) => [member.identityId, member]));
  return identityIds.map((id) => found.get(id) ?? null);
};
