import { aCompany, type TestCompany } from '../../../test/world';
import { sql } from '../../platform/database/sql';
import type { Refusal } from '../../platform/errors';
import type { Transaction } from '../../platform/request-context';
import { freeUnit, sellUnit } from './unit-sale';
import { Unit } from './unit.entity';

const unitOf = (builder: TestCompany, id: string) => builder.as('system').row(Unit, sql`row.id = ${id}`);

/** What a command on the unit as it stands comes to: null, or the refusal. */
async function attempt(
  builder: TestCompany,
  id: string,
  command: (tx: Transaction, unit: Unit) => Promise<void>,
) {
  const unit = await unitOf(builder, id);
  return builder
    .write((tx) => command(tx, unit!))
    .then(
      () => null,
      (error: Refusal) => error.troubles[0],
    );
}

test.each(['AVAILABLE', 'IN_OPTION'] as const)(
  'a unit that is %s is sold at its price, today',
  async (saleState) => {
    const builder = await aCompany();
    const { id } = await builder.aUnit({ saleState });
    expect(await attempt(builder, id, (tx, unit) => sellUnit(tx, unit, {}))).toBeNull();
    const sold = await unitOf(builder, id);
    expect(sold).toMatchObject({ saleState: 'SOLD', soldPriceMinor: 28_500_000, version: 2 });
    expect(Date.now() - Date.parse(sold!.soldAt!)).toBeLessThan(60_000);
    expect(await builder.auditTrail()).toEqual(['unit.sold']);
  },
);

test.each(['NOT_FOR_SALE', 'SOLD', 'HANDED_OVER'] as const)(
  'a unit that is %s cannot be sold',
  async (saleState) => {
    const builder = await aCompany();
    const { id } = await builder.aUnit({ saleState });
    expect(await attempt(builder, id, (tx, unit) => sellUnit(tx, unit, {}))).toMatchObject({
      code: 'INVALID_TRANSITION',
      from: saleState,
      to: 'SOLD',
    });
    expect(await unitOf(builder, id)).toMatchObject({ saleState, version: 1 });
    expect(await builder.auditTrail()).toEqual([]);
  },
);

test('price and day of the sale may be told', async () => {
  const builder = await aCompany();
  const { id } = await builder.aUnit();
  await attempt(builder, id, (tx, unit) => sellUnit(tx, unit, { price: '279500.50', soldOn: '2026-02-28' }));
  expect(await unitOf(builder, id)).toMatchObject({
    soldPriceMinor: 27_950_050,
    soldAt: '2026-02-28T12:00:00.000Z',
  });
});

test('a sale lies neither in the future nor below nothing', async () => {
  const builder = await aCompany();
  const { id } = await builder.aUnit();
  const sell = (sale: { price?: string; soldOn?: string }) =>
    attempt(builder, id, (tx, unit) => sellUnit(tx, unit, sale));
  expect(await sell({ soldOn: '2999-01-01' })).toMatchObject({ field: ['soldOn'], reason: 'future' });
  expect(await sell({ price: '-1' })).toMatchObject({ field: ['price'], reason: 'negative' });
  expect(await sell({ price: '1.999' })).toMatchObject({ field: ['price'], reason: 'invalid' });
  expect(await unitOf(builder, id)).toMatchObject({ saleState: 'AVAILABLE' });
});

test('of two who sell the same unit at once, one is told', async () => {
  const builder = await aCompany();
  const { id } = await builder.aUnit();
  const outcomes = await Promise.all(
    [1, 2, 3].map(() => attempt(builder, id, (tx, unit) => sellUnit(tx, unit, {}))),
  );
  expect(outcomes.map((trouble) => trouble?.code ?? 'done').sort()).toEqual([
    'STALE_VERSION',
    'STALE_VERSION',
    'done',
  ]);
});

test('a sale is undone without a trace in the unit', async () => {
  const builder = await aCompany();
  const { id } = await builder.aUnit();
  await attempt(builder, id, (tx, unit) => sellUnit(tx, unit, { price: '1' }));
  expect(await attempt(builder, id, freeUnit)).toBeNull();
  expect(await unitOf(builder, id)).toMatchObject({
    saleState: 'AVAILABLE',
    soldAt: null,
    soldPriceMinor: null,
  });
  expect(await builder.auditTrail()).toEqual(['unit.sold', 'unit.freed']);
});

test.each(['NOT_FOR_SALE', 'AVAILABLE', 'IN_OPTION', 'HANDED_OVER'] as const)(
  'there is no sale to undo where the unit is %s',
  async (saleState) => {
    const builder = await aCompany();
    const { id } = await builder.aUnit({ saleState });
    expect(await attempt(builder, id, freeUnit)).toMatchObject({
      code: 'INVALID_TRANSITION',
      from: saleState,
      to: 'AVAILABLE',
    });
  },
);
