import { AccessState } from '../../features/access/unit-buyer.entity';
import { LeadStage } from '../../features/sales/unit-lead.entity';
import type { ColleagueName, OutsiderName } from './people';

const { ACTIVE, NOT_YET_INVITED, REVOKED } = AccessState;

export interface Purchase {
  who: OutsiderName;
  access: AccessState;
  /** Days ago that access was granted. */
  granted?: number;
  revoked?: number;
}

export interface Sale {
  /** Days ago; the one who sold it. */
  sold: number;
  by: ColleagueName;
  /** The day of the provisional acceptance, counted from today; behind us where it is handed over. */
  acceptance: number;
  buyers: Purchase[];
}

/** By the number of the unit; the villa's is its own. */
export const sales: Record<string, Sale> = {
  'A0.02': {
    sold: 448,
    by: 'nele',
    acceptance: -47,
    buyers: [{ who: 'joris', access: ACTIVE, granted: 434 }],
  },
  'A0.03': {
    sold: 428,
    by: 'nele',
    acceptance: -45,
    buyers: [{ who: 'ingrid', access: ACTIVE, granted: 416 }],
  },
  'A1.01': {
    sold: 400,
    by: 'emma',
    acceptance: -33,
    buyers: [
      { who: 'thomas', access: ACTIVE, granted: 384 },
      { who: 'camille', access: ACTIVE, granted: 384 },
    ],
  },
  'A2.01': {
    sold: 338,
    by: 'emma',
    acceptance: 26,
    buyers: [{ who: 'marc', access: REVOKED, granted: 325, revoked: 9 }],
  },
  villa: {
    sold: 298,
    by: 'nele',
    acceptance: 124,
    buyers: [{ who: 'olivia', access: ACTIVE, granted: 290 }],
  },
  'A1.02': {
    sold: 212,
    by: 'emma',
    acceptance: 18,
    buyers: [{ who: 'olivia', access: ACTIVE, granted: 205 }],
  },
  'A1.03': { sold: 23, by: 'nele', acceptance: 19, buyers: [{ who: 'willem', access: NOT_YET_INVITED }] },
  // Her access is granted at the end of the filling, by the command itself.
  'A2.02': { sold: 17, by: 'nele', acceptance: 27, buyers: [{ who: 'anna', access: NOT_YET_INVITED }] },
  'A3.01': { sold: 11, by: 'emma', acceptance: 41, buyers: [{ who: 'godelieve', access: NOT_YET_INVITED }] },
  'B0.01': { sold: 2, by: 'emma', acceptance: 388, buyers: [] },
};

export interface Interest {
  who: OutsiderName;
  unit: string;
  /** Days ago that it began, and that it last went on. */
  since: number;
  moved: number;
  stage: LeadStage;
  source: string;
  note: string;
  nextStep: string;
}

export const interests: Interest[] = [
  {
    who: 'stefan',
    unit: 'A2.03',
    since: 33,
    moved: 6,
    stage: LeadStage.OPTION,
    source: 'Website',
    note: 'Works in Ghent three days a week. His bank has agreed in principle.',
    nextStep: 'Send the draft of the contract before the option ends.',
  },
  {
    who: 'julie',
    unit: 'A3.02',
    since: 20,
    moved: 4,
    stage: LeadStage.VISIT,
    source: 'Open house',
    note: 'Would like the terrace on the side of the water.',
    nextStep: 'Show her the model apartment on Saturday.',
  },
];
