import { uuidv7 } from '../../platform/database/uuid';
import { Refusal, invalid, type Trouble } from '../../platform/errors';
import { minorFromDecimal } from '../../platform/money';
import type { Transaction } from '../../platform/request-context';
import { Level, LevelType } from './level.entity';
import { unitNumberKey } from './unit-number';
import { Unit } from './unit.entity';
import { ApprovalRule, SaleState } from './unit.enums';
import type { NewUnit } from './unit.types';

export const numberInUse = (field: string[]) =>
  invalid(field, 'inUse', 'Another unit of this project has this number.');

/** What is wrong with units to be added, each trouble at its row; `used` are the keys of numbers that are taken. */
export function troublesOfRows(
  units: readonly NewUnit[],
  used: ReadonlySet<string>,
  currency: string,
): Trouble[] {
  const keys = units.map(({ number }) => unitNumberKey(number));
  return units.flatMap((unit, row) => {
    const at = (field: string) => ['units', String(row), field];
    const twice = used.has(keys[row]!) || keys.indexOf(keys[row]!) < row;
    const offered = unit.saleState ?? SaleState.AVAILABLE;
    return [
      ...(twice ? numberInUse(at('number')).troubles : []),
      ...(offered === SaleState.AVAILABLE || offered === SaleState.NOT_FOR_SALE
        ? []
        : invalid(at('saleState'), 'invalid', 'A new unit is available or not for sale.').troubles),
      ...troublesOf(() => minorFromDecimal(unit.basePrice, currency, at('basePrice'))),
    ];
  });
}

function troublesOf(check: () => unknown): readonly Trouble[] {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.troubles;
    throw error;
  }
}

/** A unit and its place in the tree, which share an id. */
export async function insertUnit(
  tx: Transaction,
  parent: Level,
  unit: NewUnit,
  { position, currency }: { position: number; currency: string },
): Promise<string> {
  const id = uuidv7();
  const { projectId } = parent;
  const path = `${parent.path}/${id}`;
  await tx.insert(Level, {
    id,
    projectId,
    parentId: parent.id,
    type: LevelType.UNIT,
    name: unit.number,
    path,
    position,
  });
  await tx.insert(Unit, {
    id,
    projectId,
    number: unit.number,
    numberKey: unitNumberKey(unit.number),
    type: unit.type,
    surface: unit.surface ?? null,
    floor: unit.floor ?? null,
    rooms: unit.rooms ?? null,
    basePriceMinor: minorFromDecimal(unit.basePrice, currency, 'basePrice'),
    currency,
    vatRegime: unit.vatRegime || null,
    saleState: unit.saleState ?? SaleState.AVAILABLE,
    approvalRule: ApprovalRule.ANY,
  });
  return id;
}
