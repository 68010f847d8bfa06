import { mergeLists } from '../features/access/removal.list';
import { RemovalService } from '../features/access/removal.service';
import type { RequestContext } from '../platform/request-context';
import { personalData } from './features';

/** Whoever was removed from a company stays removed, whatever older state its database was brought back to. */
export async function repeatRemovals(ctx: RequestContext): Promise<number> {
  await mergeLists(ctx);
  return new RemovalService(personalData).repeat(ctx);
}
