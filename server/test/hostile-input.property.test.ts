import fc from 'fast-check';
import {
  GraphQLError,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
} from 'graphql';
import { AccessState, UnitBuyer } from '../src/features/access/unit-buyer.entity';
import { UnitLead } from '../src/features/sales/unit-lead.entity';
import { aCompany, theProduct, type Someone, type TestCompany } from './world';

/** What breaks programs that trust it: ends of numbers, text that is no text, ids of other things, days that never were. */
const texts = (ids: string[]) =>
  fc.oneof(
    fc.constantFrom(
      '',
      ' ',
      '\u0000',
      'a\u0000b',
      '\ud800',
      '\u202Egnp.exe',
      '%_\\',
      "'; DROP TABLE units; --",
      '<script>alert(1)</script>',
      '__proto__',
      'constructor',
      'null',
      'NaN',
      'infinity',
      '-infinity',
      '../../etc/passwd',
      'someone@example.com',
      'a@b.c\r\nBcc: all@example.com',
      '2026-02-30',
      '9999-12-31',
      '0000-00-00',
      'x'.repeat(3000),
      '🏡'.repeat(40),
      'ﷺ'.repeat(80),
      'İ'.repeat(60),
      'W10=',
      Buffer.from('["sortName,id","\u0000","x"]').toString('base64url'),
      Buffer.from('["id","x"]').toString('base64url'),
      Buffer.from('["at,id","yesterday",1e400]').toString('base64url'),
      Buffer.from('["createdAt,id",{},[]]').toString('base64url'),
    ),
    fc.constantFrom(...ids),
    fc.constantFrom(...ids).map((id) => id.toUpperCase()),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

const numbers = fc.oneof(
  fc.constantFrom(-2_147_483_648, -1, 0, 1, 2, 100, 101, 2_147_483_647),
  fc.integer({ min: -5, max: 5 }),
);
const decimals = fc.constantFrom(
  '0',
  '-0',
  '-1',
  '0.001',
  '999999999999999',
  '999999999999999.9999',
  '1',
  '285000.00',
);
const days = fc.constantFrom('1900-01-01', '2026-02-28', '2100-01-01', '9999-12-31');
const moments = fc.constantFrom(
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '2026-05-01T09:30:00+14:00',
);

function valueOf(type: GraphQLInputType, ids: string[], depth = 4): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return given(type.ofType as GraphQLInputType, ids, depth);
  return fc.option(given(type, ids, depth), { nil: null, freq: 6 });
}

function given(type: GraphQLInputType, ids: string[], depth: number): fc.Arbitrary<unknown> {
  if (isListType(type))
    return fc.array(valueOf(type.ofType as GraphQLInputType, ids, depth), { maxLength: 4 });
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name));
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    return fc.record(
      Object.fromEntries(fields.map((field) => [field.name, valueOf(field.type, ids, depth - 1)])),
      { requiredKeys: fields.filter((field) => isNonNullType(field.type)).map(({ name }) => name) },
    );
  }
  const name = getNamedType(type).name;
  if (name === 'ID') return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ids) }, texts(ids));
  if (name === 'Int') return numbers;
  if (name === 'Boolean') return fc.boolean();
  if (name === 'Decimal') return decimals;
  if (name === 'Date') return days;
  if (name === 'DateTime') return moments;
  if (name === '_Any') {
    return fc.record({
      __typename: fc.constantFrom('Company', 'Contact', 'Project', 'Unit', 'Space', 'Query', 'Nothing'),
      id: fc.oneof(texts(ids), numbers, fc.constantFrom(null, undefined, {}, [])),
    });
  }
  return texts(ids);
}

/** Every field down to a depth, so that what a change has broken is read at once. */
function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (!isObjectType(named)) return '{ __typename }';
  const fields = Object.values(named.getFields())
    .filter(({ args }) => args.every((arg) => !isNonNullType(arg.type) || arg.defaultValue !== undefined))
    .filter((field) => isLeafType(getNamedType(field.type)) || depth > 0)
    .map((field) => `${field.name} ${selectionOf(field.type, depth - 1)}`);
  return `{ __typename ${fields.join(' ')} }`;
}

function questionOf(root: string, { name, args, type }: GraphQLField<unknown, unknown>): string {
  const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const call = `${name}${args.length ? `(${passed})` : ''} ${selectionOf(type, 2)}`;
  return `${root}${args.length ? ` (${declared})` : ''} { ${call} }`;
}

interface Story {
  builder: TestCompany;
  ids: string[];
  people: Record<'owner' | 'customer', () => Promise<Someone>>;
}

async function aStory(): Promise<Story> {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const unit = await builder.aUnit({ saleState: 'SOLD' });
  const free = await builder.aUnit({ projectId: unit.projectId });
  const building = await builder.aBuilding({ projectId: unit.projectId });
  const administrator = await builder.anAdministrator({ projects: [{ id: unit.projectId }] });
  const lead = await builder.aLead();
  const partner = await builder.aPartner({ partnerCompanyId: (await builder.aPartnerCompany()).id });
  const customer = await builder.aBuyer(unit);
  const spare = await builder.aCustomer();
  const contactId = (await customer.viewer())!.contactId!;
  const [buyer, unitLead] = await builder.write(async (tx) => [
    await tx.insert(UnitBuyer, { unitId: unit.id, contactId: spare.id, accessState: AccessState.INVITED }),
    await tx.insert(UnitLead, { unitId: free.id, contactId: lead.id }),
  ]);
  return {
    builder,
    ids: [
      builder.id,
      unit.projectId,
      unit.id,
      free.id,
      building.id,
      administrator.memberId,
      owner.memberId,
      lead.id,
      partner.id,
      contactId,
      spare.id,
      buyer!.id,
      unitLead!.id,
      owner.identityId!,
    ],
    people: {
      owner: () => builder.anOwner(),
      customer: () => builder.signedIn(customer.identityId!),
    },
  };
}

const refusedBeforeItRan = (error: unknown) =>
  error instanceof GraphQLError && error.message.startsWith('Variable "$');

const seconds = Number(process.env['HOSTILE_SECONDS'] ?? 20);

test(
  'B10 no value, in any argument of any operation, is answered with an error of ours',
  async () => {
    const { schema } = await theProduct();
    const operations = (['query', 'mutation'] as const).flatMap((root) => {
      const type = root === 'query' ? schema.getQueryType()! : schema.getMutationType()!;
      return Object.values(type.getFields())
        .filter(({ args, name }) => args.length > 0 && name !== 'startImpersonation')
        .map((field) => ({ field, question: questionOf(root, field) }));
    });
    const story = await aStory();
    const until = Date.now() + seconds * 1000;
    const broken: unknown[] = [];
    let asked = 0;
    const owner = await story.people.owner();
    // In another order each time, so that a slow machine reaches every operation in the long run.
    for (let turn = Math.floor(Math.random() * operations.length); Date.now() < until; turn += 1) {
      const { field, question } = operations[(turn * 7) % operations.length]!;
      const args = fc.record(
        Object.fromEntries(field.args.map((arg) => [arg.name, valueOf(arg.type, story.ids)])),
      );
      const [variables] = fc.sample(args, 1);
      for (const someone of [owner, await story.people.customer()]) {
        try {
          const { codes } = await someone.ask(question, variables as Record<string, unknown>);
          if (codes.includes('INTERNAL_SERVER_ERROR')) throw new Error(codes.join());
        } catch (error) {
          if (!refusedBeforeItRan(error)) broken.push({ name: field.name, variables, error: String(error) });
        }
        asked += 1;
      }
    }
    expect(asked).toBeGreaterThan(operations.length);
    expect(broken).toEqual([]);
  },
  (seconds + 60) * 1000,
);
