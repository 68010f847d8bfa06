import type { IMiddlewareResolver } from 'graphql-middleware/types';
import { getNamedType, isListType, getNullableType } from 'graphql';
import { uuidv7 } from '../platform/database/uuid';
import type { RequestContext } from '../platform/request-context';

/** Notes every single object that an impersonator opens by its id. */
export const recordOpenedObjects: IMiddlewareResolver<unknown, RequestContext> = async (
  resolve,
  parent,
  args: { id?: string },
  ctx,
  info,
) => {
  const found = (await resolve(parent, args, ctx, info)) as { id?: string; __typename?: string } | null;
  const single = !isListType(getNullableType(info.returnType));
  if (single && args.id && found?.id) {
    await recordOpened(ctx, found.__typename ?? getNamedType(info.returnType).name, found.id);
  }
  return found;
};

/** Once a minute at most; of whoever is herself nothing is noted. */
export async function recordOpened(ctx: RequestContext, type: string, id: string): Promise<void> {
  const impersonation = ctx.viewer?.impersonation;
  if (!impersonation) return;
  await ctx.inTransaction((tx) =>
    tx.execute(
      `INSERT INTO opened_objects (company_id, id, impersonation_id, type_name, object_id, at)
       SELECT $1, $2, $3, $4, $5, now()
        WHERE NOT EXISTS (SELECT 1 FROM opened_objects WHERE company_id = $1 AND impersonation_id = $3
                             AND object_id = $5 AND at > now() - interval '1 minute')`,
      [ctx.companyId, uuidv7(), impersonation.id, type, id],
    ),
  );
}
