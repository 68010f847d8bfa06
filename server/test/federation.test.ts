import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { createGatewayRuntime, type GatewayRuntime } from '@graphql-hive/gateway-runtime';
import { composeServices, compositionHasErrors } from '@theguild/federation-composition';
import { graphql, parse } from 'graphql';
import { features } from '../src/app/features';
import { printSchema } from '../src/app/schema';
import { aCompany, type Someone } from './world';

/** A partner's subgraph that knows how much energy a unit uses. */
const energy = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  type Unit @key(fields: "id") { id: ID! energyClass: String! }
  type Query { energyClasses: [String!]! }
`);
const energySchema = buildSubgraphSchema([
  {
    typeDefs: energy,
    resolvers: {
      Query: { energyClasses: () => ['A+', 'A'] },
      Unit: { __resolveReference: ({ id }: { id: string }) => ({ id }), energyClass: () => 'A+' },
    } as never,
  },
]);

let servers: Server[] = [];
let gateway: GatewayRuntime | undefined;

afterEach(async () => {
  await gateway?.[Symbol.asyncDispose]();
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  servers = [];
});

type Answering = (query: string, variables: Record<string, unknown>) => Promise<object>;

async function subgraph(answer: Answering): Promise<string> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
      void answer(query, variables).then((result) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(result));
      });
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

/** A real gateway over our schema, asked as this person, and the partner's. */
async function gatewayFor(someone: Someone): Promise<GatewayRuntime> {
  const portico = await subgraph(async (query, variables) => {
    const { data, codes } = await someone.ask(query, variables);
    return {
      data,
      ...(codes.length && { errors: codes.map((code) => ({ message: code, extensions: { code } })) }),
    };
  });
  const partner = await subgraph(
    (query, variables) =>
      graphql({ schema: energySchema, source: query, variableValues: variables }) as Promise<object>,
  );
  const composed = composeServices([
    { name: 'portico', typeDefs: parse(printSchema(features)), url: portico },
    { name: 'energy', typeDefs: energy, url: partner },
  ]);
  if (compositionHasErrors(composed))
    throw new Error(composed.errors.map(({ message }) => message).join('\n'));
  gateway = createGatewayRuntime({ supergraph: composed.supergraphSdl, logging: false });
  return gateway;
}

async function ask(runtime: GatewayRuntime, query: string, variables: object) {
  const response = await runtime.fetch('http://gateway/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as {
    data: Record<string, unknown> | null;
    errors?: { extensions?: { code?: string } }[];
  };
}

const UNIT = `query ($id: ID!) { unit(id: $id) { number energyClass } }`;

test('a partner’s subgraph extends a unit, and one query through a gateway answers from both', async () => {
  const builder = await aCompany();
  const unit = await builder.aUnit({ number: 'A1.01' });
  const runtime = await gatewayFor(await builder.anOwner());
  const { data, errors } = await ask(runtime, UNIT, { id: unit.id });
  expect(errors).toBeUndefined();
  expect(data).toEqual({ unit: { number: 'A1.01', energyClass: 'A+' } });
});

test('A5 a reference to another company’s unit is answered by nothing', async () => {
  const theirs = await (await aCompany()).aUnit();
  const owner = await (await aCompany()).anOwner();
  const REFERENCE = `query ($of: [_Any!]!) { a: _entities(representations: $of) { ...on Unit { number } } b: _entities(representations: $of) { ...F } }
    fragment F on Unit { project { name } }`;
  const { data, codes } = await owner.ask(REFERENCE, { of: [{ __typename: 'Unit', id: theirs.id }] });
  expect(data).toEqual({ a: [null], b: [null] });
  expect(codes).toEqual(['NOT_FOUND', 'NOT_FOUND']);
});

test('B4 the schema’s text is for colleagues', async () => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const unit = await builder.aUnit({ saleState: 'SOLD' });
  const customer = await builder.aBuyer(unit);
  const administrator = await builder.anAdministrator();
  for (const colleague of [owner, administrator]) {
    expect((await colleague.ask('{ _service { sdl } }')).data._service.sdl).toContain('type Unit');
  }
  expect((await customer.ask('{ _service { sdl } }')).codes).toEqual(['FORBIDDEN']);
});

test('B4 a stranger can ask neither for references nor for the schema’s text', async () => {
  const builder = await aCompany();
  const unit = await builder.aUnit();
  const stranger = builder.stranger();
  const { codes } = await stranger.ask(
    'query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }',
    {
      of: [{ __typename: 'Unit', id: unit.id }],
    },
  );
  expect(codes).toEqual(['UNAUTHENTICATED']);
  expect((await stranger.ask('{ _service { sdl } }')).codes).toEqual(['UNAUTHENTICATED']);
});
