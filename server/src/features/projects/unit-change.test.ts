import { aCompany, type Someone } from '../../../test/world';
import { AuditEvent } from '../../platform/audit/audit-event.entity';
import { sql } from '../../platform/database/sql';
import { Unit } from './unit.entity';

const UPDATE = `mutation ($input: UpdateUnitInput!) { updateUnit(input: $input) {
  unit { id number type surface floor rooms basePrice { amount currency } vatRegime saleState plannedHandoverOn
         provisionalAcceptanceOn finalAcceptanceOn warrantyUntil structuralWarrantyUntil approvalRule version }
  errors { code field reason from to limit } } }`;

async function update(who: Someone, id: string, change: object, version = 1) {
  const { data, codes } = await who.ask(UPDATE, { input: { id, version, change } });
  return { codes, ...data?.updateUnit };
}

async function aSite() {
  const builder = await aCompany();
  const owner = await builder.anOwner();
  const project = await builder.aProject({ name: 'Site' });
  return { builder, owner, project };
}

describe('changing', () => {
  test('what is left out stays, null clears, and the tree shows the new number', async () => {
    const { builder, owner, project } = await aSite();
    const { id } = await builder.aUnit({ projectId: project.id, number: 'A1' });
    const facts = {
      number: 'B7',
      type: 'OFFICE',
      surface: '120.25',
      floor: 0,
      rooms: 4,
      vatRegime: '6 %',
      plannedHandoverOn: '2027-03-01',
      approvalRule: 'ALL',
    };
    expect(await update(owner, id, { ...facts, basePrice: '0' })).toMatchObject({
      unit: { ...facts, basePrice: { amount: '0.00' }, version: 2 },
      errors: [],
    });
    const { data } = await owner.ask('query ($id: ID!) { project(id: $id) { levels { name } } }', {
      id: project.id,
    });
    expect(data.project.levels).toEqual([{ name: 'Site' }, { name: 'B7' }]);
    const nothing = {
      surface: null,
      floor: null,
      rooms: null,
      vatRegime: '',
      basePrice: null,
      plannedHandoverOn: null,
    };
    expect(await update(owner, id, nothing, 2)).toMatchObject({
      unit: { ...nothing, vatRegime: null, number: 'B7', type: 'OFFICE', version: 3 },
    });
    expect(await builder.auditTrail()).toEqual(['unit.updated', 'unit.updated']);
    const [entry] = await builder.as('system').rows(AuditEvent, { orderBy: sql`row.id` });
    expect(entry!.changes).toContainEqual({ field: 'number', before: 'A1', after: 'B7' });
  });

  test('a number is used once in a project, whatever the case, and may be written differently by its own unit', async () => {
    const { builder, owner, project } = await aSite();
    const { id } = await builder.aUnit({ projectId: project.id, number: 'a1' });
    await builder.aUnit({ projectId: project.id, number: 'A2' });
    expect(await update(owner, id, { number: 'a2' })).toMatchObject({
      unit: null,
      errors: [{ code: 'VALIDATION_FAILED', field: ['change', 'number'], reason: 'inUse' }],
    });
    expect(await update(owner, id, { number: 'A1' })).toMatchObject({ unit: { number: 'A1' } });
    const other = await builder.aUnit({ number: 'A2' });
    expect(await update(owner, other.id, { number: 'A1' })).toMatchObject({ errors: [] });
  });

  test('it is offered and taken off again; every other step is not taken so', async () => {
    const { builder, owner, project } = await aSite();
    const { id } = await builder.aUnit({ projectId: project.id });
    expect(await update(owner, id, { forSale: false })).toMatchObject({
      unit: { saleState: 'NOT_FOR_SALE' },
    });
    expect(await update(owner, id, { forSale: true }, 2)).toMatchObject({ unit: { saleState: 'AVAILABLE' } });
    for (const saleState of ['IN_OPTION', 'SOLD', 'HANDED_OVER'] as const) {
      const held = await builder.aUnit({ projectId: project.id, saleState });
      expect(await update(owner, held.id, { forSale: false })).toMatchObject({
        unit: null,
        errors: [{ code: 'INVALID_TRANSITION', from: saleState, to: 'NOT_FOR_SALE' }],
      });
    }
  });

  test('the price is frozen while the unit is held or sold', async () => {
    const { builder, owner, project } = await aSite();
    for (const saleState of ['IN_OPTION', 'SOLD'] as const) {
      const { id } = await builder.aUnit({ projectId: project.id, saleState });
      expect(await update(owner, id, { basePrice: '1' })).toMatchObject({
        errors: [{ code: 'LOCKED', field: ['change', 'basePrice'], reason: 'priceFrozen' }],
      });
      expect(await update(owner, id, { basePrice: '285000', floor: 1 })).toMatchObject({
        unit: { floor: 1 },
        errors: [],
      });
    }
  });

  test.each(['finalAcceptanceOn', 'warrantyUntil', 'structuralWarrantyUntil'])(
    '%s does not lie before the provisional acceptance, whichever was said first',
    async (field) => {
      const { builder, owner, project } = await aSite();
      const { id } = await builder.aUnit({ projectId: project.id });
      const refusal = {
        errors: [{ code: 'VALIDATION_FAILED', field: ['change', field], reason: 'beforeProvisional' }],
      };
      expect(
        await update(owner, id, { provisionalAcceptanceOn: '2026-05-02', [field]: '2026-05-01' }),
      ).toMatchObject(refusal);
      expect(
        await update(owner, id, { provisionalAcceptanceOn: '2026-05-02', [field]: '2026-05-02' }),
      ).toMatchObject({
        unit: { [field]: '2026-05-02' },
      });
      expect(await update(owner, id, { provisionalAcceptanceOn: '2026-05-03' }, 2)).toMatchObject(refusal);
    },
  );

  test.each(['2026-02-30', '0000-01-01', 'tomorrow', ''])('%j is no day', async (plannedHandoverOn) => {
    const { builder, owner } = await aSite();
    const { id } = await builder.aUnit();
    expect(await update(owner, id, { plannedHandoverOn })).toEqual({ codes: ['BAD_USER_INPUT'] });
  });

  test('of two who edit the same version, the second is told', async () => {
    const { builder, owner } = await aSite();
    const { id } = await builder.aUnit();
    await update(owner, id, { floor: 1 });
    expect(await update(owner, id, { floor: 2 })).toMatchObject({
      unit: null,
      errors: [{ code: 'STALE_VERSION' }],
    });
  });

  test('an administrator of the project changes the structure, never the price', async () => {
    const { builder, project } = await aSite();
    const { id } = await builder.aUnit({ projectId: project.id });
    const administrator = await builder.anAdministrator({ projects: [project] });
    expect(await update(administrator, id, { floor: 3, forSale: false })).toMatchObject({
      unit: { floor: 3, basePrice: { amount: '285000.00' } },
    });
    for (const basePrice of ['1', '285000.00', null]) {
      expect(await update(administrator, id, { basePrice, floor: 4 }, 2)).toEqual({ codes: ['FORBIDDEN'] });
    }
    const unit = await builder.as('system').row(Unit, sql`row.id = ${id}`);
    expect(unit).toMatchObject({ floor: 3, basePriceMinor: 28_500_000 });
  });

  test('a buyer changes nothing of her own home, and the neighbour’s does not exist for her', async () => {
    const { builder, project } = await aSite();
    const home = await builder.aUnit({ projectId: project.id, saleState: 'SOLD' });
    const neighbour = await builder.aUnit({ projectId: project.id, saleState: 'SOLD' });
    const customer = await builder.aBuyer(home);
    expect(await update(customer, home.id, { floor: 9 })).toEqual({ codes: ['FORBIDDEN'] });
    expect(
      (await customer.ask('query ($id: ID!) { unit(id: $id) { number } }', { id: neighbour.id })).codes,
    ).toEqual(['NOT_FOUND']);
  });
});
