import type { RequestContext, Transaction } from './request-context';

/** Whose data a removal deletes: the person, the home she leaves, and whether it was the last. */
export interface LeavingPerson {
  contactId: string;
  identityId: string | null;
  buyerId: string;
  unitId: string;
  lastHome: boolean;
}

/** One kind of data that a feature holds about a person, so that a removal can count it beforehand and delete it. */
export interface PersonalData {
  /** Stable key, shown by the removal dialog: `sessions`, `invitations`, `mails`, … */
  kind: string;
  count(ctx: RequestContext, person: LeavingPerson): Promise<number>;
  /** Really deletes, rows and stored files both; returns how many. */
  delete(tx: Transaction, person: LeavingPerson): Promise<number>;
}
