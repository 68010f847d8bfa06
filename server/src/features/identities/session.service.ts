import { audit } from '../../platform/audit/audit';
import { isUuid } from '../../platform/database/uuid';
import { notFound } from '../../platform/errors';
import { publish } from '../../platform/live';
import type { RequestContext } from '../../platform/request-context';
import { Identity } from './identity.entity';
import { endSession } from './sessions';

export class SessionService {
  /** One of one's own, on whatever device; somebody else's does not exist. */
  async end(ctx: RequestContext, id: string): Promise<void> {
    const { identityId } = ctx.signedIn;
    await ctx.inTransaction(async (tx) => {
      if (!isUuid(id) || !(await endSession(tx, identityId, id))) throw notFound('This session');
      await audit(tx, 'session.ended', { object: { type: 'Session', id } });
    });
  }

  async finishTour(ctx: RequestContext): Promise<void> {
    const { identityId } = ctx.signedIn;
    await ctx.inTransaction(async (tx) => {
      await tx.update(Identity, identityId, { tourFinishedAt: new Date().toISOString() });
      publish(tx, identityId);
    });
  }
}
