import { AccessState, UnitBuyer } from '../../features/access/unit-buyer.entity';
import { Unit } from '../../features/projects/unit.entity';
import { SaleState } from '../../features/projects/unit.enums';
import { LeadStage, UnitLead } from '../../features/sales/unit-lead.entity';
import { sql } from '../../platform/database/sql';
import { yearsAfter } from './days';
import { outsiders, type ColleagueName, type Outsider } from './people';
import { interests, sales, type Interest, type Purchase, type Sale } from './sales';
import { became, since, type Stage } from './stage';

const { ACTIVE, INVITED, NOT_YET_INVITED, REVOKED } = AccessState;

/** Sold homes with their key dates, and who bought them. */
export async function addSales(stage: Stage): Promise<void> {
  for (const [number, sale] of Object.entries(sales)) {
    await sell(stage, number, sale);
    for (const [index, purchase] of sale.buyers.entries())
      await addBuyer(stage, number, sale, purchase, index === 0);
  }
}

async function sell(stage: Stage, number: string, { sold, by, acceptance }: Sale): Promise<void> {
  const { tx, days } = stage;
  const id = stage.units[number]!;
  const unit = (await tx.row(Unit, sql`row.id = ${id}`))!;
  const accepted = days.on(acceptance);
  await tx.update(Unit, id, {
    saleState: acceptance < 0 ? SaleState.HANDED_OVER : SaleState.SOLD,
    soldAt: days.ago(sold, 14),
    soldPriceMinor: unit.basePriceMinor,
    plannedHandoverOn: accepted,
    // The dates that the law counts from the provisional acceptance.
    provisionalAcceptanceOn: accepted,
    finalAcceptanceOn: yearsAfter(accepted, 1),
    warrantyUntil: yearsAfter(accepted, 2),
    structuralWarrantyUntil: yearsAfter(accepted, 10),
    version: unit.version + 1,
  });
  await stage.record(days.ago(sold, 14), 'unit.sold', by, {
    object: { type: 'Unit', id },
    projectId: unit.projectId,
    changes: became('saleState', SaleState.AVAILABLE, SaleState.SOLD),
  });
}

async function addBuyer(
  stage: Stage,
  number: string,
  sale: Sale,
  purchase: Purchase,
  first: boolean,
): Promise<void> {
  const { tx, days } = stage;
  const { who, access, granted, revoked } = purchase;
  const person: Outsider = outsiders[who];
  const linkedAt = days.ago(sale.sold, 15);
  // Whoever has a password by then is let in at once; the others when they have chosen theirs.
  const opened = granted === undefined ? undefined : Math.min(granted, person.accepted ?? granted);
  const { id } = await tx.insert(UnitBuyer, {
    unitId: stage.units[number]!,
    contactId: stage.contacts[who]!,
    isPrimary: first,
    accessState: access,
    invitedAt: granted === undefined || opened === granted ? null : days.ago(granted, 11),
    activatedAt: opened === undefined ? null : days.ago(opened, 19),
    revokedAt: revoked === undefined ? null : days.ago(revoked, 16),
    ...since(linkedAt),
  });
  stage.buyers[who] = id;
  const facts = { object: { type: 'UnitBuyer', id }, projectId: stage.projectOf[number]! };
  await stage.record(linkedAt, 'customer.linked', sale.by, facts);
  if (granted === undefined || opened === undefined) return;
  await recordAccess(stage, sale.by, purchase, { granted, opened }, facts);
}

async function recordAccess(
  stage: Stage,
  by: ColleagueName,
  { who, revoked }: Purchase,
  { granted, opened }: { granted: number; opened: number },
  facts: { object: { type: string; id: string }; projectId: string },
): Promise<void> {
  const { days } = stage;
  const atOnce = granted === opened;
  const grantedTo = became('accessState', NOT_YET_INVITED, atOnce ? ACTIVE : INVITED);
  await stage.record(days.ago(granted, 11), 'access.granted', by, { ...facts, changes: grantedTo });
  if (!atOnce) await stage.record(days.ago(opened, 19), 'access.activated', who, facts);
  if (revoked === undefined) return;
  const changes = became('accessState', ACTIVE, REVOKED);
  await stage.record(days.ago(revoked, 16), 'access.revoked', by, { ...facts, changes });
}

export async function addLeads(stage: Stage): Promise<void> {
  for (const interest of interests) await addLead(stage, interest);
}

async function addLead(stage: Stage, { who, unit, since: began, moved, ...facts }: Interest): Promise<void> {
  const { tx, days } = stage;
  const { id } = await tx.insert(UnitLead, {
    unitId: stage.units[unit]!,
    contactId: stage.contacts[who]!,
    ...facts,
    ...since(days.ago(began, 13)),
  });
  const about = { object: { type: 'UnitLead', id }, projectId: stage.projectOf[unit]! };
  await stage.record(days.ago(began, 13), 'lead.added', 'nele', about);
  const changes = became('stage', LeadStage.CONTACTED, facts.stage);
  await stage.record(days.ago(moved, 13), 'lead.updated', 'nele', { ...about, changes });
}
