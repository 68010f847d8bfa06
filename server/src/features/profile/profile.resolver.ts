import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/request-context';
import { viewerOf } from '../identities/identity.resolver';
import type { ProfileService } from './profile.service';
import { UpdateMyProfileInput, UpdateMyProfilePayload } from './profile.types';

@Resolver()
export class ProfileResolver {
  constructor(private readonly profiles: ProfileService) {}

  @Mutation(() => UpdateMyProfilePayload, { nullable: true, description: 'Change one’s own profile.' })
  async updateMyProfile(
    @Arg('input', () => UpdateMyProfileInput, { description: 'What is to change.' })
    input: UpdateMyProfileInput,
    @Ctx() ctx: RequestContext,
  ): Promise<UpdateMyProfilePayload> {
    const emailNeedsConfirmation = await this.profiles.update(ctx, input);
    return { viewer: viewerOf(ctx), emailNeedsConfirmation, errors: [] };
  }
}
