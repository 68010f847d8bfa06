import { registerEnumType } from 'type-graphql';

export enum UnitType {
  HOUSE = 'HOUSE',
  APARTMENT = 'APARTMENT',
  OFFICE = 'OFFICE',
  SHOP = 'SHOP',
  GARAGE = 'GARAGE',
  OTHER = 'OTHER',
}

registerEnumType(UnitType, {
  name: 'UnitType',
  description: 'What is sold.',
  valuesConfig: {
    HOUSE: { description: 'A house.' },
    APARTMENT: { description: 'An apartment.' },
    OFFICE: { description: 'An office.' },
    SHOP: { description: 'A shop.' },
    GARAGE: { description: 'A garage sold on its own.' },
    OTHER: { description: 'Something else.' },
  },
});

export enum SaleState {
  NOT_FOR_SALE = 'NOT_FOR_SALE',
  AVAILABLE = 'AVAILABLE',
  IN_OPTION = 'IN_OPTION',
  SOLD = 'SOLD',
  HANDED_OVER = 'HANDED_OVER',
}

registerEnumType(SaleState, {
  name: 'SaleState',
  description: 'Where the sale of a unit stands.',
  valuesConfig: {
    NOT_FOR_SALE: { description: 'Not offered, or not yet.' },
    AVAILABLE: { description: 'Can be bought.' },
    IN_OPTION: { description: 'Held for somebody until a date.' },
    SOLD: { description: 'Sold; its buyers can be linked.' },
    HANDED_OVER: { description: 'Sold, and the keys are with the buyers.' },
  },
});

export enum ApprovalRule {
  ANY = 'ANY',
  ALL = 'ALL',
}

registerEnumType(ApprovalRule, {
  name: 'ApprovalRule',
  description: 'Who of several buyers must agree to a decision.',
  valuesConfig: {
    ANY: { description: 'One of them is enough.' },
    ALL: { description: 'Every one of them.' },
  },
});
