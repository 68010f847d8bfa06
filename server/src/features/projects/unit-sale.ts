import { audit } from '../../platform/audit/audit';
import type { RecordedChange } from '../../platform/audit/audit-event.entity';
import { invalid, invalidTransition } from '../../platform/errors';
import { publish } from '../../platform/live';
import { minorFromDecimal } from '../../platform/money';
import type { Transaction } from '../../platform/request-context';
import { ownCompany } from '../companies/company.loader';
import { unitFreed, unitSold } from './project.events';
import { Unit } from './unit.entity';
import { SaleState } from './unit.enums';

interface Sale {
  price?: string | null;
  /** A calendar day in the company's time zone; today where nothing is given. */
  soldOn?: string | null;
}

/** State machine 2: sells a unit that is free or held for somebody. The price is frozen with it. */
export async function sellUnit(tx: Transaction, unit: Unit, { price, soldOn }: Sale): Promise<void> {
  if (unit.saleState !== SaleState.AVAILABLE && unit.saleState !== SaleState.IN_OPTION) {
    throw invalidTransition(unit.saleState, SaleState.SOLD);
  }
  const soldPriceMinor = minorFromDecimal(price, unit.currency, 'price') ?? unit.basePriceMinor;
  const { timeZone } = await ownCompany(tx);
  await tx.change(Unit, unit.id, unit.version, {
    saleState: SaleState.SOLD,
    soldAt: momentOfSale(soldOn ?? null, timeZone),
    soldPriceMinor,
  });
  await audit(tx, 'unit.sold', { ...about(unit), changes: [transition(unit, SaleState.SOLD)] });
  await tx.emit(unitSold, { unitId: unit.id });
  publish(tx, null);
}

/** Undoes a sale. The caller has made sure that no buyer is left. */
export async function freeUnit(tx: Transaction, unit: Unit): Promise<void> {
  await audit(tx, 'unit.freed', { ...about(unit), changes: [await undoSale(tx, unit)] });
}

/** The same as a part of a greater command, whose one entry in the audit log tells the change that this returns. */
export async function undoSale(tx: Transaction, unit: Unit): Promise<RecordedChange> {
  if (unit.saleState !== SaleState.SOLD) throw invalidTransition(unit.saleState, SaleState.AVAILABLE);
  await tx.change(Unit, unit.id, unit.version, {
    saleState: SaleState.AVAILABLE,
    soldAt: null,
    soldPriceMinor: null,
  });
  await tx.emit(unitFreed, { unitId: unit.id });
  publish(tx, null);
  return transition(unit, SaleState.AVAILABLE);
}

const about = ({ id, projectId }: Unit) => ({ object: { type: 'Unit', id }, projectId });

const transition = ({ saleState }: Unit, after: SaleState) => ({
  field: 'saleState',
  before: saleState,
  after,
});

/** Noon of the day, so that it is the same day wherever it is read in Europe. */
function momentOfSale(day: string | null, timeZone: string): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());
  if (day && day > today) throw invalid('soldOn', 'future', 'A sale cannot lie in the future.');
  return day && day < today ? `${day}T12:00:00.000Z` : new Date().toISOString();
}
