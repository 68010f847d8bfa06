import { audit, changesBetween } from '../../platform/audit/audit';
import { sql } from '../../platform/database/sql';
import { ErrorCode, forbidden, invalid, invalidTransition, refuse } from '../../platform/errors';
import { publish } from '../../platform/live';
import type { RequestContext, Transaction } from '../../platform/request-context';
import type { AccessService } from '../access/access.service';
import { UnitBuyer } from '../access/unit-buyer.entity';
import { Contact } from '../contacts/contact.entity';
import { contactById } from '../contacts/contact.loader';
import { unitById, worksOnProject } from '../projects/project.loader';
import { freeUnit, sellUnit } from '../projects/unit-sale';
import { Unit } from '../projects/unit.entity';
import { leadById } from './sales.loader';
import type { LeadChange } from './sales.types';
import { LeadStage, UnitLead } from './unit-lead.entity';

interface Sale {
  buyerLeadId?: string | null;
  price?: string | null;
  soldOn?: string | null;
}

interface Interest {
  source?: string | null;
  note?: string | null;
  nextStep?: string | null;
}

/** State machine 3: who is interested in a unit, until somebody buys it. */
export class SalesService {
  constructor(private readonly access: AccessService) {}

  /** Sells the unit. Where a lead of it is named as the buyer she becomes a customer, with the same id, and is linked. */
  markSold(ctx: RequestContext, unitId: string, { buyerLeadId, price, soldOn }: Sale): Promise<Unit> {
    return ctx.inTransaction(async (tx) => {
      await tx.lock(Unit, unitId);
      const unit = await tx.load(unitById, unitId);
      const lead = buyerLeadId ? await tx.load(leadById, buyerLeadId) : null;
      if (lead && lead.unitId !== unit.id)
        throw invalid('buyerLeadId', 'ofAnotherUnit', 'This lead is of another unit.');
      if (lead?.stage === LeadStage.LOST) throw invalidTransition(lead.stage, LeadStage.CONVERTED);
      if (lead) await this.convert(tx, lead);
      // Selling tells the other leads of the unit that they lost it.
      await sellUnit(tx, unit, { price: price ?? null, soldOn: soldOn ?? null });
      if (lead) {
        const sold = await tx.load(unitById, unitId);
        await this.access.link(tx, sold, await tx.load(contactById, lead.contactId), true);
      }
      publish(tx, null);
      return tx.load(unitById, unitId);
    });
  }

  /** The sale is off, or a mistake: only once no buyer is linked any more. */
  makeAvailable(ctx: RequestContext, unitId: string): Promise<Unit> {
    return ctx.inTransaction(async (tx) => {
      await tx.lock(Unit, unitId);
      const unit = await tx.load(unitById, unitId);
      const buyer = await tx.asSystem().row(UnitBuyer, sql`row.unit_id = ${unit.id}`);
      if (buyer)
        throw refuse(ErrorCode.LOCKED, 'A buyer is linked to this unit: remove her first.', {
          reason: 'hasBuyers',
        });
      await freeUnit(tx, unit);
      return tx.load(unitById, unitId);
    });
  }

  addLead(ctx: RequestContext, unitId: string, contactId: string, interest: Interest): Promise<UnitLead> {
    return ctx.inTransaction(async (tx) => {
      const unit = await workedOn(tx, unitId);
      const contact = await tx.load(contactById, contactId);
      if (!contact.isLead && !contact.isCustomer) {
        throw invalid('contactId', 'notALead', 'Only a lead or a customer can be put on a unit.');
      }
      const known = await tx
        .asSystem()
        .row(UnitLead, sql`row.unit_id = ${unit.id} AND row.contact_id = ${contact.id}`);
      if (known) throw invalid('contactId', 'alreadyLinked', 'This person is on the unit already.');
      const lead = await tx.insert(UnitLead, { unitId: unit.id, contactId: contact.id, ...interest });
      await audit(tx, 'lead.added', { object: { type: 'UnitLead', id: lead.id }, projectId: unit.projectId });
      return tx.load(leadById, lead.id);
    });
  }

  updateLead(ctx: RequestContext, id: string, version: number, change: LeadChange): Promise<UnitLead> {
    return ctx.inTransaction(async (tx) => {
      const lead = await tx.load(leadById, id);
      const unit = await workedOn(tx, lead.unitId);
      const stage = change.stage ?? undefined;
      if (stage) this.checkStage(lead, stage);
      const lostReason = stage && stage !== LeadStage.LOST ? null : change.lostReason;
      const changes = { ...change, stage, lostReason };
      await tx.change(UnitLead, lead.id, version, changes);
      await audit(tx, 'lead.updated', {
        object: { type: 'UnitLead', id: lead.id },
        projectId: unit.projectId,
        changes: changesBetween(lead, changes as Partial<UnitLead>, [
          'note',
          'nextStep',
          'lostReason',
          'source',
        ]),
      });
      return tx.load(leadById, lead.id);
    });
  }

  /** The unit is sold: whoever else was interested has lost it. In the sale's own transaction, so undone with it. */
  async loseOthers(tx: Transaction, unitId: string): Promise<void> {
    await tx.execute(
      `UPDATE unit_leads SET stage = $3, lost_reason = 'unit sold', version = version + 1, updated_at = now()
        WHERE company_id = $1 AND unit_id = $2 AND stage NOT IN ($3, $4)`,
      [tx.companyId, unitId, LeadStage.LOST, LeadStage.CONVERTED],
    );
  }

  private async convert(tx: Transaction, lead: UnitLead): Promise<void> {
    await tx.lock(Contact, lead.contactId);
    const contact = await tx.load(contactById, lead.contactId);
    await tx.change(Contact, contact.id, contact.version, {
      isCustomer: true,
      isLead: false,
      saleCancelled: false,
    });
    await tx.change(UnitLead, lead.id, lead.version, { stage: LeadStage.CONVERTED, lostReason: null });
    await audit(tx, 'lead.converted', { object: { type: 'Contact', id: contact.id } });
  }

  private checkStage(lead: UnitLead, to: LeadStage): void {
    const bySaleOnly = to === LeadStage.CONVERTED && lead.stage !== to;
    const ended = lead.stage === LeadStage.CONVERTED && to !== lead.stage;
    const fromLost = lead.stage === LeadStage.LOST && to !== LeadStage.LOST && to !== LeadStage.CONTACTED;
    if (bySaleOnly || ended || fromLost) throw invalidTransition(lead.stage, to);
  }
}

/** A unit of a project that the viewer works on: who only bought it notes nothing about it. */
async function workedOn(tx: Transaction, unitId: string): Promise<Unit> {
  const unit = await tx.load(unitById, unitId);
  if (!(await tx.load(worksOnProject, unit.projectId))) throw forbidden();
  return unit;
}
