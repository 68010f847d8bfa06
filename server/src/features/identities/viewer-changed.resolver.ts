import { Ctx, Resolver, Subscription, type SubscribeResolverData } from 'type-graphql';
import type { RequestContext } from '../../platform/request-context';
import { viewerOf } from './identity.resolver';
import { ViewerObject } from './identity.types';

function changes({ context }: SubscribeResolverData<unknown, object, RequestContext>): AsyncIterable<void> {
  const { identityId, impersonation } = context.signedIn;
  const people = impersonation ? [identityId, impersonation.actorIdentityId] : [identityId];
  return context.platform.services.notices.of(context.companyId, people);
}

@Resolver()
export class ViewerChangedResolver {
  @Subscription(() => ViewerObject, {
    nullable: true,
    subscribe: changes,
    description:
      'Fires when what the viewer may see or do has changed: ask again. Null when the session has ended.',
  })
  viewerChanged(@Ctx() ctx: RequestContext): ViewerObject | null {
    return viewerOf(ctx);
  }
}
