import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** Every field of the object down to a depth, arguments left out where they may be. */
function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (!isObjectType(named))
    return isUnionType(named) ? '{ __typename ... on Node { id } }' : '{ __typename id }';
  const fields = Object.values(named.getFields())
    .filter(({ args }) => args.every((arg) => !isNonNullType(arg.type) || arg.defaultValue !== undefined))
    .filter((field) => isLeafType(getNamedType(field.type)) || depth > 0)
    .map((field) => `${field.name} ${selectionOf(field.type, depth - 1)}`);
  return `{ __typename ${fields.join(' ')} }`;
}

const scalars: Record<string, string> = {
  Int: '1',
  Boolean: 'true',
  String: '"Abc 12345"',
  Decimal: '"10.00"',
  Date: '"2026-01-02"',
  DateTime: '"2026-01-02T00:00:00.000Z"',
};

/** A literal that the type accepts, with this id wherever an id can stand, also where it may be left out. */
function literalOf(type: GraphQLInputType, id: string): string {
  if (isNonNullType(type)) return literalOf(type.ofType as GraphQLInputType, id);
  if (isListType(type)) return `[${literalOf(type.ofType as GraphQLInputType, id)}]`;
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) || holdsId(field.type) || field.name === 'change',
    );
    return `{ ${fields.map((field) => `${field.name}: ${literalOf(field.type, id)}`).join(', ')} }`;
  }
  return type.name === 'ID' ? `"${id}"` : (scalars[type.name] ?? `[{ __typename: "Unit", id: "${id}" }]`);
}

function holdsId(type: GraphQLInputType): boolean {
  const named = getNamedType(type);
  return (
    named.name === 'ID' ||
    (isInputObjectType(named) && Object.values(named.getFields()).some(({ type: inner }) => holdsId(inner)))
  );
}

export interface Question {
  root: 'Query' | 'Mutation';
  name: string;
  text: string;
}

/** Every operation of the schema, asked with one id in every place that takes one. */
export function everyQuestionAbout(schema: GraphQLSchema, id: string, { depth = 2 } = {}): Question[] {
  const of = (root: Question['root'], fields: GraphQLField<unknown, unknown>[]) =>
    fields.map((field) => {
      const args = field.args.map((arg) => `${arg.name}: ${argument(arg.type, id)}`);
      const call = `${field.name}${args.length ? `(${args.join(', ')})` : ''} ${selectionOf(field.type, depth)}`;
      return { root, name: field.name, text: `${root === 'Query' ? 'query' : 'mutation'} { ${call} }` };
    });
  return [
    ...of('Query', Object.values(schema.getQueryType()!.getFields())),
    ...of('Mutation', Object.values(schema.getMutationType()!.getFields())),
  ];
}

function argument(type: GraphQLInputType, id: string): string {
  if (String(type).includes('_Any'))
    return `[{ __typename: "Unit", id: "${id}" }, { __typename: "Contact", id: "${id}" }, { __typename: "Project", id: "${id}" }, { __typename: "Company", id: "${id}" }]`;
  // An optional filter that is no id would only narrow what comes back.
  return isNonNullType(type) || holdsId(type) ? literalOf(type, id) : 'null';
}
