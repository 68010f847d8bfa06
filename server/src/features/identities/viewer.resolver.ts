import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Language } from '../../platform/language';
import type { RequestContext } from '../../platform/request-context';
import { Image, imageOf } from '../files/image.types';
import { countryOf } from './country';
import { deviceOf } from './device';
import { loginById, pendingEmailByIdentityId } from './identity.loader';
import { Role, SessionObject, ViewerObject } from './identity.types';
import { openSessions } from './sessions';

/** What the login itself says about the viewer; features add what else somebody is. */
@Resolver(() => ViewerObject)
export class ViewerResolver {
  @FieldResolver(() => String, { description: 'First and last name.' })
  name(@Ctx() ctx: RequestContext): string {
    return ctx.signedIn.name;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Address for signing in and for mail.' })
  async email(@Root() { id }: ViewerObject, @Ctx() ctx: RequestContext): Promise<string | null> {
    return (await ctx.load(loginById, id))?.email ?? null;
  }

  @FieldResolver(() => Language, { description: 'Of pages and mails for this person.' })
  async language(@Root() { id }: ViewerObject, @Ctx() ctx: RequestContext): Promise<Language> {
    return (await ctx.load(loginById, id))?.language ?? Language.EN;
  }

  @FieldResolver(() => Image, { nullable: true, description: 'The face; null where there is none.' })
  async picture(@Root() { id }: ViewerObject, @Ctx() ctx: RequestContext): Promise<Image | null> {
    return imageOf(ctx, (await ctx.load(loginById, id))?.pictureId ?? null, ctx.signedIn.name);
  }

  @FieldResolver(() => [Role], { description: 'What the viewer is here.' })
  roles(@Ctx() ctx: RequestContext): Role[] {
    return Object.values(Role).filter((role) => ctx.signedIn.roles.has(role));
  }

  @FieldResolver(() => [SessionObject], {
    description: 'Where the viewer is signed in, the latest first; empty while impersonating.',
  })
  async sessions(@Ctx() ctx: RequestContext): Promise<SessionObject[]> {
    if (ctx.signedIn.impersonation) return [];
    const current = ctx.signedIn.sessionId;
    const open = await openSessions(ctx);
    return open.map((session) => ({
      ...session,
      current: session.id === current,
      device: deviceOf(session.userAgent),
      country: countryOf(session.ip),
    }));
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer has seen the tour.' })
  async tourFinished(@Root() { id }: ViewerObject, @Ctx() ctx: RequestContext): Promise<boolean> {
    return Boolean((await ctx.load(loginById, id))?.tourFinishedAt);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The new address, while its change waits to be confirmed.',
  })
  pendingEmail(@Root() { id }: ViewerObject, @Ctx() ctx: RequestContext): Promise<string | null> {
    return ctx.load(pendingEmailByIdentityId, id);
  }
}
