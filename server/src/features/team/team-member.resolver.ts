import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars';
import type { RequestContext } from '../../platform/request-context';
import { Image, imageOf } from '../files/image.types';
import { loginById } from '../identities/identity.loader';
import { ViewerObject } from '../identities/identity.types';
import { TeamMember, TeamMemberState } from './team-member.entity';
import { teamMemberByIdentityId } from './team-member.loader';

const nameOf = ({ firstName, lastName }: TeamMember) => `${firstName} ${lastName}`;

@Resolver(() => TeamMember)
export class TeamMemberResolver {
  @FieldResolver(() => String, { description: 'First and last name.' })
  name(@Root() member: TeamMember): string {
    return nameOf(member);
  }

  @FieldResolver(() => Image, { nullable: true, description: 'The face; null where there is none.' })
  async picture(@Root() member: TeamMember, @Ctx() ctx: RequestContext): Promise<Image | null> {
    const login = await ctx.load(loginById, member.identityId);
    return imageOf(ctx, login?.pictureId ?? null, nameOf(member));
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'When last seen here; colleagues only.',
  })
  async lastSeenAt(@Root() { identityId }: TeamMember, @Ctx() ctx: RequestContext): Promise<string | null> {
    return (await ctx.load(loginById, identityId))?.lastSeenAt ?? null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer can send the invitation once more.' })
  viewerCanResendInvitation(@Root() { state }: TeamMember, @Ctx() { viewer }: RequestContext): boolean {
    return state === TeamMemberState.INVITED && viewer !== null && viewer.roles.has('OWNER');
  }
}

@Resolver(() => ViewerObject)
export class ViewerTeamMemberResolver {
  @FieldResolver(() => TeamMember, {
    nullable: true,
    description: 'The viewer as a team member; null for who is none.',
  })
  teamMember(@Root() { id }: ViewerObject, @Ctx() ctx: RequestContext): Promise<TeamMember | null> {
    return ctx.load(teamMemberByIdentityId, id);
  }
}
