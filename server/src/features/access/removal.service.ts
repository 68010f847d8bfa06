import { audit } from '../../platform/audit/audit';
import { sql } from '../../platform/database/sql';
import { invalid, invalidTransition } from '../../platform/errors';
import { publish } from '../../platform/live';
import type { LeavingPerson, PersonalData } from '../../platform/personal-data';
import type { RequestContext, Transaction } from '../../platform/request-context';
import { Contact } from '../contacts/contact.entity';
import { contactById } from '../contacts/contact.loader';
import { Identity } from '../identities/identity.entity';
import { unitById } from '../projects/project.loader';
import { undoSale } from '../projects/unit-sale';
import { Unit } from '../projects/unit.entity';
import { SaleState } from '../projects/unit.enums';
import { TeamMember } from '../team/team-member.entity';
import { buyerById } from './access.loader';
import type { RemovalCount, RemovalPreview } from './access.types';
import { keepInMind, whoReturned } from './removal.list';
import { setPrimary } from './primary-buyer';
import { AccessState, UnitBuyer } from './unit-buyer.entity';

interface Wishes {
  confirmName: string;
  makeUnitAvailable: boolean;
}

const folded = (name: string) => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('en');

export const isRemovable = ({ accessState }: UnitBuyer) =>
  accessState === AccessState.NOT_YET_INVITED || accessState === AccessState.REVOKED;

/**
 * Takes a customer from a unit for good. Every feature tells what it holds about her (`PersonalData`), and deletes
 * it: rows and files. Nothing can bring it back, and one audit entry with counts is all that stays.
 */
export class RemovalService {
  constructor(private readonly personalData: () => readonly PersonalData[]) {}

  async preview(ctx: RequestContext, buyer: UnitBuyer): Promise<RemovalPreview> {
    const person = await this.leaving(ctx, buyer);
    const counts = await Promise.all(
      this.personalData().map(async ({ kind, count }) => ({
        kind,
        count: await count(ctx.asSystem(), person),
      })),
    );
    return {
      counts: counts.filter(({ count }) => count > 0),
      endsLogin: person.lastHome,
      unitBecomesFree: (await this.othersOf(ctx, buyer)).length === 0,
    };
  }

  remove(ctx: RequestContext, buyerId: string, { confirmName, makeUnitAvailable }: Wishes) {
    return ctx.inTransaction(async (tx) => {
      await this.hold(tx, buyerId);
      const buyer = await tx.load(buyerById, buyerId);
      const contact = await tx.load(contactById, buyer.contactId);
      const unit = await tx.load(unitById, buyer.unitId);
      if (!isRemovable(buyer)) throw invalidTransition(buyer.accessState, 'REMOVED');
      if (folded(confirmName) !== folded(`${contact.firstName} ${contact.lastName}`)) {
        throw invalid('confirmName', 'mismatch', 'This is not the name of the customer.');
      }
      const others = await this.othersOf(tx, buyer);
      if (makeUnitAvailable && others.length > 0) {
        throw invalid('makeUnitAvailable', 'hasBuyers', 'Another buyer is linked to this unit.');
      }
      const deleted = await this.carryOut(tx, buyer, makeUnitAvailable);
      return { unitId: unit.id, contactId: contact.id, deleted };
    });
  }

  /** For a database that an older backup brought back: takes again whoever was removed; answers with how many. */
  async repeat(ctx: RequestContext): Promise<number> {
    const returned = await whoReturned(ctx);
    for (const { buyerId, unitFreed } of returned) {
      await ctx.inTransaction(async (tx) => {
        await this.hold(tx, buyerId);
        const buyer = await tx.load(buyerById, buyerId);
        await this.carryOut(tx, buyer, unitFreed && (await this.othersOf(tx, buyer)).length === 0);
      });
    }
    return returned.length;
  }

  private async carryOut(tx: Transaction, buyer: UnitBuyer, makeUnitAvailable: boolean) {
    const contact = await tx.load(contactById, buyer.contactId);
    const unit = await tx.load(unitById, buyer.unitId);
    const [heir] = await this.othersOf(tx, buyer);
    const person = await this.leaving(tx, buyer);
    const deleted = await this.deleteAll(tx, person);
    await tx.delete(UnitBuyer, { id: buyer.id });
    if (await this.ownsNothing(tx, contact)) await this.backToLead(tx, contact);
    if (buyer.isPrimary && heir) await setPrimary(tx, heir.id, true);
    const freed = makeUnitAvailable && unit.saleState === SaleState.SOLD ? [await undoSale(tx, unit)] : [];
    await keepInMind(tx, buyer.id, makeUnitAvailable);
    await audit(tx, 'access.removed', {
      object: { type: 'Unit', id: unit.id },
      projectId: unit.projectId,
      changes: [
        ...deleted.map(({ kind, count }) => ({ field: kind, before: String(count), after: '0' })),
        ...freed,
      ],
    });
    publish(tx, person.identityId);
    return deleted;
  }

  /** The unit first, as whoever links or sells does: two commands on one unit, or person, come one after the other. */
  private async hold(tx: Transaction, buyerId: string): Promise<void> {
    const { unitId, contactId } = await tx.load(buyerById, buyerId);
    const { identityId } = await tx.load(contactById, contactId);
    await tx.lock(Unit, unitId);
    if (identityId) await tx.lock(Identity, identityId);
    await tx.lock(Contact, contactId);
    await tx.lock(UnitBuyer, buyerId);
  }

  private async deleteAll(tx: Transaction, person: LeavingPerson): Promise<RemovalCount[]> {
    const deleted: RemovalCount[] = [];
    for (const { kind, delete: deleteKind } of this.personalData()) {
      const count = await deleteKind(tx, person);
      if (count > 0) deleted.push({ kind, count });
    }
    return deleted;
  }

  private async ownsNothing(tx: Transaction, { id }: Contact): Promise<boolean> {
    return (await tx.asSystem().row(UnitBuyer, sql`row.contact_id = ${id}`)) === null;
  }

  /** Without a home she is a customer no longer, but somebody whom the builder knows; a partner she stays. */
  private async backToLead(tx: Transaction, { id }: Contact): Promise<void> {
    await tx.execute(
      `UPDATE contacts SET is_customer = false, is_lead = true, sale_cancelled = true, version = version + 1, updated_at = now()
        WHERE company_id = $1 AND id = $2`,
      [tx.companyId, id],
    );
  }

  private othersOf(ctx: RequestContext, { unitId, id }: UnitBuyer): Promise<UnitBuyer[]> {
    return ctx
      .asSystem()
      .rows(UnitBuyer, { where: sql`row.unit_id = ${unitId} AND row.id <> ${id}`, orderBy: sql`row.id` });
  }

  private async leaving(ctx: RequestContext, buyer: UnitBuyer): Promise<LeavingPerson> {
    const all = ctx.asSystem();
    const contact = await all.load(contactById, buyer.contactId);
    const elsewhere = await all.row(UnitBuyer, sql`row.contact_id = ${contact.id} AND row.id <> ${buyer.id}`);
    const colleague = await all.row(TeamMember, sql`row.identity_id = ${contact.identityId}`);
    return {
      contactId: contact.id,
      identityId: contact.identityId,
      buyerId: buyer.id,
      unitId: buyer.unitId,
      // The login of a partner or a colleague is not a buyer's alone.
      lastHome: elsewhere === null && !contact.isPartner && colleague === null,
    };
  }
}
