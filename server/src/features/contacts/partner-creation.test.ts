import { aCompany, type Someone } from '../../../test/world';
import { Contact } from './contact.entity';
import { PartnerCompany } from './partner-company.entity';

const CREATE_PARTNER = `mutation ($input: CreatePartnerInput!) { createPartner(input: $input) { contact {
  id kinds email partnerCompany { id name vat people { name } } } errors { code field reason } } }`;

const addPartner = async (owner: Someone, input: object) => {
  const sofie = { firstName: 'Sofie', lastName: 'Lambrecht', email: 'sofie@example.com' };
  const { data, codes } = await owner.ask(CREATE_PARTNER, { input: { ...sofie, ...input } });
  return { ...data?.createPartner, codes };
};
const everybody = (owner: Someone) => owner.company.as('system').rows(Contact);

describe('a new partner', () => {
  test('may work for nobody', async () => {
    const builder = await aCompany();
    const { contact } = await addPartner(await builder.anOwner(), {});
    expect(contact).toEqual({
      id: expect.any(String),
      kinds: ['PARTNER'],
      email: 'sofie@example.com',
      partnerCompany: null,
    });
    expect(await builder.outbox()).toEqual([]);
  });

  test('brings a new firm, which colleagues then join', async () => {
    const builder = await aCompany();
    const owner = await builder.anOwner();
    const { contact: first } = await addPartner(owner, {
      newPartnerCompany: { name: 'Keukens Maes', vat: 'BE 0123' },
    });
    expect(first.partnerCompany).toMatchObject({ name: 'Keukens Maes', vat: 'BE 0123' });

    const { contact: second } = await addPartner(owner, {
      firstName: 'Bram',
      email: 'bram@example.com',
      partnerCompanyId: first.partnerCompany.id,
    });
    expect(second.partnerCompany.people).toEqual([{ name: 'Bram Lambrecht' }, { name: 'Sofie Lambrecht' }]);
    expect(await builder.auditTrail()).toEqual([
      'partnerCompany.created',
      'contact.created',
      'contact.created',
    ]);
  });

  test('needs an address', async () => {
    const owner = await (await aCompany()).anOwner();
    const { errors } = await addPartner(owner, { email: '' });
    expect(errors).toEqual([expect.objectContaining({ field: ['email'], reason: 'required' })]);
  });

  test('chooses a firm or adds one, not both', async () => {
    const owner = await (await aCompany()).anOwner();
    const { contact } = await addPartner(owner, { newPartnerCompany: { name: 'Keukens Maes' } });
    const { errors } = await addPartner(owner, {
      email: 'bram@example.com',
      partnerCompanyId: contact.partnerCompany.id,
      newPartnerCompany: { name: 'Maes Keukens' },
    });
    expect(errors).toEqual([
      expect.objectContaining({ code: 'VALIDATION_FAILED', field: ['newPartnerCompany'], reason: 'notBoth' }),
    ]);
  });

  test('adds no second firm of a name, in whatever case', async () => {
    const owner = await (await aCompany()).anOwner();
    await addPartner(owner, { newPartnerCompany: { name: 'Keukens Maes' } });
    const { errors } = await addPartner(owner, {
      email: 'b@example.com',
      newPartnerCompany: { name: ' KEUKENS  maes' },
    });
    expect(errors).toEqual([
      expect.objectContaining({
        code: 'VALIDATION_FAILED',
        field: ['newPartnerCompany', 'name'],
        reason: 'duplicate',
      }),
    ]);
  });

  test('of two who add a firm at once, one is refused and leaves no partner without it', async () => {
    const owner = await (await aCompany()).anOwner();
    const answers = await Promise.all(
      ['a', 'b'].map((name) =>
        addPartner(owner, { email: `${name}@example.com`, newPartnerCompany: { name: 'Maes' } }),
      ),
    );
    const codes = answers.flatMap((answer) => answer.errors.map(({ code }: { code: string }) => code));
    expect(codes).toHaveLength(1);
    expect(['CONFLICT', 'VALIDATION_FAILED']).toContain(codes[0]);
    expect(await everybody(owner)).toHaveLength(1);
  });

  test('leaves no firm behind when refused', async () => {
    const owner = await (await aCompany()).anOwner();
    await owner.company.aCustomer({ email: 'sofie@example.com' });
    const { errors } = await addPartner(owner, { newPartnerCompany: { name: 'Keukens Maes' } });
    expect(errors).toEqual([expect.objectContaining({ code: 'DUPLICATE_EMAIL' })]);
    expect(await owner.company.as('system').rows(PartnerCompany)).toEqual([]);
  });

  test('A3: cannot join a firm of another company', async () => {
    const theirs = await (await aCompany()).anOwner();
    const { contact } = await addPartner(theirs, { newPartnerCompany: { name: 'Keukens Maes' } });
    const owner = await (await aCompany()).anOwner();
    const { codes } = await addPartner(owner, { partnerCompanyId: contact.partnerCompany.id });
    expect(codes).toEqual(['NOT_FOUND']);
    expect((await addPartner(owner, { partnerCompanyId: 'no-such-id' })).codes).toEqual(['NOT_FOUND']);
    expect(await everybody(owner)).toEqual([]);
  });
});
