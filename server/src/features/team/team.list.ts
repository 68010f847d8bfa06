import { and, sql } from '../../platform/database/sql';
import { contains } from '../../platform/folded';
import { page, type Connection } from '../../platform/graphql/connection';
import type { RequestContext } from '../../platform/request-context';
import { TeamMember } from './team-member.entity';
import type { TeamMembersArgs } from './team.types';

export const teamMembers = (
  ctx: RequestContext,
  { search, state, role, first, after }: TeamMembersArgs,
): Promise<Connection<TeamMember>> =>
  page(ctx, TeamMember, {
    where: and(
      search ? contains(sql`(row.sort_name || ' ' || row.email)`, search) : null,
      state?.length ? sql`row.state = ANY(${state}::text[])` : null,
      role ? sql`row.role = ${role}` : null,
    ),
    order: { by: ['sortName'] },
    searching: Boolean(search),
    first,
    after: after ?? null,
  });
