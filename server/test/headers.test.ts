import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../src/platform/config';
import { theServer, type Reply, type Site } from './http';
import { aPicture } from './pictures';
import { aCompany, type Someone } from './world';

const metricsToken = 'a token that only Prometheus knows';
const page = { accept: 'text/html' };
const json = { 'content-type': 'application/json' };
const neverKept = 'no-store';

let site: Site;
let owner: Someone;
let picture: string;
beforeAll(async () => {
  site = await theServer({ publicUrl: 'https://portal.example', metricsToken });
  owner = await (await aCompany()).anOwner();
  const uploaded = await upload();
  picture = uploaded.json.url;
});

const upload = async () =>
  site.fetch('/uploads?purpose=COMPANY_LOGO', {
    method: 'POST',
    by: owner,
    headers: { 'content-type': 'image/png', 'x-file-name': 'a.png' },
    body: await aPicture(),
  });

/** Whatever is asked while the database is away. */
async function broken(path: string): Promise<Reply> {
  const { platform } = site.server;
  const { readers } = platform;
  Object.assign(platform, {
    readers: { forCompany: () => ({ read: () => Promise.reject(new Error('away')) }) },
  });
  try {
    return await site.fetch(path, { by: owner });
  } finally {
    Object.assign(platform, { readers });
  }
}

async function tooOften(): Promise<Reply> {
  const limited = await theServer({
    publicUrl: 'https://portal.example',
    rates: { address: 1, account: 1, session: 1 },
  });
  await limited.graphql('{ viewer { id } }');
  return limited.graphql('{ viewer { id } }');
}

const asset = () =>
  `/assets/${readdirSync(join(projectDir, 'web/dist/assets')).find((each) => each.endsWith('.js'))}`;
const pageSays = "default-src 'self';script-src 'self';";
const fileSays = "default-src 'none'; sandbox";

type Kind = [name: string, status: number, cache: string, policy: string, ask: () => Promise<Reply>];

const kinds: Kind[] = [
  ['a page', 200, 'no-cache', pageSays, () => site.fetch('/console', { headers: page })],
  ['a page that is nowhere', 200, 'no-cache', pageSays, () => site.fetch('/nowhere', { headers: page })],
  ['the playground', 200, neverKept, pageSays, () => site.fetch('/developers/playground', { by: owner })],
  ['the way to sign in', 302, neverKept, pageSays, () => site.fetch('/developers/playground')],
  ['an asset', 200, 'public, max-age=31536000, immutable', pageSays, () => site.fetch(asset())],
  ['a file of the pages', 200, 'public, max-age=3600', pageSays, () => site.fetch('/favicon.svg')],
  ['an answer', 200, neverKept, pageSays, () => site.graphql('{ viewer { id } }', { by: owner })],
  [
    'an answer to GET',
    200,
    neverKept,
    pageSays,
    () => site.fetch('/graphql?query={viewer{id}}', { headers: { 'apollo-require-preflight': '1' } }),
  ],
  ['a refused question', 400, neverKept, pageSays, () => site.graphql('{ nothing }')],
  [
    'a broken body',
    400,
    neverKept,
    pageSays,
    () => site.fetch('/graphql', { method: 'POST', headers: json, body: '{' }),
  ],
  [
    'a body too large',
    413,
    neverKept,
    pageSays,
    () => site.fetch('/graphql', { method: 'POST', headers: json, body: `"${'x'.repeat(300_000)}"` }),
  ],
  ['an upload', 201, neverKept, pageSays, upload],
  [
    'a refused upload',
    401,
    neverKept,
    pageSays,
    () => site.fetch('/uploads', { method: 'POST', headers: { 'x-file-name': 'a' } }),
  ],
  ['a picture', 200, 'private, no-cache', fileSays, () => site.fetch(picture, { by: owner })],
  ['a picture that is not one’s own', 404, neverKept, pageSays, () => site.fetch(picture)],
  ['health', 200, neverKept, pageSays, () => site.fetch('/health/live')],
  ['readiness', 200, neverKept, pageSays, () => site.fetch('/health/ready')],
  [
    'figures',
    200,
    neverKept,
    pageSays,
    () => site.fetch('/metrics', { headers: { authorization: `Bearer ${metricsToken}` } }),
  ],
  ['refused figures', 401, neverKept, pageSays, () => site.fetch('/metrics')],
  ['nothing for a program', 404, neverKept, pageSays, () => site.fetch('/assets/nothing.js')],
  [
    'another site',
    403,
    neverKept,
    pageSays,
    () =>
      site.fetch('/graphql', {
        method: 'POST',
        headers: { ...json, origin: 'https://evil.example' },
        body: '{}',
      }),
  ],
  ['one request too many', 429, neverKept, pageSays, tooOften],
  ['what broke on our side', 500, neverKept, pageSays, () => broken(picture)],
];

test.each(kinds)('C3 %s keeps to itself', async (_name, status, cache, policy, ask) => {
  const answer = await ask();
  expect(answer.status).toBe(status);
  const told = Object.fromEntries(answer.headers);
  expect(told).toMatchObject({
    'cache-control': cache,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'SAMEORIGIN',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'strict-transport-security': expect.stringMatching(/^max-age=[1-9]\d{7}/),
    'permissions-policy': expect.stringContaining('camera=()'),
    'x-request-id': expect.stringMatching(/^[\w-]{36}$/),
    'content-security-policy': expect.stringContaining(policy),
  });
  const says = told['content-security-policy']!;
  expect(says).not.toMatch(/script-src[^;]*(unsafe|\*|https?:|data:)/);
  if (policy === pageSays) expect(says).toMatch(/frame-ancestors 'none'.*|object-src 'none'/);
  for (const name of ['x-powered-by', 'server', 'access-control-allow-origin'])
    expect(told[name]).toBeUndefined();
  if (status === 500) expect(answer.text).not.toContain('away');
});

test('a path that is none is answered without a route, and keeps to itself', async () => {
  const { status, headers, json: body } = await site.fetch('/files/%zz');
  expect([status, body.errors[0].extensions]).toEqual([
    400,
    { code: 'BAD_REQUEST', requestId: headers.get('x-request-id') },
  ]);
  expect(Object.fromEntries(headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none';frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
});

test('without TLS nobody is told to insist on it', async () => {
  const plain = await theServer();
  expect((await plain.fetch('/health/live')).headers.has('strict-transport-security')).toBe(false);
});
