import sharp from 'sharp';
import { theServer, type Site } from '../../../test/http';
import { aPicture, anUpload } from '../../../test/pictures';
import { aCompany, theProduct, type Someone, type TestCompany } from '../../../test/world';
import { sql } from '../../platform/database/sql';
import { AccessState, UnitBuyer } from '../access/unit-buyer.entity';
import { Identity } from '../identities/identity.entity';
import { endSessions } from '../identities/sessions';
import { File } from './file.entity';
import { personalFiles } from './personal-files';

jest.setTimeout(60_000);

let site: Site;
beforeAll(async () => {
  site = await theServer();
});

const UPDATE_COMPANY =
  'mutation ($change: CompanyChange!) { updateCompany(input: { version: 1, change: $change }) { errors { code } } }';
const UPDATE_PROJECT = `mutation ($id: ID!, $image: ID) {
  updateProject(input: { id: $id, version: 1, change: { imageId: $image } }) { errors { code } } }`;
const UPDATE_UNIT = `mutation ($id: ID!, $plan: ID) {
  updateUnit(input: { id: $id, version: 1, change: { planId: $plan } }) { errors { code } } }`;
const UPDATE_PROFILE =
  'mutation ($id: ID) { updateMyProfile(input: { pictureId: $id }) { errors { code } } }';

async function done(by: Someone, mutation: string, variables: Record<string, unknown>) {
  const { data, codes } = await by.ask(mutation, variables);
  expect(codes).toEqual([]);
  expect(Object.values(data as object)[0].errors).toEqual([]);
}

const status = async (id: string, by?: Someone) => (await site.fetch(`/files/${id}`, by && { by })).status;

/** A stranger at the company's own address. */
const addressOf = async (builder: TestCompany) => {
  const { data } = await builder.stranger().ask('{ company { slug } }');
  return { headers: { host: `${data.company.slug}.localhost` } };
};

describe('the company’s pictures', () => {
  test('are seen by a stranger at its address, and nothing else is', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const logo = await anUpload(owner, 'COMPANY_LOGO');
    const waiting = await anUpload(owner, 'COMPANY_LOGO');
    await done(owner, UPDATE_COMPANY, { change: { logoId: logo.id } });
    const stranger = await addressOf(builder);
    expect((await site.fetch(`/files/${logo.id}`, stranger)).status).toBe(200);
    expect((await site.fetch(`/files/${waiting.id}`, stranger)).status).toBe(404);
    expect((await site.fetch(`/files/${logo.id}`, await addressOf(await aCompany()))).status).toBe(404);
  });

  test('E2 are not another company’s', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const logo = await anUpload(owner, 'COMPANY_LOGO');
    await done(owner, UPDATE_COMPANY, { change: { logoId: logo.id } });
    expect(await status(logo.id, await (await aCompany()).anOwner())).toBe(404);
  });
});

describe('a project’s picture and a unit’s plan', () => {
  test('A9 are seen by whoever sees the project and the unit, and by no neighbour', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const project = await builder.aProject();
    const unit = await builder.aUnit({ projectId: project.id, saleState: 'SOLD' });
    const elsewhere = await builder.aUnit({ saleState: 'SOLD' });
    const image = await anUpload(owner, 'PROJECT_IMAGE');
    const plan = await anUpload(owner, 'UNIT_PLAN');
    await done(owner, UPDATE_PROJECT, { id: project.id, image: image.id });
    await done(owner, UPDATE_UNIT, { id: unit.id, plan: plan.id });

    const buyer = await builder.aBuyer(unit);
    const neighbour = await builder.aBuyer(
      await builder.aUnit({ projectId: project.id, number: '2', saleState: 'SOLD' }),
    );
    const stranger = await builder.aBuyer(elsewhere);
    const his = await builder.anAdministrator({ projects: [project] });
    const others = await builder.anAdministrator({ projects: [{ id: elsewhere.projectId }] });
    const seen = async (id: string) =>
      Promise.all([owner, his, buyer, neighbour, stranger, others].map((somebody) => status(id, somebody)));

    expect(await seen(image.id)).toEqual([200, 200, 200, 200, 404, 404]);
    expect(await seen(plan.id)).toEqual([200, 200, 200, 404, 404, 404]);
    expect(await status(plan.id)).toBe(404);
  });

  test('A11 are gone for a revoked buyer at once', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const unit = await builder.aUnit({ saleState: 'SOLD' });
    const image = await anUpload(owner, 'PROJECT_IMAGE');
    await done(owner, UPDATE_PROJECT, { id: unit.projectId, image: image.id });
    const buyer = await builder.aBuyer(unit);
    const first = await site.fetch(`/files/${image.id}`, { by: buyer });
    expect(first.status).toBe(200);
    await builder.write((tx) =>
      tx.execute('UPDATE unit_buyers SET access_state = $2 WHERE company_id = $1 RETURNING id', [
        builder.id,
        AccessState.REVOKED,
      ]),
    );
    expect(await builder.as('system').rows(UnitBuyer)).toHaveLength(1);
    const again = { by: buyer, headers: { 'if-none-match': first.headers.get('etag')! } };
    expect((await site.fetch(`/files/${image.id}`, again)).status).toBe(404);
  });
});

describe('a face', () => {
  test('is seen by all users of the company, and by nobody else', async () => {
    const builder = await aCompany();
    const member = await builder.anAdministrator();
    const face = await anUpload(member, 'PROFILE_PICTURE');
    expect(await status(face.id, await builder.anOwner())).toBe(404);
    await done(member, UPDATE_PROFILE, { id: face.id });
    const customer = await builder.aBuyer(await builder.aUnit());
    expect(await status(face.id, customer)).toBe(200);
    expect(await status(face.id)).toBe(404);
    expect((await site.fetch(`/files/${face.id}`, await addressOf(builder))).status).toBe(404);
    expect(await status(face.id, await (await aCompany()).anOwner())).toBe(404);
  });

  test('that gives way is seen by nobody from that moment', async () => {
    const builder = await aCompany();
    const member = await builder.anOwner();
    const [first, second] = [
      await anUpload(member, 'PROFILE_PICTURE'),
      await anUpload(member, 'PROFILE_PICTURE'),
    ];
    await done(member, UPDATE_PROFILE, { id: first.id });
    await done(member, UPDATE_PROFILE, { id: second.id });
    expect(await status(first.id, member)).toBe(404);
    expect(await status(second.id, member)).toBe(200);
  });

  test('J1 goes with the login of a removed customer, and so do her unused uploads; a colleague keeps hers', async () => {
    const builder = await aCompany();
    const unit = await builder.aUnit({ saleState: 'SOLD' });
    const buyer = await builder.aBuyer(unit);
    const face = await anUpload(buyer, 'PROFILE_PICTURE');
    await done(buyer, UPDATE_PROFILE, { id: face.id });
    const unused = await anUpload(buyer, 'PROFILE_PICTURE');
    const person = {
      contactId: (await buyer.viewer())!.contactId!,
      identityId: buyer.identityId,
      buyerId: unit.id,
      unitId: unit.id,
      lastHome: true,
    };
    expect(await personalFiles.count(builder.as('system'), { ...person, lastHome: false })).toBe(0);
    expect(await personalFiles.count(builder.as('system'), person)).toBe(2);
    expect(await builder.write((tx) => personalFiles.delete(tx, person))).toBe(2);
    await builder.work('files.delete');
    expect(await builder.as('system').rows(File)).toEqual([]);
    expect(
      (await builder.as('system').row(Identity, sql`row.id = ${buyer.identityId}`))!.pictureId,
    ).toBeNull();
    const { storage } = (await theProduct()).platform.services;
    for (const { storageKey } of [face, unused]) expect(await storage.read(storageKey)).toBeNull();

    const colleague = await builder.anOwner();
    await done(colleague, UPDATE_PROFILE, { id: (await anUpload(colleague, 'PROFILE_PICTURE')).id });
    expect(
      await personalFiles.count(builder.as('system'), { ...person, identityId: colleague.identityId }),
    ).toBe(0);
  });
});

describe('what is served', () => {
  let owner: Someone;
  let file: File;
  beforeAll(async () => {
    owner = await (await aCompany()).anOwner();
    file = await anUpload(owner, 'COMPANY_LOGO', await aPicture({ width: 500, height: 250 }));
  });

  test('is a picture and nothing that a browser would run', async () => {
    const { status: code, headers } = await site.fetch(`/files/${file.id}`, { by: owner });
    expect(code).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/webp',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': `inline; filename="picture.webp"; filename*=UTF-8''picture.webp`,
      'cache-control': 'private, no-cache',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  test('has the width that was asked for, of those that are kept', async () => {
    const { bytes } = await site.fetch(`/files/${file.id}/320`, { by: owner });
    expect(await sharp(bytes).metadata()).toMatchObject({
      format: 'webp',
      width: 320,
      height: 160,
    });
    for (const width of ['321', '0', '-1', '320.webp', '%00', '__proto__', 'x'.repeat(90)]) {
      expect((await site.fetch(`/files/${file.id}/${width}`, { by: owner })).status).toBe(404);
    }
  });

  test('is not sent twice to who has it', async () => {
    const first = await site.fetch(`/files/${file.id}`, { by: owner });
    const etag = first.headers.get('etag')!;
    const again = await site.fetch(`/files/${file.id}`, { by: owner, headers: { 'if-none-match': etag } });
    expect([again.status, again.text]).toEqual([304, '']);
    expect(
      (await site.fetch(`/files/${file.id}/320`, { by: owner, headers: { 'if-none-match': etag } })).status,
    ).toBe(200);
  });

  test('can be asked for without its bytes', async () => {
    const head = await site.fetch(`/files/${file.id}`, { by: owner, method: 'HEAD' });
    expect([head.status, head.text, head.headers.get('content-type')]).toEqual([200, '', 'image/webp']);
  });

  test.each(['x', '..%2f..%2fetc%2fpasswd', '%00', "' OR 1=1", '00000000-0000-7000-8000-000000000000'])(
    'is nothing at %j',
    async (id) => {
      const answer = await site.fetch(`/files/${encodeURI(id)}`, { by: owner });
      expect(answer.status).toBe(404);
      expect(answer.json.errors[0].code).toBe('NOT_FOUND');
      expect(answer.headers.get('cache-control')).toBe('no-store');
    },
  );

  test('ends with the session', async () => {
    const builder = await aCompany();
    const somebody = await builder.anOwner();
    const { id } = await anUpload(somebody, 'PROFILE_PICTURE');
    expect(await status(id, somebody)).toBe(200);
    await builder.write((tx) => endSessions(tx, somebody.identityId!));
    expect(await status(id, somebody)).toBe(404);
  });

  test('is nothing where the bytes are lost', async () => {
    const { id, storageKey } = await anUpload(owner, 'COMPANY_LOGO');
    await (await theProduct()).platform.services.storage.delete(storageKey);
    expect(await status(id, owner)).toBe(404);
  });
});
