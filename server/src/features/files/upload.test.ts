import { createServer, request as httpRequest, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as after } from 'node:timers/promises';
import { theServer, type Reply, type Site } from '../../../test/http';
import { aPicture, noise } from '../../../test/pictures';
import { aCompany, theProduct, type Someone, type TestCompany } from '../../../test/world';
import { sql } from '../../platform/database/sql';
import { Impersonation } from '../impersonation/impersonation.entity';
import { Session } from '../identities/session.entity';
import { OutboxEntry } from '../../platform/outbox/outbox-entry.entity';
import { File, type FilePurpose } from './file.entity';
import { receive } from './receive';

jest.setTimeout(60_000);

let site: Site;
beforeAll(async () => {
  site = await theServer();
});

type Purpose = keyof typeof FilePurpose;

const upload = (
  by: Someone | undefined,
  purpose: string,
  body: Buffer,
  headers: Record<string, string> = {},
): Promise<Reply> =>
  site.fetch(`/uploads?purpose=${purpose}`, {
    method: 'POST',
    headers: { 'content-type': 'image/png', 'x-file-name': 'picture.png', ...headers },
    body: body,
    ...(by && { by }),
  });

const refusals = ({ status, json }: Reply) => [status, json.errors.map(({ code }: { code: string }) => code)];
const filesOf = (builder: TestCompany) => builder.as('system').rows(File);

async function impersonating(builder: TestCompany): Promise<Someone> {
  const owner = await builder.anOwner();
  const subject = await builder.aBuyer(await builder.aUnit());
  await builder.write(async (tx) => {
    const { id } = await tx.insert(Impersonation, {
      actorMemberId: owner.memberId,
      contactId: (await subject.viewer())!.contactId!,
      startedAt: new Date().toISOString(),
      expiresAt: new Date(Date.now() + 60_000).toISOString(),
    });
    await tx.update(Session, owner.sessionId!, { impersonationId: id });
  });
  return owner;
}

test('a picture is uploaded as it is, and is its uploader’s until a command takes it', async () => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const { status, json } = await upload(owner, 'COMPANY_LOGO', await aPicture({ width: 800, height: 400 }));
  expect(status).toBe(201);
  expect(json).toEqual({ id: expect.any(String), url: `/files/${json.id}`, width: 800, height: 400 });
  expect(await filesOf(builder)).toEqual([
    expect.objectContaining({
      id: json.id,
      uploadedById: owner.identityId,
      attachedAt: null,
      name: 'picture.png',
      widths: [160, 320, 640, 800],
    }),
  ]);
  expect((await site.fetch(json.url, { by: owner })).status).toBe(200);
  expect((await site.fetch(json.url, { by: await builder.anOwner() })).status).toBe(404);
});

test('it may arrive piece by piece', async () => {
  const owner = await (await aCompany()).anOwner();
  const bytes = await noise(600, 400);
  const { status } = await inPieces(owner, 'PROJECT_IMAGE', pieces(bytes, 20));
  expect(status).toBe(201);
});

describe('who may upload what', () => {
  const allowed: Record<string, Purpose[]> = {
    owner: ['COMPANY_LOGO', 'LOGIN_IMAGE', 'PROJECT_IMAGE', 'UNIT_PLAN', 'PROFILE_PICTURE'],
    administrator: ['PROJECT_IMAGE', 'UNIT_PLAN', 'PROFILE_PICTURE'],
    customer: ['PROFILE_PICTURE'],
    partner: ['PROFILE_PICTURE'],
  };

  test.each(Object.keys(allowed))('%s', async (role) => {
    const builder = await aCompany();
    const people: Record<string, () => Promise<Someone>> = {
      owner: () => builder.anOwner(),
      administrator: () => builder.anAdministrator(),
      customer: async () => builder.aBuyer(await builder.aUnit()),
      partner: async () => builder.signedIn((await builder.aPartner()).identityId!),
    };
    const somebody = await people[role]!();
    const picture = await aPicture({ width: 20, height: 20 });
    for (const purpose of allowed['owner']!) {
      const answer = await upload(somebody, purpose, picture);
      if (allowed[role]!.includes(purpose)) expect(answer.status).toBe(201);
      else expect(refusals(answer)).toEqual([403, ['FORBIDDEN']]);
    }
  });

  test('a stranger may upload nothing', async () => {
    expect(refusals(await upload(undefined, 'PROFILE_PICTURE', await aPicture()))).toEqual([
      401,
      ['UNAUTHENTICATED'],
    ]);
  });

  test('whoever looks through somebody else’s eyes may upload nothing', async () => {
    const builder = await aCompany();
    const answer = await upload(await impersonating(builder), 'PROFILE_PICTURE', await aPicture());
    expect(refusals(answer)).toEqual([403, ['IMPERSONATION_READ_ONLY']]);
    expect(await filesOf(builder)).toEqual([]);
  });

  test('B8 a form of another site may upload nothing', async () => {
    const owner = await (await aCompany()).anOwner();
    const picture = await aPicture();
    expect(
      refusals(await upload(owner, 'COMPANY_LOGO', picture, { origin: 'https://evil.example' }))[0],
    ).toBe(403);
    for (const type of [
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
    ]) {
      const simple = await site.fetch('/uploads?purpose=COMPANY_LOGO', {
        method: 'POST',
        headers: { 'content-type': type },
        body: picture,
        by: owner,
      });
      expect(refusals(simple)).toEqual([403, ['FORBIDDEN']]);
    }
  });

  test('one person may not upload without end', async () => {
    const owner = await (await aCompany()).anOwner();
    const answers: number[] = [];
    for (let count = 0; count < 61; count += 1)
      answers.push((await upload(owner, 'COMPANY_LOGO', Buffer.from('x'))).status);
    expect(answers).toEqual([...Array<number>(60).fill(415), 429]);
  });
});

describe('what is refused', () => {
  let builder: TestCompany;
  let owner: Someone;
  beforeAll(async () => {
    builder = await aCompany();
    owner = await builder.anOwner();
  });
  afterEach(async () => expect(await filesOf(builder)).toEqual([]));

  test('a file that says to be too large', async () => {
    const answer = await upload(owner, 'COMPANY_LOGO', Buffer.alloc(5 * 1024 * 1024 + 1));
    expect(answer.status).toBe(413);
    expect(answer.json.errors).toEqual([
      { code: 'FILE_TOO_LARGE', limit: 5, message: 'The file is larger than 5 MB.' },
    ]);
  });

  test('a file that becomes too large on its way', async () => {
    const { status, json } = await inPieces(
      owner,
      'LOGIN_IMAGE',
      Array<Buffer>(24).fill(Buffer.alloc(512 * 1024)),
    );
    expect(status).toBe(413);
    expect(json).toMatchObject({ errors: [{ code: 'FILE_TOO_LARGE', limit: 10 }] });
  });

  test.each([
    ['a page that calls itself a picture', '<html><script>alert(1)</script></html>', 415],
    ['nothing', '', 415],
  ])('%s', async (_what, text, status) => {
    const answer = await upload(owner, 'COMPANY_LOGO', Buffer.from(text));
    expect(refusals(answer)).toEqual([status, ['FILE_TYPE_NOT_ALLOWED']]);
  });

  test.each(['', 'EVERYTHING', '__proto__', 'COMPANY_LOGO&purpose=LOGIN_IMAGE'])(
    'the purpose %j',
    async (purpose) => {
      expect(refusals(await upload(owner, purpose, await aPicture()))).toEqual([400, ['VALIDATION_FAILED']]);
    },
  );

  test('E4 an upload that breaks off leaves nothing behind', async () => {
    const before = leftovers();
    const { port } = site.server;
    const sending = httpRequest({
      port,
      path: '/uploads?purpose=COMPANY_LOGO',
      method: 'POST',
      headers: { cookie: site.cookieOf(owner), 'content-type': 'image/png', 'content-length': 100_000 },
    });
    sending.on('error', () => undefined);
    sending.write(Buffer.alloc(50_000));
    await after(100);
    sending.destroy();
    await after(200);
    expect(leftovers()).toEqual(before);
    expect((await site.fetch('/health/live')).status).toBe(200);
  });
});

test('E4 an upload that falls silent is given up', async () => {
  const server = createServer();
  const outcome = new Promise((resolve) => {
    server.on('request', (incoming: IncomingMessage) => void receive(incoming, 1000, 100).catch(resolve));
  });
  server.listen(0);
  const { port } = server.address() as AddressInfo;
  const sending = httpRequest({ port, method: 'POST', headers: { 'content-length': 10 } });
  sending.write('12345');
  await expect(once(sending, 'response')).rejects.toThrow();
  expect(await outcome).toEqual(new Error('The upload fell silent.'));
  server.close();
});

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\photos\\me.png', 'me.png'],
  ['a\r\nSet-Cookie: x=1.png', 'aSet-Cookie x=1.png'],
  ['"quoted"; filename=evil.html', 'quoted filename=evil.html'],
  ['gepinx.\u202egnp.exe', 'gepinx.gnp.exe'],
  ['...', 'picture'],
  ['Maison d’été.png', 'Maison d’été.png'],
])('E3 the name %j is kept harmless', async (typed, kept) => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const picture = await aPicture({ width: 4, height: 4 });
  const { json } = await upload(owner, 'COMPANY_LOGO', picture, { 'x-file-name': encodeURIComponent(typed) });
  expect((await filesOf(builder))[0]!.name).toBe(kept);
  const { headers } = await site.fetch(json.url, { by: owner });
  expect(headers.get('content-disposition')).toMatch(
    /^inline; filename="[\w .()-]+\.webp"; filename\*=UTF-8''[\w.%~!-]+$/,
  );
  expect(headers.get('set-cookie')).toBeNull();
});

test('a long name is kept in part', async () => {
  const builder = await aCompany();
  await upload(await builder.anOwner(), 'COMPANY_LOGO', await aPicture({ width: 4, height: 4 }), {
    'x-file-name': 'x'.repeat(500),
  });
  expect((await filesOf(builder))[0]!.name).toBe('x'.repeat(120));
});

test('a name that is not encoded is not kept', async () => {
  const builder = await aCompany();
  await upload(await builder.anOwner(), 'COMPANY_LOGO', await aPicture({ width: 4, height: 4 }), {
    'x-file-name': '%E0%A4%A',
  });
  expect((await filesOf(builder))[0]!.name).toBe('picture');
});

describe('an upload that no command takes', () => {
  const soon = (builder: TestCompany) =>
    builder.write((tx) =>
      tx.execute('UPDATE outbox SET run_at = now() WHERE company_id = $1 RETURNING id', [builder.id]),
    );

  test('is deleted after a day, row and bytes', async () => {
    const builder = await aCompany();
    await upload(await builder.anOwner(), 'COMPANY_LOGO', await aPicture());
    const [file] = await filesOf(builder);
    const [entry] = await builder.as('system').rows(OutboxEntry);
    const hours = (Date.parse(entry!.runAt) - Date.now()) / 3_600_000;
    expect(Math.round(hours)).toBe(24);
    await soon(builder);
    await builder.work('files.delete');
    expect(await filesOf(builder)).toEqual([]);
    expect(await (await theProduct()).platform.services.storage.read(file!.storageKey)).toBeNull();
  });

  test('one that was taken stays', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const { json } = await upload(owner, 'COMPANY_LOGO', await aPicture());
    await owner.ask(
      'mutation ($id: ID) { updateCompany(input: { version: 1, change: { logoId: $id } }) { errors { code } } }',
      { id: json.id },
    );
    await soon(builder);
    await builder.work('files.delete');
    expect(await builder.as('system').row(File, sql`row.id = ${json.id}`)).not.toBeNull();
    expect((await site.fetch(json.url, { by: owner })).status).toBe(200);
  });
});

const leftovers = () =>
  readdirSync(tmpdir()).filter((name) => /^portico-[0-9a-f]{8}-[0-9a-f]{4}-/.test(name));

const pieces = (bytes: Buffer, count: number) =>
  Array.from({ length: count }, (_, index) =>
    bytes.subarray((bytes.length * index) / count, (bytes.length * (index + 1)) / count),
  );

/** As a browser on a slow line sends it, without telling its size. */
async function inPieces(
  by: Someone,
  purpose: Purpose,
  chunks: Buffer[],
): Promise<{ status: number; json: unknown }> {
  const sending = httpRequest({
    port: site.server.port,
    path: `/uploads?purpose=${purpose}`,
    method: 'POST',
    headers: { cookie: site.cookieOf(by), 'content-type': 'image/jpeg' },
  });
  const response = once(sending, 'response') as Promise<[IncomingMessage]>;
  for (const chunk of chunks) {
    sending.write(chunk);
    await after(5);
  }
  sending.end();
  const [answer] = await response;
  const text = (await answer.setEncoding('utf8').toArray()).join('');
  return { status: answer.statusCode!, json: JSON.parse(text) };
}
