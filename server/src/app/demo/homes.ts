import { LevelType } from '../../features/projects/level.entity';
import { SpaceKind } from '../../features/projects/space.entity';
import { SaleState, UnitType } from '../../features/projects/unit.enums';
import type { PlanName } from './drawings/plan';

const { AVAILABLE, HANDED_OVER, IN_OPTION, NOT_FOR_SALE, SOLD } = SaleState;

export interface DemoUnit {
  number: string;
  type: UnitType;
  surface: string;
  floor?: number;
  rooms?: number;
  price: string;
  saleState: SaleState;
  plan?: PlanName;
}

export interface DemoLevel {
  type: LevelType;
  name: string;
  levels?: DemoLevel[];
  units?: DemoUnit[];
}

type Row = [number: string, surface: string, rooms: number, price: string, saleState: SaleState];

/** The second digit of an apartment's number is its floor. */
const apartments = (rows: Row[]): DemoUnit[] =>
  rows.map(([number, surface, rooms, price, saleState]) => ({
    number,
    type: UnitType.APARTMENT,
    surface,
    floor: Number(number[1]),
    rooms,
    price,
    saleState,
    plan: rooms === 1 ? 'oneBedroom' : 'twoBedrooms',
  }));

const houses = (rows: Row[]): DemoUnit[] =>
  rows.map(([number, surface, rooms, price, saleState]) => ({
    number,
    type: UnitType.HOUSE,
    surface,
    rooms,
    price,
    saleState,
    plan: 'twoFloors',
  }));

const shop: DemoUnit = {
  number: 'A0.01',
  type: UnitType.SHOP,
  surface: '96.50',
  floor: 0,
  price: '312000',
  saleState: AVAILABLE,
};

const alder = [
  shop,
  ...apartments([
    ['A0.02', '88.40', 2, '296000', HANDED_OVER],
    ['A0.03', '61.20', 1, '228000', HANDED_OVER],
    ['A1.01', '94.80', 2, '318000', HANDED_OVER],
    ['A1.02', '91.60', 2, '309000', SOLD],
    ['A1.03', '62.50', 1, '236000', SOLD],
    ['A2.01', '94.80', 2, '327000', SOLD],
    ['A2.02', '91.60', 2, '318000', SOLD],
    ['A2.03', '62.50', 1, '243000', IN_OPTION],
    ['A3.01', '94.80', 2, '339000', SOLD],
    ['A3.02', '91.60', 2, '329000', AVAILABLE],
    ['A3.03', '104.30', 2, '398000', AVAILABLE],
  ]),
];

const birch = apartments([
  ['B0.01', '86.00', 2, '289000', SOLD],
  ['B0.02', '59.70', 1, '219000', AVAILABLE],
  ['B1.01', '86.00', 2, '294000', AVAILABLE],
  ['B1.02', '59.70', 1, '225000', AVAILABLE],
  ['B2.01', '86.00', 2, '301000', AVAILABLE],
  ['B2.02', '59.70', 1, '231000', AVAILABLE],
  ['B3.01', '86.00', 2, '312000', AVAILABLE],
  ['B3.02', '98.10', 2, '365000', NOT_FOR_SALE],
]);

const row = houses([
  ['H1', '138.50', 3, '449000', AVAILABLE],
  ['H2', '134.20', 3, '439000', AVAILABLE],
  ['H3', '134.20', 3, '439000', NOT_FOR_SALE],
  ['H4', '141.00', 3, '458000', NOT_FOR_SALE],
]);

const { BUILDING, LOT, PHASE } = LevelType;

/** The tree of De Meander: two phases, two lots, two buildings, 24 homes. */
export const levelsOfMeander: DemoLevel[] = [
  { type: PHASE, name: 'Phase 1 · Waterfront', levels: [{ type: BUILDING, name: 'Alder', units: alder }] },
  {
    type: PHASE,
    name: 'Phase 2 · Gardens',
    levels: [
      { type: LOT, name: 'Lot 3', levels: [{ type: BUILDING, name: 'Birch', units: birch }] },
      { type: LOT, name: 'Lot 4', units: row },
    ],
  },
];

export const villa: DemoUnit = {
  number: '1',
  type: UnitType.HOUSE,
  surface: '186.40',
  rooms: 4,
  price: '564000',
  saleState: SOLD,
  plan: 'twoFloors',
};

/** The number of a unit, `villa`, or null where a space is still to be had. */
type SpaceRow = [name: string, kind: SpaceKind, price: string | null, of: string | null];
const { GARDEN, PARKING, STORAGE } = SpaceKind;

export const spacesOfMeander: SpaceRow[] = [
  ['P1', PARKING, '24000', 'A0.02'],
  ['P2', PARKING, '24000', 'A0.03'],
  ['P3', PARKING, '24000', 'A1.01'],
  ['P4', PARKING, '24000', 'A1.01'],
  ['P5', PARKING, '24000', 'A1.02'],
  ['P6', PARKING, '24000', 'A2.01'],
  ['P7', PARKING, '24000', 'A2.02'],
  ['P8', PARKING, '24000', 'A3.01'],
  ['P9', PARKING, '24000', null],
  ['P10', PARKING, '24000', null],
  ['C1', STORAGE, '6500', 'A0.02'],
  ['C2', STORAGE, '6500', 'A1.01'],
  ['C3', STORAGE, '6500', 'A1.02'],
  ['C4', STORAGE, '6500', 'A1.03'],
  ['C5', STORAGE, '6500', null],
  ['G1', GARDEN, null, 'A0.02'],
  ['G2', GARDEN, null, 'A0.03'],
];

export const spacesOfVilla: SpaceRow[] = [
  ['Carport', PARKING, '18500', 'villa'],
  ['South side', GARDEN, null, 'villa'],
];

const unitsIn = (levels: DemoLevel[]): DemoUnit[] =>
  levels.flatMap(({ levels: inside = [], units = [] }) => [...unitsIn(inside), ...units]);

/** Which plan every unit has, by its number. */
export const planOf: Record<string, PlanName> = Object.fromEntries(
  [...unitsIn(levelsOfMeander), villa].flatMap(({ number, plan }) => (plan ? [[number, plan]] : [])),
);
