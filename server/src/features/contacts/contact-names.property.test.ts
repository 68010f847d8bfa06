import fc from 'fast-check';
import { aCompany } from '../../../test/world';

const CREATE = `mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { contact { id name email } errors { code field } } }`;
const FIND = `query ($search: String) { contacts(search: $search) { totalCount edges { node { id } } } }`;

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 90 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      '\u0000',
      '\u202e',
      '\ud800',
      '\n',
      '%',
      '_',
      '\\',
      "'",
      '"',
      '<',
      'é',
      'ß',
      ' ',
      '\u200b',
    ),
  }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'null',
    'İstanbul',
    '‮evil',
    '𝕊𝕠𝕗𝕚𝕖',
    'ﷺ'.repeat(80),
    'x'.repeat(100_000),
  ),
);
const address = fc.oneof(
  fc.emailAddress(),
  nasty,
  fc.tuple(nasty, nasty).map((parts) => parts.join('@')),
);

test('B10: whatever is typed as name and address is taken or refused at its field, and what is taken is found', async () => {
  const owner = await (await aCompany()).anOwner();
  await fc.assert(
    fc.asyncProperty(nasty, nasty, fc.option(address), nasty, async (firstName, lastName, email, city) => {
      const { data, codes } = await owner.ask(CREATE, {
        input: { firstName, lastName, email, address: { city } },
      });
      expect(codes).toEqual([]);
      const { contact, errors } = data.createCustomer;
      expect(contact === null).toBe(errors.length > 0);
      for (const { code, field } of errors) {
        expect(['VALIDATION_FAILED', 'DUPLICATE_EMAIL']).toContain(code);
        expect(['firstName', 'lastName', 'email', 'address']).toContain(field?.[0]);
      }
      if (!contact) return;
      const search = contact.name.slice(0, 20);
      const found = await owner.ask(FIND, { search });
      if (found.codes.length === 0 && search.isWellFormed())
        expect(found.data.contacts.totalCount).toBeGreaterThan(0);
      expect(found.codes.filter((code) => code !== 'VALIDATION_FAILED')).toEqual([]);
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('B10: whatever is searched for, the list answers', async () => {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  await builder.aCustomer();
  await fc.assert(
    fc.asyncProperty(nasty, async (search) => {
      const { codes } = await owner.ask(FIND, { search });
      expect(codes.filter((code) => code !== 'VALIDATION_FAILED')).toEqual([]);
    }),
    { numRuns: 150 },
  );
}, 60_000);
