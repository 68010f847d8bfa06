import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import {
  concatAST,
  isInterfaceType,
  isObjectType,
  lexicographicSortSchema,
  parse,
  type GraphQLSchema,
} from 'graphql';
import { applyMiddleware } from 'graphql-middleware';
import type { IMiddlewareTypeMap } from 'graphql-middleware/types';
import { shield, type allow } from 'graphql-shield';
import { buildSchemaSync, createResolversMap, type PubSub } from 'type-graphql';
import { denyOrPass } from './denials';
import { nextCommandAnew } from './next-command';
import { recordOpened, recordOpenedObjects } from './opened-objects';
import { onlyReferences } from './references';
import type { Feature } from '../platform/feature';
import { refusalsAsData } from '../platform/graphql/refusals';
import { validateArgument } from '../platform/graphql/validation';
import {
  chain,
  deny,
  isSignedIn,
  isTeamMember,
  open,
  writesForHerself,
  type PermissionMap,
  type ShieldRule,
} from '../platform/permissions';
import type { RequestContext } from '../platform/request-context';

export const federationLink =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])';

/** Every feature's map in one; two features may speak about fields of the same type, never about the same field. */
export function mergedPermissions(features: readonly Feature[]): PermissionMap {
  const merged: PermissionMap = {};
  for (const { name, permissions } of features) {
    for (const [type, fields] of Object.entries(permissions)) {
      for (const [field, rule] of Object.entries(fields)) {
        if (merged[type]?.[field])
          throw new Error(`${name} states a second permission for ${type}.${field}.`);
        merged[type] = { ...merged[type], [field]: rule };
      }
    }
  }
  return merged;
}

/** What a stopped impersonation needs; every other mutation refuses whoever looks through somebody else's eyes. */
const allowedWhileImpersonating = new Set(['stopImpersonation']);

/** Shield's rules without the fields that are open: wrapping those costs time and guards nothing. */
function guards(permissions: PermissionMap): Record<string, Record<string, ShieldRule>> {
  const rules: Record<string, Record<string, ShieldRule>> = {
    Query: { _entities: isSignedIn, _service: isTeamMember },
  };
  for (const [type, fields] of Object.entries(permissions)) {
    for (const [field, rule] of Object.entries(fields)) {
      if (rule === open) continue;
      const guarded =
        type === 'Mutation' && !allowedWhileImpersonating.has(field) ? chain(writesForHerself, rule) : rule;
      rules[type] = { ...rules[type], [field]: guarded };
    }
  }
  return rules;
}

type MiddlewareTree = Record<string, Record<string, unknown>>;

/** Also what federation itself adds below its guarded root fields. */
const isOpen = (permissions: PermissionMap, type: string, field: string) =>
  type.startsWith('_') ||
  permissions[type]?.[field] === open ||
  (permissions[type]?.['*'] === open && !permissions[type]?.[field]);

function shieldOf(schema: GraphQLSchema, permissions: PermissionMap) {
  const generator = shield(guards(permissions) as Record<string, Record<string, typeof allow>>, {
    fallbackRule: deny,
    fallbackError: denyOrPass as never,
    allowExternalErrors: true,
  });
  const tree = generator.generate(schema) as MiddlewareTree;
  for (const [type, fields] of Object.entries(tree)) {
    for (const field of Object.keys(fields)) if (isOpen(permissions, type, field)) delete fields[field];
    if (Object.keys(fields).length === 0) delete tree[type];
  }
  return tree;
}

/** TypeGraphQL asks for one; our streams come from PostgreSQL, each subscription with a `subscribe` of its own. */
const noPubSub: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('A subscription without its own `subscribe`.');
  },
};

/** TypeGraphQL keeps what the decorators state here. */
declare const TypeGraphQLMetadataStorage: { objectTypes: { simpleResolvers?: boolean }[] };

function plainSchema(features: readonly Feature[]): GraphQLSchema {
  // A field without a method is a property: a resolver for each value of a list would only cost time.
  for (const type of TypeGraphQLMetadataStorage.objectTypes) type.simpleResolvers = true;
  const resolvers = features.flatMap((feature) => feature.resolvers ?? []);
  const instances = new Map(resolvers.map((resolver) => [resolver.constructor, resolver]));
  return buildSchemaSync({
    resolvers: [...instances.keys()] as [Function, ...Function[]],
    container: { get: (resolver) => instances.get(resolver) },
    validateFn: validateArgument,
    pubSub: noPubSub,
  });
}

/** Features -> one federated schema -> what guards it. `unguarded` is for the proof that the second wall holds alone. */
export function createSchema(features: readonly Feature[], { unguarded = false } = {}): GraphQLSchema {
  const plain = plainSchema(features);
  const sdl = printSchemaWithDirectives(lexicographicSortSchema(plain));
  const subgraph = buildSubgraphSchema([
    {
      typeDefs: concatAST([parse(federationLink), parse(sdl)]),
      resolvers: { ...createResolversMap(plain), ...references(features, plain) } as never,
    },
  ]);
  const inner = [
    refusing(subgraph),
    { Query: recordOpenedObjects },
    { Query: { _entities: onlyReferences } },
  ];
  const shields = unguarded ? [] : [shieldOf(subgraph, mergedPermissions(features)) as never];
  return applyMiddleware(subgraph, { Mutation: nextCommandAnew }, ...shields, ...inner);
}

/** Roots and every other field that takes an argument: whoever reads what people send may refuse it. */
function refusing(schema: GraphQLSchema): IMiddlewareTypeMap {
  const tree: IMiddlewareTypeMap = { Query: refusalsAsData, Mutation: refusalsAsData };
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    if (type.name.startsWith('_') || type.name in tree || type.name === 'Subscription') continue;
    const asking = Object.values(type.getFields()).filter(({ args }) => args.length > 0);
    if (asking.length) tree[type.name] = Object.fromEntries(asking.map(({ name }) => [name, refusalsAsData]));
  }
  return tree;
}

/** A reference from another subgraph is read by the same loader as everywhere, and so by the same visibility. */
function references(features: readonly Feature[], plain: GraphQLSchema) {
  const resolvers = createResolversMap(plain);
  const keyed = ([type]: [string, unknown]) =>
    plain.getType(type)?.astNode?.directives?.some(({ name }) => name.value === 'key');
  return Object.fromEntries(
    features
      .flatMap((feature) => Object.entries(feature.references ?? {}))
      .filter(keyed)
      .map(([type, loader]) => {
        const __resolveReference = async ({ id }: { id: string }, ctx: RequestContext) => {
          const found = await ctx.load(loader, id);
          await recordOpened(ctx, type, id);
          return found;
        };
        return [type, { ...resolvers[type], __resolveReference }];
      }),
  );
}

/** The schema as it is committed and published. */
export function printSchema(features: readonly Feature[]): string {
  const plain = plainSchema(features);
  return `${federationLink}\n\n${printSchemaWithDirectives(lexicographicSortSchema(plain))}\n`;
}

/** Fields of the schema that no permission names: there must be none. */
export function unnamedFields(schema: GraphQLSchema, permissions: PermissionMap): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('_'))
    .flatMap((type) =>
      Object.keys((isObjectType(type) || isInterfaceType(type) ? type.getFields() : {}) ?? {})
        .filter((field) => !field.startsWith('_'))
        .filter((field) => !permissions[type.name]?.[field] && !permissions[type.name]?.['*'])
        .map((field) => `${type.name}.${field}`),
    );
}
