import type { IMiddlewareResolver } from 'graphql-middleware/types';
import { isUnionType } from 'graphql';
import { badUserInput } from '../platform/errors';

/** Other subgraphs send references as they like; what names no type of ours or no id is the asker's mistake. */
export const onlyReferences: IMiddlewareResolver = async (
  resolve,
  parent,
  args: { representations: unknown[] },
  ctx,
  info,
) => {
  const entity = info.schema.getType('_Entity');
  const types = isUnionType(entity) ? entity.getTypes().map(({ name }) => name) : [];
  const isReference = (given: unknown) => {
    const { __typename: type, id } = (given ?? {}) as { __typename?: unknown; id?: unknown };
    return typeof type === 'string' && types.includes(type) && typeof id === 'string';
  };
  if (!args.representations.every(isReference)) {
    throw badUserInput('A representation names one of our types, and an id.', 'representations');
  }
  return resolve(parent, args, ctx, info) as unknown;
};
