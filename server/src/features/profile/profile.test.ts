import { aCompany, type Someone, type TestCompany } from '../../../test/world';
import { sql } from '../../platform/database/sql';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { uuidv7 } from '../../platform/database/uuid';
import { Contact } from '../contacts/contact.entity';
import { File, FilePurpose } from '../files/file.entity';
import { LinkPurpose } from '../identities/login-link.entity';
import { TeamMember, TeamMemberState, TeamRole } from '../team/team-member.entity';

const UPDATE = `mutation ($input: UpdateMyProfileInput!) { updateMyProfile(input: $input) {
  viewer { name language email pendingEmail picture { id }
    teamMember { firstName lastName phone jobTitle signature version } contact { name phone language address { city country } version } }
  emailNeedsConfirmation errors { code field reason limit existingId } } }`;

const update = async (who: Someone, input: Record<string, unknown>) =>
  (await who.ask(UPDATE, { input })).data.updateMyProfile;

async function aCustomer(builder: TestCompany, email = 'sofie@example.com'): Promise<Someone> {
  return builder.aBuyer(await builder.aUnit({ saleState: 'SOLD' }), { email });
}

const aPicture = (builder: TestCompany, by: Someone, purpose = FilePurpose.PROFILE_PICTURE) =>
  builder.write((tx) => {
    const id = uuidv7();
    return tx.insert(File, {
      id,
      purpose,
      name: 'face.webp',
      mime: 'image/webp',
      bytes: 1,
      sha256: 'none',
      storageKey: `${builder.id}/${id}/64.webp`,
      width: 64,
      height: 64,
      widths: [64],
      uploadedById: by.identityId,
      attachedAt: null,
    });
  });

describe('a colleague', () => {
  test('changes her name, phone, job, signature and language, and the company’s language stays', async () => {
    const builder = await aCompany();
    const nora = await builder.anAdministrator();
    const { viewer, errors } = await update(nora, {
      firstName: ' Nora ',
      lastName: 'Claes-Maes',
      phone: '+32 470 11 22 33',
      jobTitle: 'Site manager',
      signature: 'Kind regards\nNora',
      language: 'NL',
    });
    expect(errors).toEqual([]);
    expect(viewer).toMatchObject({
      name: 'Nora Claes-Maes',
      language: 'NL',
      teamMember: {
        lastName: 'Claes-Maes',
        phone: '+32 470 11 22 33',
        jobTitle: 'Site manager',
        signature: 'Kind regards\nNora',
        version: 2,
      },
    });
    const { data } = await nora.ask(
      '{ company { defaultLanguage } teamMembers(search: "maes") { totalCount } }',
    );
    expect(data).toEqual({ company: { defaultLanguage: 'EN' }, teamMembers: { totalCount: 1 } });
  });

  test('the audit log tells what changed, and of the person nothing but the language', async () => {
    const builder = await aCompany();
    const nora = await builder.anAdministrator();
    await update(nora, { phone: '+32 470 11 22 33', language: 'FR' });
    await update(nora, { phone: '+32 470 11 22 33', language: 'FR' });
    const events = await builder.as('system').rows(AuditEvent);
    expect(
      events.map(({ action, objectType, objectId, changes }) => ({ action, objectType, objectId, changes })),
    ).toEqual([
      {
        action: 'profile.updated',
        objectType: 'TeamMember',
        objectId: nora.memberId,
        changes: [
          { field: 'phone', before: null, after: null },
          { field: 'language', before: 'EN', after: 'FR' },
        ],
      },
    ]);
  });

  test('what is left out stays, null empties what may be empty and nothing else', async () => {
    const builder = await aCompany();
    const nora = await builder.anAdministrator();
    await update(nora, { phone: '123', jobTitle: 'Site manager', signature: 'Nora' });
    expect((await update(nora, { phone: null, signature: '' })).viewer.teamMember).toMatchObject({
      phone: null,
      jobTitle: 'Site manager',
      signature: null,
    });
    const { viewer, errors } = await update(nora, {
      firstName: null,
      lastName: '  ',
      language: null,
      email: null,
    });
    expect(viewer).toBeNull();
    expect(errors).toEqual(
      ['firstName', 'lastName', 'language', 'email'].map((field) => ({
        code: 'VALIDATION_FAILED',
        field: [field],
        reason: 'required',
        limit: null,
        existingId: null,
      })),
    );
  });

  test('TR-09 a signature has at most a thousand characters', async () => {
    const builder = await aCompany();
    const nora = await builder.anAdministrator();
    expect((await update(nora, { signature: 'x'.repeat(1000) })).errors).toEqual([]);
    expect((await update(nora, { signature: 'x'.repeat(1001) })).errors).toEqual([
      expect.objectContaining({ field: ['signature'], reason: 'tooLong', limit: 1000 }),
    ]);
  });

  test('has no home address here', async () => {
    const builder = await aCompany();
    const nora = await builder.anAdministrator();
    expect((await update(nora, { address: { city: 'Gent' } })).errors).toEqual([
      expect.objectContaining({ code: 'FORBIDDEN', field: ['address'], reason: 'notYours' }),
    ]);
  });
});

describe('a customer', () => {
  test('changes her own phone, address and language', async () => {
    const builder = await aCompany();
    const sofie = await aCustomer(builder);
    const { viewer, errors } = await update(sofie, {
      phone: '0478',
      address: { city: 'Gent', country: 'BE' },
      language: 'FR',
    });
    expect(errors).toEqual([]);
    expect(viewer).toMatchObject({
      language: 'FR',
      teamMember: null,
      contact: { phone: '0478', language: 'FR', address: { city: 'Gent', country: 'BE' } },
    });
    const owner = await builder.anOwner();
    const { data } = await owner.ask('{ contacts(search: "0478") { totalCount } }');
    expect(data.contacts.totalCount).toBe(1);
    expect((await update(sofie, { address: null })).viewer.contact.address).toBeNull();
  });

  test('leaves her name to the builder, and has neither job nor signature', async () => {
    const builder = await aCompany();
    const sofie = await aCustomer(builder);
    const { viewer, errors } = await update(sofie, {
      firstName: 'Sophie',
      lastName: 'L.',
      jobTitle: 'Boss',
      signature: 'S',
      phone: '0478',
    });
    expect(viewer).toBeNull();
    expect(errors.map(({ code, field }: { code: string; field: string[] }) => [code, ...field])).toEqual([
      ['FORBIDDEN', 'firstName'],
      ['FORBIDDEN', 'lastName'],
      ['FORBIDDEN', 'jobTitle'],
      ['FORBIDDEN', 'signature'],
    ]);
    expect((await sofie.ask('{ viewer { contact { phone } } }')).data.viewer.contact.phone).toBeNull();
    expect(
      (await update(sofie, { firstName: 'Sofie', lastName: 'Lambrecht', jobTitle: '', phone: '0478' }))
        .errors,
    ).toEqual([]);
  });
});

test('who is colleague and customer at once is changed in both places', async () => {
  const builder = await aCompany();
  const sofie = await aCustomer(builder);
  await builder.write((tx) =>
    tx.insert(TeamMember, {
      identityId: sofie.identityId!,
      email: 'sofie@example.com',
      firstName: 'Sofie',
      lastName: 'Lambrecht',
      sortName: 'lambrecht sofie',
      role: TeamRole.ADMINISTRATOR,
      state: TeamMemberState.ACTIVE,
    }),
  );
  await update(sofie, { lastName: 'Lambrecht-Maes', phone: '0478', address: { city: 'Gent' } });
  const system = builder.as('system');
  const expected = { lastName: 'Lambrecht-Maes', phone: '0478', sortName: 'lambrecht-maes sofie' };
  expect(await system.row(TeamMember, sql`row.identity_id = ${sofie.identityId}`)).toMatchObject(expected);
  expect(await system.row(Contact, sql`row.identity_id = ${sofie.identityId}`)).toMatchObject({
    ...expected,
    address: expect.objectContaining({ city: 'Gent' }),
  });
});

describe('the picture', () => {
  test('is taken from an upload of one’s own, replaced, and removed', async () => {
    const builder = await aCompany();
    const nora = await builder.anAdministrator();
    const [first, second] = [await aPicture(builder, nora), await aPicture(builder, nora)];
    expect((await update(nora, { pictureId: first.id })).viewer.picture).toEqual({ id: first.id });
    expect((await update(nora, { pictureId: second.id })).viewer.picture).toEqual({ id: second.id });
    expect((await builder.outbox('files.delete')).map(({ payload }) => payload)).toEqual([
      { fileId: first.id },
    ]);
    const colleague = await builder.anOwner();
    const { data } = await colleague.ask(
      '{ teamMembers(search: "nora") { edges { node { picture { id } } } } }',
    );
    expect(data.teamMembers.edges[0].node.picture).toEqual({ id: second.id });
    expect((await update(nora, { pictureId: null })).viewer.picture).toBeNull();
  });

  test('of somebody else, of another purpose, or none at all is refused', async () => {
    const builder = await aCompany();
    const [nora, owner] = [await builder.anAdministrator(), await builder.anOwner()];
    const other = await aCompany();
    const ids = [
      (await aPicture(builder, owner)).id,
      (await aPicture(builder, nora, FilePurpose.PROJECT_IMAGE)).id,
      (await aPicture(other, await other.anOwner())).id,
      uuidv7(),
      'nonsense',
    ];
    for (const pictureId of ids) {
      expect((await update(nora, { pictureId })).errors).toEqual([
        expect.objectContaining({ code: 'VALIDATION_FAILED', field: ['pictureId'] }),
      ]);
    }
  });
});

describe('another address', () => {
  test('TR-08 waits until the old and the new one have confirmed', async () => {
    const builder = await aCompany();
    const sofie = await aCustomer(builder);
    const { viewer, emailNeedsConfirmation } = await update(sofie, { email: ' Sofie.New@Example.com ' });
    expect(emailNeedsConfirmation).toBe(true);
    expect(viewer).toMatchObject({ email: 'sofie@example.com', pendingEmail: 'sofie.new@example.com' });
    for (const purpose of [LinkPurpose.OLD_EMAIL, LinkPurpose.NEW_EMAIL]) {
      const input = { token: await builder.tokenFor(sofie.identityId!, purpose) };
      await sofie.ask(
        'mutation ($input: ConfirmEmailChangeInput!) { confirmEmailChange(input: $input) { confirmed } }',
        { input },
      );
    }
    const { data } = await sofie.ask('{ viewer { email contact { email } } }');
    expect(data.viewer).toEqual({
      email: 'sofie.new@example.com',
      contact: { email: 'sofie.new@example.com' },
    });
  });

  test('the same one asks nobody anything', async () => {
    const builder = await aCompany();
    const sofie = await aCustomer(builder);
    const { emailNeedsConfirmation, errors } = await update(sofie, {
      email: 'SOFIE@example.com',
      phone: '0478',
    });
    expect({ emailNeedsConfirmation, errors }).toEqual({ emailNeedsConfirmation: false, errors: [] });
    expect(await builder.outbox()).toEqual([]);
  });

  test('C8 a taken one is refused without a word about whose it is, and nobody can try out a list', async () => {
    const builder = await aCompany();
    const sofie = await aCustomer(builder);
    await builder.aTeamMember({ email: 'nora@hearth.example' });
    for (let time = 0; time < 10; time += 1) {
      const { errors } = await update(sofie, { email: 'nora@hearth.example', phone: 'lost' });
      expect(errors).toEqual([
        { code: 'DUPLICATE_EMAIL', field: ['email'], reason: null, limit: null, existingId: null },
      ]);
    }
    expect((await sofie.ask(UPDATE, { input: { email: 'nora@hearth.example' } })).codes).toEqual([
      'RATE_LIMITED',
    ]);
    expect((await sofie.ask('{ viewer { contact { phone } } }')).data.viewer.contact.phone).toBeNull();
  });
});

test('a stranger has no profile', async () => {
  const builder = await aCompany();
  expect((await builder.stranger().ask(UPDATE, { input: { phone: '1' } })).codes).toEqual([
    'UNAUTHENTICATED',
  ]);
});
