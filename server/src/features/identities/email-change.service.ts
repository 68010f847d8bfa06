import { audit } from '../../platform/audit/audit';
import { sql } from '../../platform/database/sql';
import { enqueue } from '../../platform/outbox/job';
import type { RequestContext, Transaction } from '../../platform/request-context';
import { changeAddress, refuseTakenAddress } from './addresses';
import { Identity } from './identity.entity';
import { sendEmailChangeNotice, sendEmailConfirmation } from './identity.jobs';
import { isColleague } from './identity.loader';
import { issueLink, linkOfToken, refuseTooManyLinks, useLink, withdrawLinks } from './links';
import { LinkPurpose, LoginLink } from './login-link.entity';

interface Request {
  identityId: string;
  newEmail: string;
  /** Whether the old address has to agree as well, or is only told. */
  confirmBoth: boolean;
}

const halves = [LinkPurpose.NEW_EMAIL, LinkPurpose.OLD_EMAIL];

/** A login gets another address once whoever reads mail there has confirmed it, and for oneself at the old one too. */
export class EmailChangeService {
  /** Asking for the address that stands already takes an earlier request back. True where something waits. */
  async request(tx: Transaction, { identityId, newEmail, confirmBoth }: Request): Promise<boolean> {
    await tx.lock(Identity, identityId);
    const identity = await tx.asSystem().row(Identity, sql`row.id = ${identityId}`);
    if (identity?.email !== newEmail) {
      await refuseTakenAddress(tx, newEmail);
      await refuseTooManyLinks(tx, identityId, LinkPurpose.NEW_EMAIL);
    }
    await withdrawLinks(tx, identityId, ...halves);
    if (identity?.email === newEmail) return false;

    const toNew = await issueLink(tx, identityId, LinkPurpose.NEW_EMAIL, newEmail);
    await enqueue(tx, sendEmailConfirmation, { linkId: toNew.id }, { subjectId: identityId });
    if (confirmBoth) {
      const toOld = await issueLink(tx, identityId, LinkPurpose.OLD_EMAIL, newEmail);
      await enqueue(tx, sendEmailConfirmation, { linkId: toOld.id }, { subjectId: identityId });
    } else await enqueue(tx, sendEmailChangeNotice, { linkId: toNew.id }, { subjectId: identityId });
    await audit(tx, 'email.change-requested', on(identityId));
    return true;
  }

  /** The halves may come in either order; with the last the address is another, and old sessions end. */
  async confirm(ctx: RequestContext, token: string): Promise<{ waitsForOther: boolean }> {
    const { identityId, newEmail } = await linkOfToken(ctx, token, halves);
    return ctx.inTransaction(async (tx) => {
      // Two halves that come at once must see each other, or each would wait for the other for ever.
      await tx.lock(Identity, identityId);
      await useLink(tx, token, halves);
      const actor = { id: identityId, isTeam: await isColleague(tx, identityId) };
      const waitsForOther = await this.otherHalfIsOpen(tx, identityId);
      if (!waitsForOther) await changeAddress(tx, identityId, newEmail!, null);
      await audit(tx, waitsForOther ? 'email.half-confirmed' : 'email.changed', { ...on(identityId), actor });
      return { waitsForOther };
    });
  }

  private async otherHalfIsOpen(tx: Transaction, identityId: string): Promise<boolean> {
    const open = await tx
      .asSystem()
      .row(
        LoginLink,
        sql`row.identity_id = ${identityId} AND row.purpose = ANY(${halves}::text[]) AND row.used_at IS NULL`,
      );
    return open !== null;
  }
}

const on = (identityId: string) => ({ object: { type: 'Identity', id: identityId } });
