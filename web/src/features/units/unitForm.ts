import type { SaleState, UnitType } from '../../gql/graphql';
import { decimalOf, numbersIn, wholeOf } from '../../platform/decimal';
import { orNull } from '../../platform/change';
import type { UserErrorLike } from '../../platform/errors';

export const unitTypes = [
  'APARTMENT',
  'HOUSE',
  'OFFICE',
  'SHOP',
  'GARAGE',
  'OTHER',
] as const satisfies readonly UnitType[];

export const saleStates = [
  'NOT_FOR_SALE',
  'AVAILABLE',
  'IN_OPTION',
  'SOLD',
  'HANDED_OVER',
] as const satisfies readonly SaleState[];

/** Numbers as they were typed, so that nothing typed is lost. */
export interface TypedUnit {
  number: string;
  type: UnitType;
  surface: string;
  floor: string;
  rooms: string;
  basePrice: string;
}

export const noUnit: TypedUnit = {
  number: '',
  type: 'APARTMENT',
  surface: '',
  floor: '',
  rooms: '',
  basePrice: '',
};

const names = { decimals: ['surface', 'basePrice'], wholes: ['floor', 'rooms'] };

export const numberTroubles = (unit: object, locale: string, path: string[] = []): UserErrorLike[] =>
  numbersIn(unit as Record<string, unknown>, names, locale, path);

/** What was typed, as the schema wants it; fields that are not there stay away. */
export function unitInput<U extends Partial<TypedUnit>>(unit: U, locale: string) {
  const { surface, floor, rooms, basePrice, ...rest } = unit;
  const decimal = (typed: string) => orNull(decimalOf(typed, locale));
  return {
    ...rest,
    ...(surface !== undefined && { surface: decimal(surface) }),
    ...(floor !== undefined && { floor: wholeOf(floor) }),
    ...(rooms !== undefined && { rooms: wholeOf(rooms) }),
    ...(basePrice !== undefined && { basePrice: decimal(basePrice) }),
  };
}
