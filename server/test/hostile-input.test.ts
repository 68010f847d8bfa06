import { theServer, type Site } from './http';
import { aCompany, type Someone } from './world';

jest.setTimeout(60_000);

let site: Site;
let owner: Someone;
beforeAll(async () => {
  site = await theServer();
  owner = await (await aCompany()).anOwner();
});

const post = (body: string | Buffer) =>
  site.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: site.cookieOf(owner) },
    body,
  });

describe('B10 whatever is sent gets an answer', () => {
  const deep = 50_000;

  test.each<[what: string, body: string | Buffer]>([
    ['nothing', ''],
    ['no JSON', '{'],
    ['a number', '1'],
    ['null', 'null'],
    ['a text', '"{ viewer { id } }"'],
    ['no question', '{}'],
    ['an empty question', '{"query":""}'],
    ['a question that is a list', '{"query":["{ viewer { id } }"]}'],
    ['a question that is an object', '{"query":{"a":1}}'],
    ['variables that are a text', '{"query":"{ viewer { id } }","variables":"x"}'],
    ['variables that are a list', '{"query":"{ viewer { id } }","variables":[1]}'],
    ['an operation that is not there', '{"query":"{ viewer { id } }","operationName":"Nobody"}'],
    ['an operation name that is a number', '{"query":"{ viewer { id } }","operationName":1}'],
    ['extensions that are a text', '{"query":"{ viewer { id } }","extensions":"x"}'],
    ['a hash instead of a question', '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}'],
    ['no GraphQL', '{"query":"SELECT 1"}'],
    ['two unnamed operations', '{"query":"{ viewer { id } } { company { id } }"}'],
    ['a subscription', '{"query":"subscription { viewerChanged { id } }"}'],
    ['__proto__', '{"__proto__":{"query":"{ viewer { id } }"},"query":"{ viewer { id } }"}'],
    ['a constructor', '{"constructor":{"prototype":{"x":1}},"query":"{ viewer { id } }"}'],
    [
      '__proto__ in variables',
      '{"query":"query ($i: SignInInput!) { signIn(input: $i) { errors { code } } }","variables":{"i":{"__proto__":{"x":1},"email":"a","password":"b"}}}',
    ],
    ['deep JSON', `{"query":"{ viewer { id } }","variables":{"x":${'['.repeat(deep)}${']'.repeat(deep)}}}`],
    [
      'deep objects',
      `{"query":"query ($i: SignInInput!) { signIn(input: $i) { errors { code } } }","variables":{"i":${'{"a":'.repeat(deep / 2)}1${'}'.repeat(deep / 2)}}}`,
    ],
    ['NUL', JSON.stringify({ query: '{ project(id: "a\u0000b") { id } }' })],
    [
      'NUL in a search',
      JSON.stringify({ query: '{ contacts(search: "a\\u0000b") { edges { node { id } } } }' }),
    ],
    ['half a character', '{"query":"{ project(id: \\"\\ud800\\") { id } }"}'],
    [
      'half a character in variables',
      '{"query":"query ($s: String) { contacts(search: $s) { edges { node { id } } } }","variables":{"s":"\\udfff"}}',
    ],
    ['bytes that are no text', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    ['UTF-16', Buffer.from('{"query":"{ viewer { id } }"}', 'utf16le')],
    [
      'a huge text',
      JSON.stringify({
        query: 'query ($s: String) { contacts(search: $s) { edges { node { id } } } }',
        variables: { s: 'x'.repeat(200_000) },
      }),
    ],
    ['a huge name', JSON.stringify({ query: `{ ${'x'.repeat(200_000)} }` })],
    ...[
      '2147483648',
      '-2147483649',
      '1e400',
      '9007199254740993',
      '0.5',
      '-0',
      'NaN',
      '1e',
      '""',
      'true',
      'null',
      '[]',
    ].map((number): [string, string] => [
      `first: ${number}`,
      `{"query":"query ($n: Int) { contacts(first: $n) { edges { node { id } } } }","variables":{"n":${number}}}`,
    ]),
    ...['2147483648', '-1', '0', '101', '1e3', '99999999999999999999999999'].map(
      (number): [string, string] => [
        `first: ${number} in the question`,
        JSON.stringify({ query: `{ contacts(first: ${number}) { edges { node { id } } } }` }),
      ],
    ),
    ...['', 'x', '=', 'bnVsbA==', 'eyJhIjoxfQ', '\u0000', 'x'.repeat(10_000)].map(
      (after): [string, string] => [
        `the cursor ${JSON.stringify(after.slice(0, 20))}`,
        JSON.stringify({
          query: 'query ($a: String) { contacts(after: $a) { edges { node { id } } } }',
          variables: { a: after },
        }),
      ],
    ),
    ...['2026-02-30', '0000-00-00', '275760-09-13', 'yesterday', '2026-01-01T25:00:00Z', ''].map(
      (day): [string, string] => [
        `the day ${day}`,
        JSON.stringify({
          query: 'query ($d: DateTime) { auditLog(from: $d) { edges { node { id } } } }',
          variables: { d: day },
        }),
      ],
    ),
  ])('%s', async (_what, body) => {
    const answer = await post(body);
    expect(answer.status).toBeLessThan(500);
    const { data, errors = [] } = answer.json;
    expect(data !== undefined || errors.length > 0).toBe(true);
    expect(errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code)).not.toContain(
      'INTERNAL_SERVER_ERROR',
    );
    expect(answer.text).not.toMatch(/node_modules|stack|SELECT |at \w+ \(/);
  });

  test.each([
    ['no type', {}],
    ['an unknown type', { 'content-type': 'application/xml' }],
    ['a broken type', { 'content-type': '/' }],
    ['another character set', { 'content-type': 'application/json; charset=utf-16' }],
    ['a compressed body that is none', { 'content-type': 'application/json', 'content-encoding': 'gzip' }],
  ])('%s', async (_what, headers) => {
    const { status } = await site.fetch('/graphql', {
      method: 'POST',
      headers: headers as Record<string, string>,
      body: '{"query":"{ viewer { id } }"}',
    });
    expect(status).toBeLessThan(500);
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS'])('%s', async (method) => {
    for (const path of ['/graphql', '/uploads', '/files/x', '/console', '/health/ready']) {
      expect((await site.fetch(path, { method })).status).toBeLessThan(500);
    }
  });

  test.each([
    '/%',
    '/%00',
    '/%c0%ae%c0%ae/',
    '//',
    '/\\',
    '/files/%2e%2e/%2e%2e',
    `/${'x'.repeat(10_000)}`,
    '/?__proto__=1',
    '/assets/..%2f..%2fpackage.json',
  ])('the address %s', async (path) => {
    const { status, text } = await site.fetch(path, { headers: { accept: 'text/html' } });
    expect(status).toBeLessThan(500);
    expect(text).not.toContain('@portico');
  });
});
