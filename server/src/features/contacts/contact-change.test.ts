import { aCompany, type Someone } from '../../../test/world';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { sql } from '../../platform/database/sql';
import { Identity } from '../identities/identity.entity';
import type { Contact } from './contact.entity';

const UPDATE = `mutation ($input: UpdateContactInput!) { updateContact(input: $input) {
  contact { id kinds firstName lastName name email pendingEmail phone language notes version partnerCompany { name }
    address { street city country } }
  emailNeedsConfirmation errors { code field reason existingId } } }`;

const change = async (
  someone: Someone,
  { id, version }: Pick<Contact, 'id' | 'version'>,
  changes: object,
) => {
  const { data, codes } = await someone.ask(UPDATE, { input: { id, version, change: changes } });
  return { ...data?.updateContact, codes };
};

const identityOf = (someone: Someone, id: string | null) =>
  someone.company.as('system').row(Identity, sql`row.id = ${id}`);

test('an owner changes what is known of a contact; what is left out stays', async () => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const customer = await builder.aCustomer({ phone: '1', notes: 'Two dogs.' });

  const first = await change(owner, customer, {
    firstName: ' Zoë ',
    phone: '+32 2',
    address: { city: 'Gent' },
  });
  expect(first).toMatchObject({ errors: [], emailNeedsConfirmation: false, codes: [] });
  expect(first.contact).toMatchObject({
    name: 'Zoë Lambrecht',
    phone: '+32 2',
    notes: 'Two dogs.',
    email: customer.email,
    address: { street: null, city: 'Gent', country: null },
    version: 2,
  });

  const second = await change(owner, first.contact, {
    phone: null,
    notes: '',
    address: { street: 'Dorpsstraat' },
  });
  expect(second.contact).toMatchObject({
    name: 'Zoë Lambrecht',
    phone: null,
    notes: null,
    address: { street: 'Dorpsstraat', city: null },
    version: 3,
  });
});

test('a new name is found and sorted by at once', async () => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  await change(owner, await builder.aCustomer(), { lastName: 'Ångström', phone: '0470/12.34' });
  const found = (search: string) =>
    owner.ask('query ($search: String) { contacts(search: $search) { totalCount } }', { search });
  for (const search of ['angstrom', '04701234'])
    expect((await found(search)).data.contacts.totalCount).toBe(1);
  expect((await found('lambrecht')).data.contacts.totalCount).toBe(0);
});

test('names and language cannot be emptied', async () => {
  const builder = await aCompany();
  const { errors, contact } = await change(await builder.anOwner(), await builder.aCustomer(), {
    firstName: ' ',
    lastName: null,
    language: null,
  });
  expect(contact).toBeNull();
  expect(errors).toEqual(
    ['firstName', 'lastName', 'language'].map((name) =>
      expect.objectContaining({ code: 'VALIDATION_FAILED', field: ['change', name], reason: 'required' }),
    ),
  );
});

test('CO-09: another language is that of her mails and her portal', async () => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const customer = await builder.aCustomer();
  const { contact } = await change(owner, customer, { language: 'DE' });
  expect(contact.language).toBe('DE');
  expect((await identityOf(owner, customer.identityId))?.language).toBe('DE');
});

test('two who edit the same contact: the second is told, and nothing of hers is written', async () => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const customer = await builder.aCustomer();
  await change(owner, customer, { phone: '1' });
  const { errors, contact } = await change(owner, customer, { phone: '2', email: 'new@example.com' });
  expect(errors).toEqual([expect.objectContaining({ code: 'STALE_VERSION' })]);
  expect(contact).toBeNull();
  const { data } = await owner.ask('query ($id: ID!) { contact(id: $id) { phone email } }', {
    id: customer.id,
  });
  expect(data.contact).toEqual({ phone: '1', email: customer.email });
});

test('I15 of five edits of one version at once, exactly one is written', async () => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const customer = await builder.aCustomer();
  const answers = await Promise.all(
    ['1', '2', '3', '4', '5'].map((phone) => change(owner, customer, { phone })),
  );
  expect(answers.filter(({ contact }) => contact)).toHaveLength(1);
});

test('the audit log tells which fields changed, of personal ones not to what', async () => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const customer = await builder.aCustomer({ address: { city: 'Gent' } as Contact['address'] });
  await change(owner, customer, {
    firstName: 'Zoë',
    email: 'zoe@example.com',
    language: 'NL',
    notes: 'Two dogs.',
    address: { city: 'Gent' },
    lastName: customer.lastName,
  });
  const [entry] = await builder.as('system').rows(AuditEvent, { where: sql`row.action = 'contact.updated'` });
  expect(entry).toMatchObject({ objectType: 'Contact', objectId: customer.id });
  expect([...entry!.changes].sort((a, b) => a.field.localeCompare(b.field))).toEqual([
    { field: 'email', before: null, after: null },
    { field: 'firstName', before: null, after: null },
    { field: 'language', before: 'EN', after: 'NL' },
    { field: 'notes', before: null, after: null },
  ]);
});

test('A13: nobody changes by input what follows from elsewhere', async () => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const customer = await builder.aCustomer();
  for (const field of [
    'companyId',
    'identityId',
    'isCustomer',
    'id',
    'version',
    'saleCancelled',
    'searchText',
  ]) {
    await expect(change(owner, customer, { [field]: '1' })).rejects.toThrow(field);
  }
});

test('A2: another company’s contact, and one that never was, are NOT_FOUND alike', async () => {
  const owner = await (await aCompany()).anOwner();
  const theirs = await (await aCompany()).aCustomer();
  for (const id of [theirs.id, '00000000-0000-7000-8000-000000000000', "' OR 1=1 --"]) {
    expect((await change(owner, { id, version: 1 }, { phone: '1' })).codes).toEqual(['NOT_FOUND']);
  }
});

describe('CO-11: a customer who works for a partner company', () => {
  test('is both under one login', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const firm = await builder.aPartnerCompany();
    const joined = await change(owner, await builder.aCustomer(), { partnerCompanyId: firm.id });
    expect(joined.contact).toMatchObject({
      kinds: ['CUSTOMER', 'PARTNER'],
      partnerCompany: { name: 'Keukens Maes' },
    });
    const left = await change(owner, joined.contact, { partnerCompanyId: null });
    expect(left.contact).toMatchObject({ kinds: ['CUSTOMER', 'PARTNER'], partnerCompany: null });
  });

  test('needs an address for it, which may come in the same change', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const { id } = await builder.aPartnerCompany();
    const customer = await builder.aCustomer({ email: null });
    const { errors } = await change(owner, customer, { partnerCompanyId: id });
    expect(errors).toEqual([expect.objectContaining({ field: ['change', 'email'], reason: 'required' })]);
    expect((await change(owner, customer, { partnerCompanyId: id, email: 'a@example.com' })).errors).toEqual(
      [],
    );
  });

  test('A3: not for one of another company', async () => {
    const theirs = await (await aCompany()).aPartnerCompany();
    const builder = await aCompany();
    const { codes } = await change(await builder.anOwner(), await builder.aCustomer(), {
      partnerCompanyId: theirs.id,
    });
    expect(codes).toEqual(['NOT_FOUND']);
  });
});
