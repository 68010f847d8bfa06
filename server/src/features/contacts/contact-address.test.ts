import { aCompany, type Someone } from '../../../test/world';
import { sql } from '../../platform/database/sql';
import { Identity } from '../identities/identity.entity';
import { issueLink } from '../identities/links';
import { LinkPurpose } from '../identities/login-link.entity';
import type { Contact } from './contact.entity';

const UPDATE = `mutation ($input: UpdateContactInput!) { updateContact(input: $input) {
  contact { id email pendingEmail phone version } emailNeedsConfirmation errors { code field reason existingId } } }`;

const change = async (owner: Someone, { id, version }: Pick<Contact, 'id' | 'version'>, changes: object) => {
  const { data, codes } = await owner.ask(UPDATE, { input: { id, version, change: changes } });
  return { ...data?.updateContact, codes };
};

const identityOf = (owner: Someone, id: string | null) =>
  owner.company.as('system').row(Identity, sql`row.id = ${id}`);

describe('the address of a contact', () => {
  test('comes later: she has a login from then on, and no mail', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const customer = await builder.aCustomer({ email: null, language: 'NL' });
    const { contact, emailNeedsConfirmation } = await change(owner, customer, { email: 'Sofie@Example.com' });
    expect(contact).toMatchObject({ email: 'sofie@example.com', version: 2 });
    expect(emailNeedsConfirmation).toBe(false);
    expect(await builder.as('system').row(Identity, sql`row.email = 'sofie@example.com'`)).toMatchObject({
      language: 'NL',
      passwordHash: null,
    });
    expect(await builder.outbox()).toEqual([]);
  });

  test('is another at once as long as she has no password', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const customer = await builder.aCustomer();
    const { contact, emailNeedsConfirmation } = await change(owner, customer, { email: 'new@example.com' });
    expect(contact).toMatchObject({ email: 'new@example.com', pendingEmail: null });
    expect(emailNeedsConfirmation).toBe(false);
    expect((await identityOf(owner, customer.identityId))?.email).toBe('new@example.com');
  });

  test('waits for her confirmation where she signs in with it; the rest is changed at once', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const customer = await builder.aCustomer({ passwordHash: 'accepted' });
    const { contact, emailNeedsConfirmation } = await change(owner, customer, {
      email: 'new@example.com',
      phone: '1',
    });
    expect(emailNeedsConfirmation).toBe(true);
    expect(contact).toMatchObject({ email: customer.email, pendingEmail: 'new@example.com', phone: '1' });
    expect(await builder.outbox('identities.send-email-confirmation')).toHaveLength(1);

    const taken = await change(owner, contact, { email: customer.email });
    expect(taken).toMatchObject({ emailNeedsConfirmation: false, contact: { pendingEmail: null } });
  });

  test('is not another’s, in whatever spelling', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner({ email: 'olivia@example.com' });
    const other = await builder.aLead({ email: 'lena@example.com' });
    for (const customer of [
      await builder.aCustomer(),
      await builder.aCustomer({ email: null }),
      await builder.aCustomer({ passwordHash: 'accepted' }),
    ]) {
      const lena = await change(owner, customer, { email: ' LENA@example.com', phone: '1' });
      expect(lena.errors).toEqual([
        expect.objectContaining({ code: 'DUPLICATE_EMAIL', existingId: other.id }),
      ]);
      const olivia = await change(owner, customer, { email: 'Olivia@example.com' });
      expect(olivia.errors).toEqual([
        expect.objectContaining({ code: 'DUPLICATE_EMAIL', existingId: owner.memberId }),
      ]);
    }
    expect((await builder.auditTrail()).filter((action) => action === 'contact.updated')).toEqual([]);
  });

  test('of two contacts who are given the same at once, one gets it', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const contacts = [
      await builder.aCustomer(),
      await builder.aCustomer({ email: null }),
      await builder.aLead(),
    ];
    const answers = await Promise.all(
      contacts.map((contact) => change(owner, contact, { email: 'one@example.com' })),
    );
    expect(answers.flatMap(({ codes }) => codes)).toEqual([]);
    expect(answers.flatMap(({ errors }) => errors.map(({ code }: { code: string }) => code))).toEqual([
      'DUPLICATE_EMAIL',
      'DUPLICATE_EMAIL',
    ]);
  });

  test('goes, and with it a login that never was used', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const customer = await builder.aCustomer({ email: 'sofie@example.com' });
    const { contact } = await change(owner, customer, { email: '' });
    expect(contact.email).toBeNull();
    expect(await identityOf(owner, customer.identityId)).toBeNull();
    await builder.aCustomer({ email: 'sofie@example.com' });
  });

  test('stays where she was invited or signs in', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const active = await builder.aCustomer({ passwordHash: 'accepted' });
    const invited = await builder.aCustomer();
    await builder.write((tx) => issueLink(tx, invited.identityId!, LinkPurpose.INVITATION));
    for (const customer of [active, invited]) {
      const { errors } = await change(owner, customer, { email: null });
      expect(errors).toEqual([
        expect.objectContaining({ code: 'LOCKED', field: ['change', 'email'], reason: 'hasAccess' }),
      ]);
    }
  });

  test('a partner needs one', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const partner = await builder.aPartner({ passwordHash: null });
    const { errors } = await change(owner, partner, { email: null });
    expect(errors).toEqual([expect.objectContaining({ field: ['change', 'email'], reason: 'required' })]);
  });
});
