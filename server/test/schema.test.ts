import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { features } from '../src/app/features';
import { createSchema, mergedPermissions, printSchema, unnamedFields } from '../src/app/schema';

const committed = readFileSync(join(__dirname, '../../schema.graphql'), 'utf8');
let schema: GraphQLSchema;
beforeAll(() => {
  schema = createSchema(features);
});

const ours = (type: GraphQLNamedType) => !type.name.startsWith('_') && !isBuiltIn(type);
const isBuiltIn = (type: GraphQLNamedType) =>
  ['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name) ||
  /^(FieldSet|federation__|link__)/.test(type.name);

test('the committed schema is the one the server serves; `npm run codegen` prints it', () => {
  // Compared as a whole: a difference of two thousand lines would tell nobody anything.
  expect(printSchema(features) === committed).toBe(true);
});

test('B13 every field of the schema is named by a permission', () => {
  expect(unnamedFields(schema, mergedPermissions(features))).toEqual([]);
});

test('no permission speaks of a field that does not exist', () => {
  const wrong = Object.entries(mergedPermissions(features)).flatMap(([name, fields]) => {
    const type = schema.getType(name);
    if (!isObjectType(type) && !isInterfaceType(type)) return [name];
    return Object.keys(fields)
      .filter((field) => field !== '*' && !(field in type.getFields()))
      .map((field) => `${name}.${field}`);
  });
  expect(wrong).toEqual([]);
});

test('every type, field, argument and enum value has a description', () => {
  const silent: string[] = [];
  const say = (path: string, described: { description?: string | null }) => {
    if (!described.description?.trim()) silent.push(path);
  };
  for (const type of Object.values(schema.getTypeMap()).filter(ours)) {
    if (!['Query', 'Mutation', 'Subscription'].includes(type.name)) say(type.name, type);
    if (isEnumType(type)) type.getValues().forEach((value) => say(`${type.name}.${value.name}`, value));
    if (isInputObjectType(type)) {
      Object.values(type.getFields()).forEach((field) => say(`${type.name}.${field.name}`, field));
    }
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields()).filter(({ name }) => !name.startsWith('_'))) {
        say(`${type.name}.${field.name}`, field);
        field.args.forEach((arg) => say(`${type.name}.${field.name}(${arg.name})`, arg));
      }
    }
    if (isScalarType(type)) say(type.name, type);
  }
  expect(silent).toEqual([]);
});

test('a boolean’s description begins with “Whether”', () => {
  const wrong = Object.values(schema.getTypeMap())
    .filter(ours)
    .filter((type) => isObjectType(type) || isInputObjectType(type))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => String(field.type).replace('!', '') === 'Boolean')
        .filter((field) => !field.description?.startsWith('Whether'))
        .map((field) => `${type.name}.${field.name}`),
    );
  expect(wrong).toEqual([]);
});

test('every mutation has an input and a payload of its own name', () => {
  const withoutInput = new Set(['signOut', 'stopImpersonation', 'finishTour']);
  for (const { name, args, type } of Object.values(schema.getMutationType()!.getFields())) {
    const verb = name[0]!.toUpperCase() + name.slice(1);
    expect(String(type).replace('!', '')).toBe(`${verb}Payload`);
    expect(args.map((arg) => String(arg.type))).toEqual(withoutInput.has(name) ? [] : [`${verb}Input!`]);
  }
});

test('a field with a permission of its own is nullable, so that a refusal does not null the whole answer', () => {
  const permissions = mergedPermissions(features);
  const publicRoots = [
    'signIn',
    'requestPasswordReset',
    'resetPassword',
    'acceptInvitation',
    'confirmEmailChange',
  ];
  const wrong = Object.entries(permissions).flatMap(([name, fields]) => {
    const type = schema.getType(name);
    if (!isObjectType(type)) return [];
    return Object.entries(fields)
      .filter(([field, rule]) => typeof rule !== 'symbol' && field in type.getFields())
      .filter(([field]) => String(type.getFields()[field]!.type).endsWith('!'))
      .map(([field]) => `${name}.${field}`)
      .filter(
        (path) => ![...publicRoots.map((root) => `Mutation.${root}`), 'Query.invitationLink'].includes(path),
      );
  });
  expect(wrong).toEqual([]);
});
