import { ErrorCode, invalid, invalidTransition, refuse } from '../../platform/errors';
import { minorFromDecimal } from '../../platform/money';
import { cleared, given } from './changed-fields';
import type { Unit } from './unit.entity';
import { SaleState } from './unit.enums';
import type { UnitChange } from './unit.types';

/** Neither held for somebody nor bought: only then may the price change, or the unit go. */
export const isFree = ({ saleState }: Unit) =>
  saleState === SaleState.NOT_FOR_SALE || saleState === SaleState.AVAILABLE;

/** What a change as typed comes to in the row, or why not. */
export function changesOf(
  unit: Unit,
  { basePrice, forSale, vatRegime, ...change }: UnitChange,
): Partial<Unit> {
  const changes = given<Partial<Unit>>({
    ...change,
    basePriceMinor: newPrice(unit, basePrice),
    vatRegime: cleared(vatRegime),
    saleState: newSaleState(unit, forSale),
  });
  checkDates({ ...unit, ...changes });
  return changes;
}

function newPrice(unit: Unit, basePrice: string | null | undefined): number | null | undefined {
  if (basePrice === undefined) return undefined;
  const field = ['change', 'basePrice'];
  const minor = minorFromDecimal(basePrice, unit.currency, field);
  if (minor !== unit.basePriceMinor && !isFree(unit)) {
    throw refuse(ErrorCode.LOCKED, 'The price is frozen while the unit is held or sold.', {
      field,
      reason: 'priceFrozen',
    });
  }
  return minor;
}

function newSaleState(unit: Unit, forSale: boolean | undefined): SaleState | undefined {
  if (forSale === undefined) return undefined;
  const wanted = forSale ? SaleState.AVAILABLE : SaleState.NOT_FOR_SALE;
  if (!isFree(unit)) throw invalidTransition(unit.saleState, wanted);
  return wanted;
}

function checkDates(unit: Unit): void {
  const start = unit.provisionalAcceptanceOn;
  for (const field of ['finalAcceptanceOn', 'warrantyUntil', 'structuralWarrantyUntil'] as const) {
    if (start && unit[field] && unit[field] < start) {
      throw invalid(['change', field], 'beforeProvisional', 'This lies before the provisional acceptance.');
    }
  }
}
