import { aCompany, type Someone } from '../../../test/world';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import type { UserError } from '../../platform/graphql/user-error';
import { Contact } from './contact.entity';

const ERRORS = 'errors { code field reason limit existingId }';
const CREATE_CUSTOMER = `mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { contact {
  id kinds name email phone language notes version address { street city country } viewerCanEdit saleCancelled
  lastSeenAt pendingEmail partnerCompany { id } } ${ERRORS} } }`;
const CREATE_LEAD = `mutation ($input: CreateLeadInput!) { createLead(input: $input) { contact { id kinds email } ${ERRORS} } }`;

const sofie = { firstName: 'Sofie', lastName: 'Lambrecht' };

const addCustomer = async (owner: Someone, input: object) => {
  const { data, codes } = await owner.ask(CREATE_CUSTOMER, { input: { ...sofie, ...input } });
  expect(codes).toEqual([]);
  return data.createCustomer;
};
const everybody = (owner: Someone) => owner.company.as('system').rows(Contact);

describe('a new customer', () => {
  test('needs a name only; nothing is mailed, and the language is the company’s', async () => {
    const builder = await aCompany({ defaultLanguage: 'FR' });
    const owner = await builder.anOwner();

    const { contact, errors } = await addCustomer(owner, { firstName: '  Sofie ' });

    expect(errors).toEqual([]);
    expect(contact).toEqual({
      id: expect.any(String),
      kinds: ['CUSTOMER'],
      name: 'Sofie Lambrecht',
      email: null,
      phone: null,
      language: 'FR',
      notes: null,
      version: 1,
      address: null,
      viewerCanEdit: true,
      saleCancelled: false,
      lastSeenAt: null,
      pendingEmail: null,
      partnerCompany: null,
    });
    expect(await builder.outbox()).toEqual([]);
    expect(await builder.auditTrail()).toEqual(['contact.created']);
  });

  test('keeps all that was typed, and its own language', async () => {
    const owner = await (await aCompany()).anOwner();
    const { contact } = await addCustomer(owner, {
      email: ' Sofie@Example.COM ',
      phone: '+32 470 12 34 56',
      language: 'NL',
      notes: 'Two dogs.\nCall after six.',
      address: { street: 'Dorpsstraat', houseNumber: '', city: 'Gent', country: 'BE' },
    });
    expect(contact).toMatchObject({
      email: 'sofie@example.com',
      phone: '+32 470 12 34 56',
      language: 'NL',
      notes: 'Two dogs.\nCall after six.',
      address: { street: 'Dorpsstraat', city: 'Gent', country: 'BE' },
    });
  });

  test('leaves nothing personal in the audit log', async () => {
    const builder = await aCompany();
    const { contact } = await addCustomer(await builder.anOwner(), {
      email: 'sofie@example.com',
      notes: 'Two dogs.',
    });
    const [entry] = await builder.as('system').rows(AuditEvent);
    expect(entry).toMatchObject({ action: 'contact.created', objectType: 'Contact', objectId: contact.id });
    expect(JSON.stringify(entry)).not.toMatch(/sofie|lambrecht|dogs/i);
  });

  test('several may be without an address', async () => {
    const owner = await (await aCompany()).anOwner();
    await addCustomer(owner, { email: null });
    await addCustomer(owner, { email: ' ' });
    expect(await everybody(owner)).toHaveLength(2);
  });

  test('everything that is missing or wrong is said at once, each at its field', async () => {
    const owner = await (await aCompany()).anOwner();
    const { contact, errors } = await addCustomer(owner, {
      firstName: ' ',
      lastName: 'x'.repeat(81),
      email: 'nobody',
      address: { city: 'a\u0007b' },
    });
    expect(contact).toBeNull();
    expect(
      errors
        .map(({ code, field, reason, limit }: UserError) => [code, field?.join('.'), reason, limit])
        .sort(),
    ).toEqual([
      ['VALIDATION_FAILED', 'address.city', 'forbiddenCharacters', null],
      ['VALIDATION_FAILED', 'email', 'invalid', null],
      ['VALIDATION_FAILED', 'firstName', 'required', null],
      ['VALIDATION_FAILED', 'lastName', 'tooLong', 80],
    ]);
    expect(await everybody(owner)).toEqual([]);
  });

  test.each([
    ['100 kB', 'x'.repeat(100_000), 'tooLong'],
    ['a NUL', 'So\u0000fie', 'forbiddenCharacters'],
    ['a line break', 'So\nfie', 'forbiddenCharacters'],
    ['a right-to-left override', 'So\u202efie', 'forbiddenCharacters'],
    ['a lone surrogate', 'So\ud800fie', 'forbiddenCharacters'],
  ])('B10: a name with %s is refused at its field', async (_what, firstName, reason) => {
    const owner = await (await aCompany()).anOwner();
    const { errors } = await addCustomer(owner, { firstName });
    expect(errors).toEqual([
      expect.objectContaining({ code: 'VALIDATION_FAILED', field: ['firstName'], reason }),
    ]);
  });

  test.each([
    ['zero-width spaces', '\u200b\u200b'],
    ['a word joiner', '\u2060'],
    ['a soft hyphen', '\u00ad'],
    ['a byte order mark', '\ufeff\u200b'],
    ['variation selectors', '\ufe0f\ufe0e'],
    ['supplementary variation selectors', '\u{e0100}'],
    ['a Hangul filler', '\u3164'],
    ['a blank of Braille', '\u2800'],
    ['a direction mark between blanks', ' \u200e\u00a0\u3000'],
  ])('B10: a name of nothing but %s is no name', async (_what, firstName) => {
    const owner = await (await aCompany()).anOwner();
    const { errors } = await addCustomer(owner, { firstName });
    expect(errors).toEqual([
      expect.objectContaining({ code: 'VALIDATION_FAILED', field: ['firstName'], reason: 'required' }),
    ]);
    const { contact } = await addCustomer(owner, { phone: firstName });
    expect(contact.phone).toBeNull();
  });

  test.each([
    '\u0915\u094d\u200d\u0937',
    '\u{1f469}\u200d\u{1f467}',
    '<b onload="x">Sofie</b>',
    '{{constructor}}',
    "O'Neill; DROP TABLE contacts",
    '李小龍',
    'Zoë-Ångström',
    '%_\\',
    '=1+1',
  ])('B10: the name %s is text like any other', async (firstName) => {
    const { contact } = await addCustomer(await (await aCompany()).anOwner(), { firstName });
    expect(contact.name).toBe(`${firstName} Lambrecht`);
  });

  test.each([
    ['a line break', 'sofie@example.com\r\nBcc: all@example.com', 'forbiddenCharacters'],
    ['two addresses', 'sofie@example.com, all@example.com', 'invalid'],
    ['a comment', 'sofie(x)@example.com', 'invalid'],
    ['a name', 'Sofie <sofie@example.com>', 'invalid'],
  ])('C2: an address with %s is refused', async (_what, email, reason) => {
    const owner = await (await aCompany()).anOwner();
    const { errors } = await addCustomer(owner, { email });
    expect(errors).toEqual([
      expect.objectContaining({ code: 'VALIDATION_FAILED', field: ['email'], reason }),
    ]);
  });

  test('A13: nobody sets by input what follows from elsewhere', async () => {
    const owner = await (await aCompany()).anOwner();
    for (const field of [
      'companyId',
      'identityId',
      'isPartner',
      'id',
      'version',
      'saleCancelled',
      'sortName',
    ]) {
      await expect(owner.ask(CREATE_CUSTOMER, { input: { ...sofie, [field]: '1' } })).rejects.toThrow(field);
    }
    expect(await everybody(owner)).toEqual([]);
  });
});

describe('an address belongs to one person of a company', () => {
  test.each([
    ['the same', 'sofie@bücher.example'],
    ['in another case', 'SOFIE@BÜCHER.EXAMPLE'],
    ['with blanks around', '\u00a0 sofie@bücher.example '],
    ['in full-width letters', 'ｓｏｆｉｅ＠bücher.example'],
    ['taken apart', 'sofie@bu\u0308cher.example'],
    ['as the network writes it', 'sofie@xn--bcher-kva.example'],
  ])('C16: %s is refused, and the owner learns whose it is', async (_how, email) => {
    const owner = await (await aCompany()).anOwner();
    const { contact: first } = await addCustomer(owner, { email: 'sofie@bücher.example' });
    const { contact, errors } = await addCustomer(owner, { email });
    expect(contact).toBeNull();
    expect(errors).toEqual([
      { code: 'DUPLICATE_EMAIL', field: ['email'], reason: null, limit: null, existingId: first.id },
    ]);
    expect(await everybody(owner)).toHaveLength(1);
  });

  test('also where it is a colleague’s', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner({ email: 'olivia@example.com' });
    const { errors } = await addCustomer(owner, { email: 'Olivia@example.com' });
    expect(errors).toEqual([
      expect.objectContaining({ code: 'DUPLICATE_EMAIL', existingId: owner.memberId }),
    ]);
  });

  test('A16: what another company has says nothing here', async () => {
    await (await aCompany()).aCustomer({ email: 'sofie@example.com' });
    const owner = await (await aCompany()).anOwner();
    expect((await addCustomer(owner, { email: 'sofie@example.com' })).errors).toEqual([]);
  });

  test('of five who claim it at once, exactly one gets it', async () => {
    const owner = await (await aCompany()).anOwner();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => addCustomer(owner, { email: 'sofie@example.com' })),
    );
    expect(answers.filter(({ contact }) => contact)).toHaveLength(1);
    expect(answers.flatMap((answer) => answer.errors.map(({ code }: { code: string }) => code))).toEqual(
      Array(4).fill('DUPLICATE_EMAIL'),
    );
    expect(await everybody(owner)).toHaveLength(1);
  });
});

test('a new lead needs a name only, and no login comes with it', async () => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const { data } = await owner.ask(CREATE_LEAD, { input: sofie });
  expect(data.createLead).toEqual({
    contact: { id: expect.any(String), kinds: ['LEAD'], email: null },
    errors: [],
  });
  expect(await everybody(owner)).toEqual([expect.objectContaining({ identityId: null, isCustomer: false })]);
});
