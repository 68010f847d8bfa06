import { event } from '../../platform/events';

/** A unit has just become sold. */
export const unitSold = event<{ unitId: string }>('unit.sold');

/** A sale was undone: the unit can be bought again. */
export const unitFreed = event<{ unitId: string }>('unit.freed');
