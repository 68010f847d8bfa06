import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { plausible, tablesMeantBy, tableOfType, textMeantBy, UnknownMeaning } from './meanings';

/** A place in the arguments of an operation where something foreign can be named. */
export interface Position {
  path: string[];
  kind: 'id' | 'search' | 'token' | 'email' | 'cursor' | 'reference';
  tables: string[];
  list: boolean;
  required: boolean;
  /** For a reference: its GraphQL type. */
  type?: string;
}

export interface Operation {
  root: 'Query' | 'Mutation';
  name: string;
  field: GraphQLField<unknown, unknown>;
  positions: Position[];
}

/** The fields of the roots, with each place that names something. What nobody has explained throws. */
export function operationsOf(schema: GraphQLSchema): Operation[] {
  return (['Query', 'Mutation'] as const).flatMap((root) => {
    const type = root === 'Query' ? schema.getQueryType()! : schema.getMutationType()!;
    return Object.values(type.getFields()).map((field) => ({
      root,
      name: field.name,
      field,
      positions: field.args.flatMap((arg) => positionsIn(schema, arg, `${root}.${field.name}`, [])),
    }));
  });
}

function positionsIn(
  schema: GraphQLSchema,
  { name, type }: GraphQLArgument | GraphQLInputField,
  owner: string,
  above: string[],
): Position[] {
  const named = getNamedType(type);
  const path = [...above, name];
  const place = { path, list: isListIn(type), required: isNonNullType(type), tables: [] as string[] };
  if (named.name === 'ID') return [{ ...place, kind: 'id', tables: tablesMeantBy(owner, name) }];
  if (named.name === '_Any') {
    const entity = schema.getType('_Entity');
    return (isUnionType(entity) ? entity.getTypes() : []).map(({ name: typeName }) => {
      const table = tableOfType[typeName];
      if (!table)
        throw new UnknownMeaning(`State in server/test/attack/meanings.ts the table of ${typeName}.`);
      return { ...place, kind: 'reference', tables: [table], type: typeName };
    });
  }
  if (isInputObjectType(named))
    return Object.values(named.getFields()).flatMap((inner) => positionsIn(schema, inner, named.name, path));
  const text = named.name === 'String' ? textMeantBy(owner, name) : null;
  return text ? [{ ...place, kind: text }] : [];
}

const isListIn = (type: GraphQLInputType): boolean =>
  isListType(type) || (isNonNullType(type) && isListType(type.ofType));

/** Arguments with what `choose` names in each position; else what is needed and no more. */
export function argumentsOf(
  { field }: Operation,
  choose: (path: string[]) => unknown,
): Record<string, unknown> {
  const valueOf = (type: GraphQLInputType, path: string[]): unknown => {
    const chosen = choose(path);
    if (chosen !== undefined) return chosen;
    const needed = isNonNullType(type);
    const inner = needed ? (type.ofType as GraphQLInputType) : type;
    const named = getNamedType(inner);
    if (isInputObjectType(named)) {
      const entries = Object.values(named.getFields())
        .map((each) => [each.name, valueOf(each.type, [...path, each.name])] as const)
        .filter(([, value]) => value !== undefined);
      if (!needed && entries.length === 0) return undefined;
      return isListType(inner) ? [Object.fromEntries(entries)] : Object.fromEntries(entries);
    }
    if (!needed) return undefined;
    if (isEnumType(named))
      return isListType(inner) ? [] : enumValue(named.getValues().map(({ name }) => name));
    return isListType(inner) ? [] : plausible(named.name, path.at(-1)!);
  };
  return Object.fromEntries(
    field.args
      .map(
        (arg) =>
          [arg.name, arg.defaultValue === undefined ? valueOf(arg.type, [arg.name]) : undefined] as const,
      )
      .filter(([, value]) => value !== undefined),
  );
}

/** The smallest of levels, so that it may stand below any other; of roles the one that can be put on projects. */
const enumValue = (values: string[]) =>
  values.find((value) => value === 'BUILDING' || value === 'ADMINISTRATOR') ?? values[0]!;

/** All that can be read of a type down to a depth; fragments on every type that an interface or a union may hide. */
export function everythingOf(
  schema: GraphQLSchema,
  type: GraphQLOutputType,
  depth: number,
  trail: string[] = [],
  prefix = '',
): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (isInterfaceType(named) || isUnionType(named)) {
    // Types of one interface may give one name to fields that cannot be merged.
    const spreads = schema
      .getPossibleTypes(named)
      .map((each) => `... on ${each.name} ${everythingOf(schema, each, depth, trail, `${each.name}_`)}`);
    return `{ __typename ${spreads.join(' ')} }`;
  }
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields())
    .filter(({ args }) => args.every((arg) => !isNonNullType(arg.type) || arg.defaultValue !== undefined))
    .filter(({ type: inner }) => {
      const { name } = getNamedType(inner);
      return isLeafType(getNamedType(inner)) || (depth > 0 && !trail.includes(name));
    })
    .map((field) => {
      const alias = prefix && `${prefix}${field.name}: `;
      return `${alias}${field.name} ${everythingOf(schema, field.type, depth - 1, [...trail, named.name])}`;
    });
  return `{ __typename ${fields.join(' ')} }`;
}

/** The fields by which something is searched below an object that has an address of its own. */
export function searchableFields(schema: GraphQLSchema) {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !['Query', 'Mutation', 'Subscription'].includes(type.name))
    .flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) => {
        for (const { name, type: given } of field.args)
          if (getNamedType(given).name === 'ID') tablesMeantBy(type.name, name);
        if (!field.args.some(({ name }) => name === 'search')) return [];
        const table = tableOfType[type.name];
        if (table) return [{ type: type.name, table, field }];
        throw new UnknownMeaning(`State in server/test/attack/meanings.ts the table of ${type.name}.`);
      }),
    );
}

export const forms = [
  'at the top',
  'in a fragment',
  'in an inline fragment',
  'under two aliases',
  'as literals',
] as const;
export type Form = (typeof forms)[number];

export interface Asked {
  text: string;
  variables: Record<string, unknown>;
}

/** One operation, asked in one of the forms in which a guard could overlook it. `given` is more than one under aliases. */
export function asked(
  operation: Operation,
  selection: string,
  form: Form,
  given: Record<string, unknown>[],
): Asked {
  const { root, field } = operation;
  const verb = root === 'Query' ? 'query' : 'mutation';
  if (form === 'as literals')
    return {
      text: `${verb} { ${call(operation, selection, literals(operation, given[0]!))} }`,
      variables: {},
    };
  const used = form === 'under two aliases' ? given : given.slice(0, 1);
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  const calls = used.map((values, index) => {
    const args = field.args.filter(({ name }) => name in values);
    for (const { name, type } of args) {
      variables[`${name}${index}`] = values[name];
      declared.push(`$${name}${index}: ${String(type)}`);
    }
    const passed = args.map(({ name }) => `${name}: $${name}${index}`);
    return `${form === 'under two aliases' ? `a${index}: ` : ''}${call(operation, selection, passed)}`;
  });
  const head = `${verb}${declared.length ? ` (${declared.join(', ')})` : ''}`;
  const body = calls.join(' ');
  if (form === 'in a fragment')
    return { text: `${head} { ...Asked } fragment Asked on ${root} { ${body} }`, variables };
  if (form === 'in an inline fragment')
    return { text: `${head} { ... on ${root} { ... @include(if: true) { ${body} } } }`, variables };
  return { text: `${head} { ${body} }`, variables };
}

const call = ({ name }: Operation, selection: string, args: string[]) =>
  `${name}${args.length ? `(${args.join(', ')})` : ''} ${selection}`;

const literals = ({ field }: Operation, values: Record<string, unknown>) =>
  field.args
    .filter(({ name }) => name in values)
    .map(({ name, type }) => `${name}: ${literal(type, values[name])}`);

function literal(type: GraphQLInputType, value: unknown): string {
  if (isNonNullType(type)) return literal(type.ofType as GraphQLInputType, value);
  if (Array.isArray(value)) {
    const inner = isListType(type) ? (type.ofType as GraphQLInputType) : type;
    return `[${value.map((each) => literal(inner, each)).join(', ')}]`;
  }
  if (value === null || typeof value !== 'object')
    return isEnumType(getNamedType(type)) ? String(value) : JSON.stringify(value);
  const named = getNamedType(type);
  const fields = isInputObjectType(named) ? named.getFields() : {};
  const entries = Object.entries(value).map(
    ([name, held]) => `${name}: ${fields[name] ? literal(fields[name].type, held) : JSON.stringify(held)}`,
  );
  return `{ ${entries.join(', ')} }`;
}
