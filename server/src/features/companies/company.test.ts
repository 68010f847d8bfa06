import { aPicture, anUpload } from '../../../test/pictures';
import { aCompany, theProduct, type Someone } from '../../../test/world';
import { sql } from '../../platform/database/sql';
import { Contact } from '../contacts/contact.entity';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { File } from '../files/file.entity';

const SETTINGS = `{ companySettings {
  version contactEmail contactPhone sessionIdleHoursTeam sessionIdleDaysPortal impersonationReasonRequired
  uploadLimits { purpose maxBytes mimeTypes }
  company { name defaultLanguage timeZone currency privacyText theme { primary accent font } logo { id url alt } loginImage { id url(width: 700) alt } }
} }`;

const UPDATE = `mutation ($input: UpdateCompanyInput!) { updateCompany(input: $input) {
  settings { version contactEmail contactPhone sessionIdleHoursTeam sessionIdleDaysPortal impersonationReasonRequired
    company { name defaultLanguage timeZone currency privacyText theme { primary accent font } logo { id url alt } loginImage { id url alt } } }
  errors { code field reason proposal limit }
} }`;

const change = async (by: Someone, changes: object, version = 1) =>
  (await by.ask(UPDATE, { input: { version, change: changes } })).data.updateCompany;

const refusal = (field: string, reason: string, more: object = {}) => ({
  settings: null,
  errors: [
    { code: 'VALIDATION_FAILED', field: ['change', field], reason, proposal: null, limit: null, ...more },
  ],
});

describe('the settings', () => {
  test('an owner sees them, with what an upload may be', async () => {
    const owner = await (await aCompany({ name: 'Hearth & Home' })).anOwner();
    const { data } = await owner.ask(SETTINGS);
    expect(data.companySettings).toMatchObject({
      version: 1,
      contactEmail: null,
      sessionIdleHoursTeam: 12,
      sessionIdleDaysPortal: 30,
      impersonationReasonRequired: false,
      company: { name: 'Hearth & Home', logo: null, loginImage: null },
    });
    expect(data.companySettings.uploadLimits).toContainEqual({
      purpose: 'COMPANY_LOGO',
      maxBytes: 5 * 1024 * 1024,
      mimeTypes: ['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml'],
    });
    expect(data.companySettings.uploadLimits).toHaveLength(5);
  });

  test('an administrator, a customer and a partner may neither see nor change them, a stranger must sign in', async () => {
    const builder = await aCompany();
    const administrator = await builder.anAdministrator();
    const customer = await builder.aBuyer(await builder.aUnit());
    const partner = await builder.signedIn((await builder.aPartner()).identityId!);
    const input = { version: 1, change: { name: 'Mine now' } };
    for (const somebody of [administrator, customer, partner]) {
      expect(await somebody.ask(SETTINGS)).toEqual({ data: { companySettings: null }, codes: ['FORBIDDEN'] });
      expect(await somebody.ask(UPDATE, { input })).toEqual({
        data: { updateCompany: null },
        codes: ['FORBIDDEN'],
      });
    }
    expect((await builder.stranger().ask(SETTINGS)).codes).toEqual(['UNAUTHENTICATED']);
    expect((await builder.stranger().ask(UPDATE, { input })).codes).toEqual(['UNAUTHENTICATED']);
    expect(await builder.auditTrail()).toEqual([]);
  });

  test('an owner changes them all, and the audit log says what changed but nothing personal', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const changes = {
      name: ' Maison Claire ',
      defaultLanguage: 'FR',
      timeZone: 'Europe/Paris',
      currency: 'CHF',
      primary: '#102A43',
      accent: '#0B6E4F',
      font: 'SERIF',
      contactEmail: ' Hello@Maison.Example ',
      contactPhone: '+32 2 555 01 01',
      privacyText: 'We keep little.\nAnd not for long.',
      sessionIdleHoursTeam: 8,
      sessionIdleDaysPortal: 90,
      impersonationReasonRequired: true,
    };
    expect(await change(owner, changes)).toEqual({
      settings: {
        version: 2,
        contactEmail: 'hello@maison.example',
        contactPhone: '+32 2 555 01 01',
        sessionIdleHoursTeam: 8,
        sessionIdleDaysPortal: 90,
        impersonationReasonRequired: true,
        company: {
          name: 'Maison Claire',
          defaultLanguage: 'FR',
          timeZone: 'Europe/Paris',
          currency: 'CHF',
          privacyText: 'We keep little.\nAnd not for long.',
          theme: { primary: '#102a43', accent: '#0b6e4f', font: 'SERIF' },
          logo: null,
          loginImage: null,
        },
      },
      errors: [],
    });
    const [event] = await builder.as('system').rows(AuditEvent);
    expect(event).toMatchObject({ action: 'company.updated', objectType: 'Company', objectId: builder.id });
    expect(event!.changes).toContainEqual({ field: 'name', before: 'Hearth & Home', after: 'Maison Claire' });
    expect(event!.changes).toContainEqual({ field: 'contactEmail', before: null, after: null });
    expect(JSON.stringify(event!.changes)).not.toContain('maison.example');
  });

  test('what may be empty is cleared by null or by an empty text', async () => {
    const builder = await aCompany({
      contactEmail: 'old@example.com',
      contactPhone: '1',
      privacyText: 'Old',
    });
    const owner = await builder.anOwner();
    const { settings } = await change(owner, { contactEmail: null, contactPhone: '', privacyText: null });
    expect(settings).toMatchObject({
      contactEmail: null,
      contactPhone: null,
      company: { privacyText: null },
    });
  });

  test('two owners who edit at once do not overwrite each other', async () => {
    const owner = await (await aCompany()).anOwner();
    await change(owner, { name: 'First' });
    const { settings, errors } = await change(owner, { name: 'Second' });
    expect(settings).toBeNull();
    expect(errors).toEqual([expect.objectContaining({ code: 'STALE_VERSION' })]);
    expect((await owner.ask('{ company { name } }')).data.company.name).toBe('First');
  });

  const long = (length: number) => 'x'.repeat(length);

  test.each<[field: string, what: string, value: unknown, reason: string, limit?: number]>([
    ['name', 'empty', '', 'required'],
    ['name', 'null', null, 'required'],
    ['name', 'too long', long(121), 'tooLong', 120],
    ['name', 'turned around', 'Evil\u202etxt', 'forbiddenCharacters'],
    ['name', 'text with NUL', 'A\u0000B', 'forbiddenCharacters'],
    ['name', 'half a character', '\ud800', 'forbiddenCharacters'],
    ['defaultLanguage', 'null', null, 'required'],
    ['timeZone', 'unknown', 'Mars/Olympus', 'invalid'],
    ['timeZone', 'an offset', '+02:00', 'invalid'],
    ['timeZone', 'null', null, 'required'],
    ['currency', 'unknown', 'EURO', 'invalid'],
    ['currency', 'in small letters', 'eur', 'invalid'],
    ['primary', 'a name', 'red', 'invalid'],
    ['primary', 'short', '#fff', 'invalid'],
    ['accent', 'no number', '#12345g', 'invalid'],
    ['accent', 'a style', '#000000;background:url(//evil)', 'invalid'],
    ['accent', 'null', null, 'required'],
    ['font', 'null', null, 'required'],
    ['contactEmail', 'no address', 'not an address', 'invalid'],
    ['contactEmail', 'two headers', 'a@example.com\r\nBcc: all@example.com', 'forbiddenCharacters'],
    ['contactPhone', 'too long', long(41), 'tooLong', 40],
    ['privacyText', 'too long', long(20_001), 'tooLong', 20_000],
    ['sessionIdleHoursTeam', 'zero', 0, 'tooSmall', 1],
    ['sessionIdleHoursTeam', 'more than a month', 721, 'tooLarge', 720],
    ['sessionIdleDaysPortal', 'the largest number', 2_147_483_647, 'tooLarge', 365],
    ['impersonationReasonRequired', 'null', null, 'required'],
    ['logoId', 'no id', 'not an id', 'invalid'],
    ['logoId', 'of no file', '00000000-0000-7000-8000-000000000000', 'invalid'],
  ])('%s cannot be %s', async (field, _what, value, reason, ...[limit]) => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    expect(await change(owner, { [field]: value })).toEqual(refusal(field, reason, limit ? { limit } : {}));
    expect(await builder.auditTrail()).toEqual([]);
  });

  test('all that is wrong is said at once', async () => {
    const owner = await (await aCompany()).anOwner();
    const { errors } = await change(owner, { name: '', timeZone: 'x', sessionIdleHoursTeam: -1 });
    expect(errors.map(({ field }: { field: string[] }) => field[1])).toEqual([
      'name',
      'timeZone',
      'sessionIdleHoursTeam',
    ]);
  });
});

describe('colours', () => {
  test('an accent on which white text cannot be read is refused with the nearest darker one that would do', async () => {
    const owner = await (await aCompany()).anOwner();
    const answer = await change(owner, { accent: '#ffcc00' });
    expect(answer).toEqual(
      refusal('accent', 'contrast', { proposal: expect.stringMatching(/^#[0-9a-f]{6}$/) }),
    );
    expect((await change(owner, { accent: answer.errors[0].proposal })).errors).toEqual([]);
  });

  test('so is a colour of the frame; both are said at once', async () => {
    const owner = await (await aCompany()).anOwner();
    const { errors } = await change(owner, { primary: '#eeeeee', accent: '#ffffff' });
    expect(
      errors.map(({ field, reason }: { field: string[]; reason: string }) => [field[1], reason]),
    ).toEqual([
      ['primary', 'contrast'],
      ['accent', 'contrast'],
    ]);
  });

  test('the border is 4.5 : 1', async () => {
    const owner = await (await aCompany()).anOwner();
    expect((await change(owner, { accent: '#777777' })).errors).toHaveLength(1);
    expect((await change(owner, { accent: '#767676' })).errors).toEqual([]);
  });
});

describe('pictures', () => {
  test('a logo is seen by everybody, also before signing in; without it there is only the name', async () => {
    const builder = await aCompany({ name: 'Hearth & Home' });
    const owner = await builder.anOwner();
    const logo = await anUpload(owner, 'COMPANY_LOGO');
    const { settings } = await change(owner, { logoId: logo.id });
    const shown = { id: logo.id, url: `/files/${logo.id}`, alt: 'Hearth & Home' };
    expect(settings.company.logo).toEqual(shown);
    expect((await builder.stranger().ask('{ company { logo { id url alt } } }')).data.company.logo).toEqual(
      shown,
    );

    await change(owner, { logoId: null }, 2);
    expect((await builder.stranger().ask('{ company { logo { id } name } }')).data.company).toEqual({
      logo: null,
      name: 'Hearth & Home',
    });
  });

  test('a change of another setting keeps them', async () => {
    const owner = await (await aCompany()).anOwner();
    const image = await anUpload(owner, 'LOGIN_IMAGE');
    await change(owner, { loginImageId: image.id });
    const { settings } = await change(owner, { name: 'Other' }, 2);
    expect(settings.company.loginImage.id).toBe(image.id);
    expect((await change(owner, { loginImageId: image.id }, 3)).errors).toEqual([]);
  });

  test('the sizes of an address are those that are kept', async () => {
    const owner = await (await aCompany()).anOwner();
    const image = await anUpload(
      owner,
      'LOGIN_IMAGE',
      await aPicture({ width: 3000, height: 2000, format: 'jpeg' }),
    );
    await change(owner, { loginImageId: image.id });
    const { data } = await owner.ask(`{ company { loginImage {
      width height small: url(width: 1) exact: url(width: 640) next: url(width: 641) most: url(width: 99999) url } } }`);
    expect(data.company.loginImage).toEqual({
      width: 2560,
      height: 1707,
      small: `/files/${image.id}/640`,
      exact: `/files/${image.id}/640`,
      next: `/files/${image.id}/1280`,
      most: `/files/${image.id}`,
      url: `/files/${image.id}`,
    });
  });

  test('a picture that gives way is gone, row and bytes', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const [first, second] = [await anUpload(owner, 'COMPANY_LOGO'), await anUpload(owner, 'COMPANY_LOGO')];
    await change(owner, { logoId: first.id });
    await change(owner, { logoId: second.id }, 2);
    await builder.work('files.delete');
    const { storage } = (await theProduct()).platform.services;
    expect((await builder.as('system').rows(File)).map(({ id }) => id)).toEqual([second.id]);
    expect(await storage.read(first.storageKey)).toBeNull();
    const kept = await storage.read(second.storageKey);
    kept!.stream.destroy();
  });

  test('a refused change takes no picture', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const logo = await anUpload(owner, 'COMPANY_LOGO');
    await change(owner, { logoId: logo.id }, 7);
    const [file] = await builder.as('system').rows(File, { where: sql`row.id = ${logo.id}` });
    expect(file).toMatchObject({ attachedAt: null, uploadedById: owner.identityId });
    expect((await change(owner, { logoId: logo.id })).errors).toEqual([]);
  });

  test('only one’s own upload for this purpose is taken, and only once', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const another = await builder.anOwner();
    const stranger = await (await aCompany()).anOwner();
    const taken = await anUpload(owner, 'COMPANY_LOGO');
    expect((await change(owner, { logoId: taken.id })).errors).toEqual([]);
    for (const { id } of [
      taken,
      await anUpload(another, 'COMPANY_LOGO'),
      await anUpload(stranger, 'COMPANY_LOGO'),
      await anUpload(owner, 'PROJECT_IMAGE'),
    ]) {
      expect(await change(owner, { loginImageId: id }, 2)).toEqual(refusal('loginImageId', 'invalid'));
    }
  });
});

test('a new default language touches no contact, and presets the next one', async () => {
  const builder = await aCompany({ defaultLanguage: 'NL' });
  const owner = await builder.anOwner();
  const contact = await builder.aCustomer({ language: 'NL' });
  await change(owner, { defaultLanguage: 'FR' });
  const [unchanged] = await builder.as('system').rows(Contact, { where: sql`row.id = ${contact.id}` });
  expect(unchanged!.language).toBe('NL');
  const { data } = await owner.ask(
    'mutation { createCustomer(input: { firstName: "Claire", lastName: "Dubois" }) { contact { language } } }',
  );
  expect(data.createCustomer.contact.language).toBe('FR');
});

test('another company’s settings stay as they are', async () => {
  const builder = await aCompany({ name: 'Ours' });
  const other = await aCompany({ name: 'Theirs' });
  await change(await builder.anOwner(), { name: 'Ours too' });
  expect((await other.stranger().ask('{ company { name } }')).data.company.name).toBe('Theirs');
});
