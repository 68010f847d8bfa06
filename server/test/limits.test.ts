import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getIntrospectionQuery, parse, print, type DocumentNode } from 'graphql';
import { costOf, parseOptions } from '../src/app/query-limits';
import { projectDir } from '../src/platform/config';
import { theServer, type Reply, type Site } from './http';
import { aCompany, theProduct, type Someone, type TestCompany } from './world';

jest.setTimeout(60_000);

let site: Site;
let builder: TestCompany;
let owner: Someone;
beforeAll(async () => {
  site = await theServer();
  builder = await aCompany();
  owner = await builder.anOwner();
});

const codesOf = ({ json }: Reply): string[] =>
  json.errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code);

describe('B4 the schema', () => {
  const asked = {
    introspection: getIntrospectionQuery(),
    'a type': '{ __type(name: "Company") { fields { name } } }',
    'a fragment': '{ ...F } fragment F on Query { s: __schema { types { name } } }',
    SDL: '{ _service { sdl } }',
  };

  test.each(Object.entries(asked))('is told to the team: %s', async (_what, query) => {
    const { status, json } = await site.graphql(query, { by: owner });
    expect([status, json.errors]).toEqual([200, undefined]);
  });

  test.each(Object.entries(asked))('is told to nobody else: %s', async (_what, query) => {
    const customer = await builder.aBuyer(await builder.aUnit());
    const partner = await builder.signedIn((await builder.aPartner()).identityId!);
    for (const by of [undefined, customer, partner]) {
      const answer = await site.graphql(query, by && { by });
      expect([answer.status, codesOf(answer)]).toEqual([400, ['GRAPHQL_VALIDATION_FAILED']]);
      expect(answer.text).not.toContain('Company');
    }
  });

  test.each([
    ['a field', '{ companyy { id } }'],
    ['an argument', '{ project(idd: "x") { id } }'],
    ['an input', 'mutation { signIn(input: { emial: "x", password: "y" }) { errors { code } } }'],
    ['a type', 'query ($x: SignInInputt) { viewer { id } }'],
  ])('%s is guessed for the team only', async (_what, query) => {
    expect((await site.graphql(query, { by: owner })).text).toContain('Did you mean');
    const answer = await site.graphql(query);
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain('Did you mean');
  });
});

const post = (body: unknown) =>
  site.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('B1 B9 what is too much', () => {
  const many = (count: number, text: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => text(index)).join(' ');
  const fragments = (count: number, content: (index: number) => string) =>
    many(count, (index) => `fragment F${index} on Query { ${content(index)} }`);
  /** Each asks eight times for the next. */
  const growing = `{ viewer { homes { ...U0 } } } ${many(
    4,
    (level) =>
      `fragment U${level} on Unit { ${many(8, (index) => `a${index}: project { singleUnit { ${level < 3 ? `...U${level + 1}` : 'id'} } }`)} }`,
  )}`;
  const units =
    'edges { node { project { singleUnit { project { singleUnit { project { singleUnit { id } } } } } } } }';

  test.each([
    [
      'a thousand aliases',
      `{ ${many(1000, (index) => `a${index}: viewer { id }`)} }`,
      /more that 2500 tokens/,
    ],
    ['a hundred aliases', `{ ${many(100, (index) => `a${index}: viewer { id }`)} }`, /50 aliases at most/],
    ['a thousand times one field', `{ ${many(1000, () => 'viewer { id }')} }`, /more that 2500 tokens/],
    [
      'five hundred directives',
      `{ viewer { id ${many(500, () => '@include(if: true)')} } }`,
      /more that 2500 tokens/,
    ],
    [
      'a directive a hundred times',
      `{ viewer { id ${many(100, () => '@include(if: true)')} } }`,
      /only be used once/,
    ],
    [
      'a hundred directives',
      `{ ${many(100, () => 'viewer { id @include(if: true) }')} }`,
      /50 directives at most/,
    ],
    [
      'a circle of fragments',
      `{ ...F0 } ${fragments(2, (index) => `...F${1 - index}`)}`,
      /Cannot spread fragment/,
    ],
    [
      'a large net of fragments',
      `{ ...F0 } ${fragments(190, (index) => `...F${(index + 1) % 190} ...F${(index + 7) % 190}`)}`,
      /Cannot spread fragment/,
    ],
    ['fragments that grow eightfold', growing, /costs \d+; 50000 is the limit/],
    ['thirteen levels', `{ projects { edges { node { units { ${units} } } } } }`, /12 levels deep at most/],
    [
      'a question as deep as it is long',
      `{ ${'viewer { '.repeat(800)}id${' }'.repeat(800)} }`,
      /Cannot query field/,
    ],
    [
      'a value as deep as it is long',
      `{ project(id: ${'['.repeat(20_000)}${']'.repeat(20_000)}) { id } }`,
      /Syntax Error|call stack/,
    ],
    [
      'long lists in long lists',
      '{ projects(first: 100) { edges { node { units(first: 100) { edges { node { buyers { id } } } } } } } }',
      /costs \d+; 50000 is the limit/,
    ],
    [
      'long lists by variables',
      'query ($n: Int! = 100) { projects(first: $n) { edges { node { units(first: $n) { edges { node { buyers { id } } } } } } } }',
      /costs \d+; 50000 is the limit/,
    ],
  ])('%s', async (_what, query, reason) => {
    const began = performance.now();
    const answer = await site.graphql(query, { by: owner });
    expect(performance.now() - began).toBeLessThan(2000);
    expect(answer.json).toEqual({ errors: expect.any(Array) });
    expect([answer.status, answer.json.errors[0].message]).toEqual([400, expect.stringMatching(reason)]);
  });

  test('several questions in one', async () => {
    const one = { query: '{ viewer { id } }' };
    const answer = await post([one, one]);
    expect(answer.status).toBe(400);
  });

  test('a body of more than 256 kB', async () => {
    expect((await post({ query: '{ viewer { id } }', x: 'x'.repeat(300_000) })).status).toBe(413);
  });
});

test('every question of console and portal stays within the limits', async () => {
  const generated = readFileSync(join(projectDir, 'web/src/gql/graphql.ts'), 'utf8');
  const found = [...generated.matchAll(/^export const (\w+)Document = (\{.*\}) as unknown as/gm)];
  const documents = found.map(([, name, json]): [string, DocumentNode] => [
    name!,
    JSON.parse(json!) as DocumentNode,
  ]);
  expect(documents.length).toBeGreaterThan(20);
  const { schema } = await theProduct();
  const viewer = await owner.viewer();
  const refused = documents.flatMap(([name, document]) => {
    parse(print(document), parseOptions);
    try {
      costOf({ schema, document, viewer, variables: { first: 100 } });
      return [];
    } catch (refusal) {
      return [`${name}: ${(refusal as Error).message}`];
    }
  });
  expect(refused).toEqual([]);
});
