import { audit } from '../../platform/audit/audit';
import { sql } from '../../platform/database/sql';
import { isUuid } from '../../platform/database/uuid';
import { invalid, invalidTransition, notFound, type Refusal, type Trouble } from '../../platform/errors';
import { publish } from '../../platform/live';
import { enqueue } from '../../platform/outbox/job';
import type { RequestContext, Transaction } from '../../platform/request-context';
import { contactById } from '../contacts/contact.loader';
import { Contact } from '../contacts/contact.entity';
import { Identity } from '../identities/identity.entity';
import { issueLink, refuseTooManyLinks, withdrawLinks } from '../identities/links';
import { LinkPurpose } from '../identities/login-link.entity';
import { ProjectKind } from '../projects/project.entity';
import { projectById, unitById } from '../projects/project.loader';
import { sellUnit } from '../projects/unit-sale';
import { Unit } from '../projects/unit.entity';
import { SaleState } from '../projects/unit.enums';
import { sendAccessRestored, sendAccessRevoked, sendInvitation, sendNewUnit } from './access.jobs';
import { buyerById, buyersByUnitId, purchasesByContactId } from './access.loader';
import { setPrimary } from './primary-buyer';
import { AccessState, UnitBuyer } from './unit-buyer.entity';

interface LinkIds {
  id: string;
  contactId: string;
  unitId: string;
  identityId: string | null;
}

interface Link {
  buyer: UnitBuyer;
  contact: Contact;
  unit: Unit;
  identity: Identity | null;
}

const isSold = ({ saleState }: Unit) => saleState === SaleState.SOLD || saleState === SaleState.HANDED_OVER;

/** State machine 1: from a buyer's link to her access, and back. */
export class AccessService {
  /** Links a customer to the unit she bought. Grants nothing: access is a step of its own. */
  linkCustomer(
    ctx: RequestContext,
    unitId: string,
    contactId: string,
    isPrimary?: boolean | null,
  ): Promise<UnitBuyer> {
    return ctx.inTransaction(async (tx) => {
      await tx.lock(Unit, unitId);
      await tx.lock(Contact, contactId);
      const unit = await tx.load(unitById, unitId);
      const contact = await tx.load(contactById, contactId);
      const project = await tx.load(projectById, unit.projectId);
      if (!isSold(unit)) {
        if (project.kind === ProjectKind.MULTI) throw invalid('sold', 'sold', 'Mark the unit as sold first.');
        await sellUnit(tx, unit, {});
      }
      return this.link(tx, unit, contact, isPrimary ?? false);
    });
  }

  /** The link itself, inside the command that sells or links. */
  async link(tx: Transaction, unit: Unit, contact: Contact, isPrimary: boolean): Promise<UnitBuyer> {
    if (!contact.isCustomer)
      throw invalid('contactId', 'notACustomer', 'Only a customer can be linked to a unit.');
    const others = await tx.load(buyersByUnitId, unit.id);
    if (others.some((other) => other.contactId === contact.id)) {
      throw invalid('contactId', 'alreadyLinked', 'This customer is linked to the unit already.');
    }
    const primary = isPrimary || others.length === 0;
    const previous = primary ? others.find((other) => other.isPrimary) : undefined;
    if (previous) await setPrimary(tx, previous.id, false);
    const buyer = await tx.insert(UnitBuyer, { unitId: unit.id, contactId: contact.id, isPrimary: primary });
    await audit(tx, 'customer.linked', { ...on(buyer), projectId: unit.projectId });
    return tx.load(buyerById, buyer.id);
  }

  /** Several at once: what can be granted is, each refusal names its place, and a person gets one mail for all. */
  grant(ctx: RequestContext, buyerIds: string[]): Promise<{ buyers: UnitBuyer[]; errors: Trouble[] }> {
    return ctx.inTransaction(async (tx) => {
      const asked = buyerIds.map((id) => id.toLowerCase());
      const links = await this.hold(tx, [...new Set(asked)]);
      const errors = links.flatMap((link) => {
        const place = asked.length > 1 ? ['buyerIds', String(asked.indexOf(link.buyer.id))] : [];
        const troubles = this.whyNotGrantable(link)?.troubles ?? [];
        return troubles.map((trouble) => ({ ...trouble, field: [...place, ...(trouble.field ?? [])] }));
      });
      const granted = links.filter((link) => !this.whyNotGrantable(link));
      for (const link of granted) await this.open(tx, link, 'access.granted');
      await this.inviteAll(tx, granted);
      return { buyers: await Promise.all(granted.map(({ buyer }) => tx.load(buyerById, buyer.id))), errors };
    });
  }

  resend(ctx: RequestContext, buyerId: string): Promise<UnitBuyer> {
    return ctx.inTransaction(async (tx) => {
      const link = await this.held(tx, buyerId);
      if (link.buyer.accessState !== AccessState.INVITED) {
        throw invalidTransition(link.buyer.accessState, AccessState.INVITED);
      }
      await refuseTooManyLinks(tx, link.identity!.id, LinkPurpose.INVITATION);
      await this.open(tx, link, 'invitation.resent');
      await this.inviteAll(tx, [link]);
      return tx.load(buyerById, buyerId);
    });
  }

  cancel(ctx: RequestContext, buyerId: string): Promise<UnitBuyer> {
    return ctx.inTransaction(async (tx) => {
      const link = await this.held(tx, buyerId);
      const { buyer } = link;
      if (buyer.accessState !== AccessState.INVITED) {
        throw invalidTransition(buyer.accessState, AccessState.NOT_YET_INVITED);
      }
      await this.become(tx, link, 'invitation.cancelled', {
        accessState: AccessState.NOT_YET_INVITED,
        invitedAt: null,
      });
      await this.withdrawLastInvitation(tx, link);
      return tx.load(buyerById, buyerId);
    });
  }

  /** Her home is out of reach at once, in open sessions too; everything about it is kept. */
  revoke(ctx: RequestContext, buyerId: string, tellCustomer: boolean): Promise<UnitBuyer> {
    return ctx.inTransaction(async (tx) => {
      const link = await this.held(tx, buyerId);
      const { buyer, identity } = link;
      if (buyer.accessState !== AccessState.INVITED && buyer.accessState !== AccessState.ACTIVE) {
        throw invalidTransition(buyer.accessState, AccessState.REVOKED);
      }
      const revokedAt = new Date().toISOString();
      await this.become(tx, link, 'access.revoked', { accessState: AccessState.REVOKED, revokedAt });
      await this.withdrawLastInvitation(tx, link);
      if (tellCustomer && identity)
        await enqueue(tx, sendAccessRevoked, { buyerId }, { subjectId: identity.id });
      return tx.load(buyerById, buyerId);
    });
  }

  restore(ctx: RequestContext, buyerId: string): Promise<UnitBuyer> {
    return ctx.inTransaction(async (tx) => {
      const link = await this.held(tx, buyerId);
      const { buyer, identity } = link;
      if (buyer.accessState !== AccessState.REVOKED)
        throw invalidTransition(buyer.accessState, AccessState.ACTIVE);
      if (!identity) throw emailNeeded();
      await this.open(tx, link, 'access.restored');
      if (identity.passwordHash)
        await enqueue(tx, sendAccessRestored, { buyerId }, { subjectId: identity.id });
      else await this.inviteAll(tx, [link]);
      return tx.load(buyerById, buyerId);
    });
  }

  /** She chose her password: whatever she is invited to opens, but nothing that was revoked a moment ago. */
  async activate(tx: Transaction, identityId: string): Promise<void> {
    const opened = await tx.execute<{ id: string; projectId: string }>(
      `UPDATE unit_buyers b SET access_state = $3, activated_at = coalesce(b.activated_at, now()),
              version = b.version + 1, updated_at = now()
         FROM contacts c, units u
        WHERE b.company_id = $1 AND b.access_state = $4
          AND c.company_id = $1 AND c.id = b.contact_id AND c.identity_id = $2
          AND u.company_id = $1 AND u.id = b.unit_id RETURNING b.id, u.project_id AS "projectId"`,
      [tx.companyId, identityId, AccessState.ACTIVE, AccessState.INVITED],
    );
    for (const { id, projectId } of opened) {
      await audit(tx, 'access.activated', {
        ...on({ id }),
        projectId,
        actor: { id: identityId, isTeam: false },
      });
    }
  }

  /** The address is another, and with it the old invitation dead: whoever was invited is invited anew. */
  async inviteAgain(tx: Transaction, identityId: string): Promise<void> {
    const waiting = await tx.asSystem().row(
      UnitBuyer,
      sql`row.access_state = ${AccessState.INVITED} AND row.contact_id IN
        (SELECT id FROM contacts WHERE company_id = ${tx.companyId} AND identity_id = ${identityId})`,
    );
    if (waiting) await this.invite(tx, identityId);
  }

  private whyNotGrantable({ buyer: { accessState }, identity, unit }: Link): Refusal | null {
    if (accessState !== AccessState.NOT_YET_INVITED && accessState !== AccessState.REVOKED) {
      return invalidTransition(accessState, AccessState.INVITED);
    }
    if (!identity) return emailNeeded();
    return isSold(unit) ? null : invalid('sold', 'sold', 'The unit is not sold.');
  }

  private async held(tx: Transaction, buyerId: string): Promise<Link> {
    const [link] = await this.hold(tx, [buyerId.toLowerCase()]);
    return link!;
  }

  /** The links with all that hangs on them, held until the end of the transaction, the persons first. */
  private async hold(tx: Transaction, buyerIds: string[]): Promise<Link[]> {
    const found = await tx.select<LinkIds>(sql`
      SELECT link.id, link.unit_id AS "unitId", contact.id AS "contactId", contact.identity_id AS "identityId"
        FROM ${tx.visible(UnitBuyer)} link JOIN ${tx.visible(Contact)} contact ON contact.id = link.contact_id
       WHERE link.id = ANY(${buyerIds.filter(isUuid)}::uuid[]) ORDER BY link.id`);
    const people = found.flatMap(({ identityId }) => identityId ?? []).toSorted();
    for (const id of people) await tx.lock(Identity, id);
    for (const { id } of found) await tx.lock(UnitBuyer, id);
    const ids = new Map(found.map((each) => [each.id, each]));
    const asked = buyerIds.map((id) => ids.get(id) ?? notALink());
    return Promise.all(asked.map((each) => this.linkOf(tx, each)));
  }

  /** As it stands now that it is held. */
  private async linkOf(tx: Transaction, { id, contactId, unitId }: LinkIds): Promise<Link> {
    const [buyer, contact, unit, identity] = await Promise.all([
      tx.load(buyerById, id),
      tx.load(contactById, contactId),
      tx.load(unitById, unitId),
      tx
        .asSystem()
        .row(
          Identity,
          sql`row.id = (SELECT identity_id FROM contacts WHERE company_id = ${tx.companyId} AND id = ${contactId})`,
        ),
    ]);
    return { buyer, contact, unit, identity };
  }

  /** Active where she has a password already, invited where she has still to choose one. */
  private async open(tx: Transaction, link: Link, action: string): Promise<void> {
    const now = new Date().toISOString();
    await this.become(
      tx,
      link,
      action,
      link.identity?.passwordHash
        ? { accessState: AccessState.ACTIVE, activatedAt: link.buyer.activatedAt ?? now, revokedAt: null }
        : { accessState: AccessState.INVITED, invitedAt: now, revokedAt: null },
    );
  }

  private async become(
    tx: Transaction,
    link: Link,
    action: string,
    state: Partial<UnitBuyer>,
  ): Promise<void> {
    const { buyer, unit, identity } = link;
    await tx.change(UnitBuyer, buyer.id, buyer.version, state);
    await audit(tx, action, {
      ...on(buyer),
      projectId: unit.projectId,
      changes: [{ field: 'accessState', before: buyer.accessState, after: state.accessState ?? null }],
    });
    publish(tx, identity?.id ?? null);
  }

  private async inviteAll(tx: Transaction, links: Link[]): Promise<void> {
    const people = new Map(links.map((link) => [link.identity!.id, link]));
    for (const { identity, contact } of people.values()) {
      if (!identity!.passwordHash) await this.invite(tx, identity!.id);
      else {
        const buyerIds = links.filter((link) => link.contact.id === contact.id).map(({ buyer }) => buyer.id);
        await enqueue(tx, sendNewUnit, { buyerIds: buyerIds.join(',') }, { subjectId: identity!.id });
      }
    }
  }

  private async invite(tx: Transaction, identityId: string): Promise<void> {
    const { id } = await issueLink(tx, identityId, LinkPurpose.INVITATION);
    await enqueue(tx, sendInvitation, { linkId: id }, { subjectId: identityId });
  }

  /** The invitation covers all her homes: it dies with the last one that waits for it. */
  private async withdrawLastInvitation(tx: Transaction, { contact, identity }: Link): Promise<void> {
    const purchases = await tx.asSystem().load(purchasesByContactId, contact.id);
    const stillInvited = purchases.some(({ accessState }) => accessState === AccessState.INVITED);
    if (identity && !stillInvited) await withdrawLinks(tx, identity.id, LinkPurpose.INVITATION);
  }
}

const on = ({ id }: Pick<UnitBuyer, 'id'>) => ({ object: { type: 'UnitBuyer', id } });

const notALink = (): never => {
  throw notFound(UnitBuyer.name);
};

const emailNeeded = () => invalid('email', 'required', 'Give this customer an e-mail address first.');
