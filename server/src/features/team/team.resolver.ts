import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Connection } from '../../platform/graphql/connection';
import type { RequestContext } from '../../platform/request-context';
import type { TeamMember } from './team-member.entity';
import { teamMembers } from './team.list';
import type { TeamService } from './team.service';
import {
  AddTeamMemberInput,
  AddTeamMemberPayload,
  ChangeTeamMemberRoleInput,
  ChangeTeamMemberRolePayload,
  DeactivateTeamMemberInput,
  DeactivateTeamMemberPayload,
  ReactivateTeamMemberInput,
  ReactivateTeamMemberPayload,
  TeamMemberConnection,
  TeamMembersArgs,
} from './team.types';

@Resolver()
export class TeamResolver {
  constructor(private readonly team: TeamService) {}

  @Query(() => TeamMemberConnection, {
    nullable: true,
    description: 'The colleagues by name; null if you may not know.',
  })
  teamMembers(
    @Args(() => TeamMembersArgs) args: TeamMembersArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<TeamMember>> {
    return teamMembers(ctx, args);
  }

  @Mutation(() => AddTeamMemberPayload, {
    nullable: true,
    description: 'Add a colleague and send the invitation. Owners only.',
  })
  async addTeamMember(
    @Arg('input', () => AddTeamMemberInput, { description: 'The colleague.' }) input: AddTeamMemberInput,
    @Ctx() ctx: RequestContext,
  ): Promise<AddTeamMemberPayload> {
    return { teamMember: await this.team.add(ctx, input), errors: [] };
  }

  @Mutation(() => ChangeTeamMemberRolePayload, {
    nullable: true,
    description: 'Make a colleague owner or administrator. Owners only; the last owner stays one.',
  })
  async changeTeamMemberRole(
    @Arg('input', () => ChangeTeamMemberRoleInput, { description: 'The colleague and the role.' })
    { id, role }: ChangeTeamMemberRoleInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ChangeTeamMemberRolePayload> {
    return { teamMember: await this.team.changeRole(ctx, id, role), errors: [] };
  }

  @Mutation(() => DeactivateTeamMemberPayload, {
    nullable: true,
    description: 'Shut a colleague out at once; the work stays. Owners only.',
  })
  async deactivateTeamMember(
    @Arg('input', () => DeactivateTeamMemberInput, { description: 'The colleague, and who takes over.' })
    { id, handOverToId }: DeactivateTeamMemberInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DeactivateTeamMemberPayload> {
    return { teamMember: await this.team.deactivate(ctx, id, handOverToId ?? null), errors: [] };
  }

  @Mutation(() => ReactivateTeamMemberPayload, {
    nullable: true,
    description: 'Let a colleague in again. Owners only.',
  })
  async reactivateTeamMember(
    @Arg('input', () => ReactivateTeamMemberInput, { description: 'The colleague.' })
    { id }: ReactivateTeamMemberInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ReactivateTeamMemberPayload> {
    return { teamMember: await this.team.reactivate(ctx, id), errors: [] };
  }
}
