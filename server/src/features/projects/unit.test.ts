import fc from 'fast-check';
import { aCompany, type Someone, type Answer } from '../../../test/world';
import { ProjectKind } from './project.entity';
import { unitNumberKey } from './unit-number';

const ADD = `mutation ($input: AddUnitsInput!) { addUnits(input: $input) {
  units { id number type surface floor rooms basePrice { amount currency } vatRegime saleState location { name } }
  project { unitCount } errors { code field reason limit } } }`;
const LIST = `query ($id: ID!, $search: String, $saleState: [SaleState!], $sort: UnitSort, $first: Int, $after: String) {
  project(id: $id) { units(search: $search, saleState: $saleState, sort: $sort, first: $first, after: $after) {
    edges { node { number } } pageInfo { hasNextPage endCursor } totalCount } } }`;

const flat = (number: string, more: object = {}) => ({ number, type: 'APARTMENT', ...more });

async function add(who: Someone, projectId: string, units: object[], parentId?: string) {
  const { data, codes } = await who.ask(ADD, { input: { projectId, parentId, units } });
  return { codes, ...data?.addUnits };
}

async function aSite() {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const project = await builder.aProject({ name: 'Site' });
  return { builder, owner, project };
}

describe('adding', () => {
  test('several units are added at once, where they stand, in the order given', async () => {
    const { builder, owner, project } = await aSite();
    const building = await builder.aBuilding({ projectId: project.id, name: 'Block A' });
    const full = {
      surface: '92.50',
      floor: 2,
      rooms: 3,
      basePrice: '285000.5',
      vatRegime: ' 21 % ',
      saleState: 'NOT_FOR_SALE',
    };
    const answer = await add(owner, project.id, [flat('A2', full), flat('A10')], building.id);
    expect(answer).toMatchObject({ codes: [], errors: [], project: { unitCount: 2 } });
    expect(answer.units).toEqual([
      {
        id: expect.any(String),
        number: 'A2',
        type: 'APARTMENT',
        ...full,
        basePrice: { amount: '285000.50', currency: 'EUR' },
        vatRegime: '21 %',
        location: [{ name: 'Site' }, { name: 'Block A' }],
      },
      expect.objectContaining({ number: 'A10', saleState: 'AVAILABLE', basePrice: null, surface: null }),
    ]);
    expect(await builder.auditTrail()).toEqual(['units.added']);
  });

  test('of several buyers any one decides, unless the unit says otherwise', async () => {
    const { owner, project } = await aSite();
    const { units } = await add(owner, project.id, [flat('A1')]);
    const { data } = await owner.ask('query ($id: ID!) { unit(id: $id) { approvalRule } }', {
      id: units[0].id,
    });
    expect(data.unit.approvalRule).toBe('ANY');
  });

  test('all or none: what is wrong is said for every row at once', async () => {
    const { builder, owner, project } = await aSite();
    await builder.aUnit({ projectId: project.id, number: 'A1' });
    const answer = await add(owner, project.id, [
      flat('B1'),
      flat('a1'),
      flat('B2', { basePrice: '10.999', saleState: 'SOLD' }),
      flat('b1', { basePrice: '-1' }),
    ]);
    expect(answer).toMatchObject({ units: [], project: null });
    expect(
      answer.errors.map(({ code, field, reason }: Answer['data']) => [code, field.join('.'), reason]),
    ).toEqual([
      ['VALIDATION_FAILED', 'units.1.number', 'inUse'],
      ['VALIDATION_FAILED', 'units.2.saleState', 'invalid'],
      ['VALIDATION_FAILED', 'units.2.basePrice', 'invalid'],
      ['VALIDATION_FAILED', 'units.3.number', 'inUse'],
      ['VALIDATION_FAILED', 'units.3.basePrice', 'negative'],
    ]);
    const { data } = await owner.ask(LIST, { id: project.id });
    expect(data.project.units.totalCount).toBe(1);
    expect(await builder.auditTrail()).toEqual([]);
  });

  test('what cannot be stored is refused at its field', async () => {
    const { owner, project } = await aSite();
    const answer = await add(owner, project.id, [
      flat(' ', { floor: 301, rooms: -1, surface: '-3' }),
      flat('x'.repeat(41), { floor: -21, surface: '1000001', vatRegime: 'x'.repeat(61) }),
    ]);
    expect(answer.errors.map(({ field, reason }: Answer['data']) => [field.join('.'), reason])).toEqual(
      expect.arrayContaining([
        ['units.0.number', 'required'],
        ['units.0.floor', 'tooLarge'],
        ['units.0.rooms', 'tooSmall'],
        ['units.0.surface', 'tooSmall'],
        ['units.1.number', 'tooLong'],
        ['units.1.floor', 'tooSmall'],
        ['units.1.surface', 'tooLarge'],
        ['units.1.vatRegime', 'tooLong'],
      ]),
    );
    expect(answer.errors).toHaveLength(8);
  });

  test.each([
    [0, 'required', null],
    [201, 'tooMany', 200],
  ])('%d units at once are refused', async (count, reason, limit) => {
    const { owner, project } = await aSite();
    const units = Array.from({ length: count }, (_, index) => flat(`${index}`));
    expect(await add(owner, project.id, units)).toMatchObject({
      units: [],
      errors: [{ code: 'VALIDATION_FAILED', field: ['units'], reason, limit }],
    });
  });

  test('two hundred units at once are taken', async () => {
    const { owner, project } = await aSite();
    const units = Array.from({ length: 200 }, (_, index) => flat(`${index}`));
    const answer = await add(owner, project.id, units);
    expect(answer.units.map(({ number }: Answer['data']) => number)).toEqual(
      units.map(({ number }) => number),
    );
  });

  test('of two who take the same number at once, one is told at the field', async () => {
    const { owner, project } = await aSite();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => add(owner, project.id, [flat('A1')])),
    );
    const codes = outcomes.map(({ errors, codes: thrown }) =>
      [errors[0]?.field?.join('.') ?? 'done', ...thrown].join(),
    );
    expect(codes.sort()).toEqual(['done', ...Array<string>(9).fill('units.0.number')]);
  });

  test('a single home has one unit and gets no other', async () => {
    const { builder, owner } = await aSite();
    const home = await builder.aProject({ kind: ProjectKind.SINGLE });
    expect(await add(owner, home.id, [flat('2')])).toMatchObject({
      errors: [{ code: 'VALIDATION_FAILED', field: ['projectId'], reason: 'singleUnit' }],
    });
  });

  test('nothing stands in a unit, or in a level of another project', async () => {
    const { builder, owner, project } = await aSite();
    const unit = await builder.aUnit({ projectId: project.id });
    expect(await add(owner, project.id, [flat('A1')], unit.id)).toMatchObject({
      errors: [{ field: ['parentId'] }],
    });
    const elsewhere = await builder.aBuilding({ projectId: (await builder.aProject()).id });
    expect(await add(owner, project.id, [flat('A1')], elsewhere.id)).toEqual({ codes: ['NOT_FOUND'] });
  });

  test('an administrator of the project adds units, but without prices', async () => {
    const { builder, project } = await aSite();
    const administrator = await builder.anAdministrator({ projects: [project] });
    expect(await add(administrator, project.id, [flat('A1')])).toMatchObject({
      errors: [],
      units: [{ number: 'A1' }],
    });
    const priced = [flat('A2'), flat('A3', { basePrice: '1' })];
    expect(await add(administrator, project.id, priced)).toEqual({ codes: ['FORBIDDEN'] });
    const outsider = await builder.anAdministrator();
    expect(await add(outsider, project.id, [flat('A4')])).toEqual({ codes: ['NOT_FOUND'] });
  });
});

describe('the list', () => {
  test('counts as people do, in both directions, page by page', async () => {
    const { owner, project } = await aSite();
    const numbers = ['A2', 'A10', 'A1', 'b1', '10', '9', '101'];
    await add(
      owner,
      project.id,
      numbers.map((number) => flat(number)),
    );
    const pages = async (sort: string) => {
      const found: string[] = [];
      let after: string | null = null;
      do {
        const { data }: { data: Answer['data'] } = await owner.ask(LIST, {
          id: project.id,
          sort,
          first: 3,
          after,
        });
        const { edges, pageInfo, totalCount } = data.project.units;
        expect(totalCount).toBe(numbers.length);
        found.push(...edges.map(({ node }: Answer['data']) => node.number));
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after);
      return found;
    };
    const order = ['9', '10', '101', 'A1', 'A2', 'A10', 'b1'];
    expect(await pages('NUMBER_ASC')).toEqual(order);
    expect(await pages('NUMBER_DESC')).toEqual(order.toReversed());
  });

  test('is searched by number and filtered by the state of the sale', async () => {
    const { builder, owner, project } = await aSite();
    for (const saleState of ['AVAILABLE', 'SOLD', 'IN_OPTION'] as const) {
      await builder.aUnit({ projectId: project.id, number: `X-${saleState}`, saleState });
    }
    const found = async (variables: object) => {
      const { data } = await owner.ask(LIST, { id: project.id, ...variables });
      return data.project.units.edges.map(({ node }: Answer['data']) => node.number);
    };
    expect(await found({ search: 'x-s' })).toEqual(['X-SOLD']);
    expect(await found({ search: '_' })).toEqual(['X-IN_OPTION']);
    expect(await found({ saleState: ['SOLD', 'AVAILABLE'] })).toEqual(['X-AVAILABLE', 'X-SOLD']);
    expect(await found({ saleState: [] })).toEqual([]);
  });

  test('is searched by buyer, and nobody learns so who else bought', async () => {
    const { builder, owner, project } = await aSite();
    const at = (number: string) => builder.aUnit({ projectId: project.id, number, saleState: 'SOLD' });
    const hers = await at('É1');
    const zoe = await builder.aBuyer(hers, { firstName: 'Zoë', lastName: 'Dupré' });
    await builder.aBuyer(hers, { firstName: 'Hugo', lastName: 'Martin' });
    await builder.aBuyer(await at('A2'), { firstName: 'Nadia', lastName: 'Dupré' });
    await at('A3');
    const found = async (who: Someone, search: string) => {
      const { data } = await who.ask(LIST, { id: project.id, search });
      return data.project.units.edges.map(({ node }: Answer['data']) => node.number);
    };
    expect(await found(owner, 'dupre')).toEqual(['A2', 'É1']);
    expect(await found(owner, 'ZOE é1')).toEqual(['É1']);
    expect(await found(owner, 'zoë martin')).toEqual(['É1']);
    expect(await found(owner, 'nadia martin')).toEqual([]);
    expect(await found(zoe, 'dupré')).toEqual(['É1']);
    expect(await found(zoe, 'martin')).toEqual([]);
  });
});

test('two numbers share a key exactly when they differ in case only', () => {
  const number = fc.string({
    unit: fc.constantFrom('a', 'A', 'é', '0', '1', '9', '.', '-', ' '),
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(number, number, (one, other) => {
      expect(unitNumberKey(one) === unitNumberKey(other)).toBe(one.toLowerCase() === other.toLowerCase());
    }),
    { numRuns: 2000 },
  );
});

test('B10: whatever is typed as a unit is taken as it is or refused at its field', async () => {
  const { owner, project } = await aSite();
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 45 }),
    fc.string({
      unit: fc.constantFrom('\u0000', '\u202e', '\ud800', '\n', "'", '\\', '<', 'é', ' ', '7'),
      maxLength: 8,
    }),
    fc.constantFrom('__proto__', 'x'.repeat(100_000), 'ﷺ'.repeat(41)),
  );
  const whole = fc.option(fc.oneof(fc.integer(), fc.integer({ min: -30, max: 310 })));
  const decimal = fc.option(
    fc.constantFrom('0', '-0.01', '1.2345', '999999999999999.9999', '99999999999.99', '1.10'),
  );
  const unit = fc.record({
    number: text,
    floor: whole,
    rooms: whole,
    surface: decimal,
    basePrice: decimal,
    vatRegime: fc.option(text),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(unit, { minLength: 1, maxLength: 3 }), async (rows) => {
      const { codes, units, errors } = await add(
        owner,
        project.id,
        rows.map((row) => ({ ...row, type: 'OTHER' })),
      );
      expect(codes).toEqual([]);
      expect(units).toHaveLength(errors.length > 0 ? 0 : rows.length);
      for (const { code, field } of errors) {
        expect(code).toBe('VALIDATION_FAILED');
        expect(field).toEqual(['units', expect.stringMatching(/^[012]$/), expect.any(String)]);
      }
    }),
    { numRuns: 80 },
  );
}, 60_000);
