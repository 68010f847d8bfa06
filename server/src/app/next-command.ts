import type { IMiddlewareResolver } from 'graphql-middleware/types';
import type { RequestContext } from '../platform/request-context';

const commanded = new WeakSet<RequestContext>();

/** Of several commands in one request each is asked by whoever the session stands for after those before it. */
export const nextCommandAnew: IMiddlewareResolver<unknown, RequestContext> = async (
  resolve,
  parent,
  args,
  ctx,
  info,
) => {
  if (commanded.has(ctx) && ctx.viewer) {
    ctx.becomes(await ctx.platform.viewerOfSession(ctx.asSystem(), ctx.viewer.sessionId));
  }
  commanded.add(ctx);
  return resolve(parent, args, ctx, info) as unknown;
};
