import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Impersonation } from '../src/features/impersonation/impersonation.entity';
import { Session } from '../src/features/identities/session.entity';
import { projectDir } from '../src/platform/config';
import { examples } from '../../web/src/playground-examples';
import { theServer, type Site } from './http';
import { aCompany, type Someone } from './world';

jest.setTimeout(60_000);

/** `npm test` builds it first. */
const folder = join(projectDir, 'web/dist');
const page = { accept: 'text/html' };

let site: Site;
beforeAll(async () => {
  site = await theServer();
});

describe('pages', () => {
  test.each(['/', '/login', '/console', '/console/contacts/x', '/portal', '/invitation/x', '/nowhere'])(
    '%s is the one page, asked for anew each time',
    async (path) => {
      const { status, headers, text } = await site.fetch(path, { headers: page });
      expect([status, headers.get('cache-control')]).toEqual([200, 'no-cache']);
      expect(text).toContain('<div id="root">');
      expect(text).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/);
    },
  );

  test('what a side needs at once is announced with its page, and nothing of the other side', async () => {
    const announced = async (path: string) => (await site.fetch(path, { headers: page })).headers.get('link');
    expect(await announced('/portal/homes/x')).toMatch(
      /<\/assets\/portal-[\w-]+\.js>; rel=modulepreload; crossorigin/,
    );
    expect(await announced('/portal')).not.toContain('/kit-');
    expect(await announced('/console')).toMatch(/<\/assets\/console-[\w-]+\.css>; rel=preload; as=style/);
    expect(await announced('/privacy')).toBeNull();
  });

  test.each(['/graphql/x', '/uploads', '/files', '/health', '/assets/x.js', '/demo/nothing'])(
    '%s is the address of a program, which is told in its own way that nothing is there',
    async (path) => {
      const { status, json } = await site.fetch(path, { headers: page });
      expect([status, json.errors[0].extensions.code]).toEqual([404, 'NOT_FOUND']);
    },
  );

  test('a program that asks for a page is told that nothing is there', async () => {
    expect((await site.fetch('/console', { headers: { accept: 'application/json' } })).status).toBe(404);
    expect((await site.fetch('/console', { method: 'POST' })).status).toBe(404);
  });

  test('a file with a digest in its name is kept for ever, and sent small to whoever reads it so', async () => {
    const name = readdirSync(join(folder, 'assets')).find((each) => /^foundation-.*\.js$/.test(each))!;
    const whole = await site.fetch(`/assets/${name}`);
    expect([whole.status, whole.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
    const small = await site.fetch(`/assets/${name}`, { headers: { 'accept-encoding': 'br' } });
    expect(small.headers.get('content-encoding')).toBe('br');
    expect(small.bytes.length).toBeLessThan(whole.bytes.length);
  });
});

describe('the playground', () => {
  const path = '/developers/playground';

  test('is for the team, which no other site can frame or script', async () => {
    const builder = await aCompany();
    for (const by of [await builder.anOwner(), await builder.anAdministrator()]) {
      const { status, headers, text } = await site.fetch(path, { by, headers: page });
      expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(headers.get('content-security-policy')).toContain("script-src 'self';");
      expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
    }
  });

  test('sends a stranger to sign in, and back', async () => {
    const { status, headers } = await site.fetch(path, { headers: page });
    expect([status, headers.get('location')]).toEqual([302, '/login?return=%2Fdevelopers%2Fplayground']);
  });

  test('B4 sends everybody else home, also whoever looks through their eyes', async () => {
    const builder = await aCompany();
    const customer = await builder.aBuyer(await builder.aUnit());
    const partner = await builder.signedIn((await builder.aPartner()).identityId!);
    const owner = await builder.anOwner();
    await builder.write(async (tx) => {
      const { id } = await tx.insert(Impersonation, {
        actorMemberId: owner.memberId,
        contactId: (await customer.viewer())!.contactId!,
        startedAt: new Date().toISOString(),
        expiresAt: new Date(Date.now() + 60_000).toISOString(),
      });
      await tx.update(Session, owner.sessionId!, { impersonationId: id });
    });
    for (const by of [customer, partner, owner]) {
      const { status, headers } = await site.fetch(path, { by, headers: page });
      expect([status, headers.get('location')]).toEqual([302, '/']);
    }
    expect((await site.fetch('/playground.html')).status).toBe(404);
  });

  describe('has examples that run as they stand', () => {
    let owner: Someone;
    beforeAll(async () => {
      owner = await (await aCompany()).anOwner();
    });

    const asked = examples.filter(({ query }) => !query.includes('subscription '));

    test('about ten', () => expect(asked.length).toBeGreaterThanOrEqual(10));

    test.each(
      asked.map((example) => [/(?:query|mutation) (\w+)/.exec(example.query)![1]!, example] as const),
    )('%s', async (_name, { query, variables }) => {
      const { status, json } = await site.graphql(query, {
        by: owner,
        ...(variables && { variables: JSON.parse(variables) as unknown }),
      });
      expect([status, json.errors]).toEqual([200, undefined]);
      const [answer] = Object.values(json.data as Record<string, { errors?: unknown[] }>);
      expect(answer?.errors ?? []).toEqual([]);
    });
  });
});
