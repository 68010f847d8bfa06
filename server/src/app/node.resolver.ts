import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { GraphQLError } from 'graphql';
import { isUuid } from '../platform/database/uuid';
import { notFound } from '../platform/errors';
import type { Feature } from '../platform/feature';
import { Node } from '../platform/graphql/node';
import { isSignedIn } from '../platform/permissions';
import type { RequestContext } from '../platform/request-context';

/** `node(id)`: asks every feature's own loader, and so every feature's own visibility. */
export function nodes(features: readonly Feature[]): Feature {
  @Resolver()
  class NodeResolver {
    @Query(() => Node, {
      nullable: true,
      description: 'Any object by its id. NOT_FOUND for what is not the viewer’s to see.',
    })
    async node(
      @Arg('id', () => ID, { description: 'Its id.' }) id: string,
      @Ctx() ctx: RequestContext,
    ): Promise<Node> {
      if (!isUuid(id)) throw notFound();
      const asked = features.flatMap(({ references = {} }) => Object.entries(references));
      const answers = await Promise.all(
        asked.map(([type, loader]) =>
          ctx.load(loader, id).then((found) => ({ ...found, __typename: type }), absent),
        ),
      );
      // A project and the root of its tree share an id: the first feature's first type is meant.
      const found = answers.find((answer) => answer !== null);
      if (!found) throw notFound();
      return found as unknown as Node;
    }
  }
  return { name: 'nodes', resolvers: [new NodeResolver()], permissions: { Query: { node: isSignedIn } } };
}

const absent = (error: unknown): null => {
  if (error instanceof GraphQLError && error.extensions['code'] === 'NOT_FOUND') return null;
  throw error;
};
