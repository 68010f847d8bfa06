import { audit, changesBetween } from '../../platform/audit/audit';
import { sql } from '../../platform/database/sql';
import { forbidden, invalid, invalidTransition } from '../../platform/errors';
import { sortNameOf } from '../../platform/folded';
import type { Language } from '../../platform/language';
import { enqueue } from '../../platform/outbox/job';
import type { RequestContext, Transaction } from '../../platform/request-context';
import { ownCompany } from '../companies/company.loader';
import { claimAddress } from '../identities/addresses';
import { Identity } from '../identities/identity.entity';
import { issueLink, refuseTooManyLinks, withdrawLinks } from '../identities/links';
import { LinkPurpose } from '../identities/login-link.entity';
import { endSessions } from '../identities/sessions';
import { sendTeamInvitation } from './team.jobs';
import { teamMemberAdded, teamMemberDeactivated } from './team.events';
import { TeamMember, TeamMemberState, TeamRole } from './team-member.entity';
import { teamMemberById } from './team-member.loader';

export interface NewTeamMember {
  firstName: string;
  lastName: string;
  email: string;
  role: TeamRole;
  phone?: string | null;
  jobTitle?: string | null;
  language?: Language | null;
  projectIds?: string[] | null;
}

/** State machine 4: from an invitation to an active colleague, and away. */
export class TeamService {
  /** Adds a colleague and sends the invitation at once. */
  add(
    ctx: RequestContext,
    { projectIds, language, phone, jobTitle, ...given }: NewTeamMember,
  ): Promise<TeamMember> {
    return ctx.inTransaction(async (tx) => {
      const identity = await claimAddress(
        tx,
        given.email,
        language ?? (await ownCompany(tx)).defaultLanguage,
      );
      const { id } = await tx.insert(TeamMember, {
        ...given,
        identityId: identity.id,
        sortName: sortNameOf(given.firstName, given.lastName),
        phone: phone || null,
        jobTitle: jobTitle || null,
        state: TeamMemberState.INVITED,
      });
      await audit(tx, 'team.invited', {
        ...on(id),
        changes: [{ field: 'role', before: null, after: given.role }],
      });
      await tx.emit(teamMemberAdded, { memberId: id, identityId: identity.id, projectIds: projectIds ?? [] });
      await this.invite(tx, id, identity.id);
      return tx.load(teamMemberById, id);
    });
  }

  /** A new link by mail, as long as the old one was not accepted; the old one is dead. */
  async resendInvitation(tx: Transaction, memberId: string): Promise<TeamMember> {
    const { identityId } = await tx.load(teamMemberById, memberId);
    await tx.lock(Identity, identityId);
    const member = await this.held(tx, memberId);
    if (member.state !== TeamMemberState.INVITED)
      throw invalidTransition(member.state, TeamMemberState.INVITED);
    await refuseTooManyLinks(tx, identityId, LinkPurpose.TEAM_INVITATION);
    await this.invite(tx, memberId, identityId);
    await audit(tx, 'team.invitation-resent', on(memberId));
    return tx.load(teamMemberById, memberId);
  }

  changeRole(ctx: RequestContext, memberId: string, role: TeamRole): Promise<TeamMember> {
    return ctx.inTransaction(async (tx) => {
      const owners = await this.holdOwners(tx);
      const member = await this.held(tx, memberId);
      if (member.state === TeamMemberState.ANONYMISED)
        throw invalidTransition(member.state, TeamMemberState.ACTIVE);
      if (member.role === role) return member;
      if (isLast(owners, memberId)) throw lastOwner('role');
      await tx.change(TeamMember, memberId, member.version, { role });
      await audit(tx, 'team.role-changed', { ...on(memberId), changes: changesBetween(member, { role }) });
      await endSessions(tx, member.identityId, tx.viewer?.sessionId);
      return tx.load(teamMemberById, memberId);
    });
  }

  /** Ends every session at once; what the colleague made stays, and somebody may take over. */
  deactivate(ctx: RequestContext, memberId: string, handOverToId: string | null): Promise<TeamMember> {
    return ctx.inTransaction(async (tx) => {
      const owners = await this.holdOwners(tx);
      const member = await this.held(tx, memberId);
      if (member.state !== TeamMemberState.ACTIVE) {
        throw invalidTransition(member.state, TeamMemberState.DEACTIVATED);
      }
      if (isLast(owners, memberId)) throw lastOwner('id');
      if (handOverToId) await this.checkHeir(tx, memberId, handOverToId);
      await tx.change(TeamMember, memberId, member.version, { state: TeamMemberState.DEACTIVATED });
      await audit(tx, 'team.deactivated', on(memberId));
      await withdrawLinks(tx, member.identityId, ...Object.values(LinkPurpose));
      await endSessions(tx, member.identityId);
      await tx.emit(teamMemberDeactivated, { memberId, identityId: member.identityId, handOverToId });
      return tx.load(teamMemberById, memberId);
    });
  }

  reactivate(ctx: RequestContext, memberId: string): Promise<TeamMember> {
    return ctx.inTransaction(async (tx) => {
      const member = await this.held(tx, memberId);
      if (member.state !== TeamMemberState.DEACTIVATED) {
        throw invalidTransition(member.state, TeamMemberState.ACTIVE);
      }
      await tx.change(TeamMember, memberId, member.version, { state: TeamMemberState.ACTIVE });
      await audit(tx, 'team.reactivated', on(memberId));
      return tx.load(teamMemberById, memberId);
    });
  }

  /** The invitation was accepted. */
  async activate(tx: Transaction, identityId: string): Promise<void> {
    const member = await tx
      .asSystem()
      .row(TeamMember, sql`row.identity_id = ${identityId} AND row.state = ${TeamMemberState.INVITED}`);
    if (!member) return;
    await tx.change(TeamMember, member.id, member.version, { state: TeamMemberState.ACTIVE });
    await audit(tx, 'team.activated', { ...on(member.id), actor: { id: identityId, isTeam: true } });
  }

  /** The address is another, and with it the old invitation dead. */
  async inviteAgain(tx: Transaction, identityId: string): Promise<void> {
    const member = await tx
      .asSystem()
      .row(TeamMember, sql`row.identity_id = ${identityId} AND row.state = ${TeamMemberState.INVITED}`);
    if (member) await this.invite(tx, member.id, identityId);
  }

  private async invite(tx: Transaction, memberId: string, identityId: string): Promise<void> {
    const link = await issueLink(tx, identityId, LinkPurpose.TEAM_INVITATION);
    await tx.update(TeamMember, memberId, { invitedAt: new Date().toISOString() });
    const inviterId = tx.viewer?.memberId;
    await enqueue(
      tx,
      sendTeamInvitation,
      { linkId: link.id, ...(inviterId && { inviterId }) },
      { subjectId: identityId },
    );
  }

  private async held(tx: Transaction, memberId: string): Promise<TeamMember> {
    await tx.lock(TeamMember, memberId);
    return tx.load(teamMemberById, memberId);
  }

  /**
   * The active owners, held until the end of the transaction: of two who demote each other at once, the second
   * finds herself demoted.
   */
  private async holdOwners(tx: Transaction): Promise<string[]> {
    const owners = await tx.execute<{ id: string }>(
      `SELECT id FROM team_members WHERE company_id = $1 AND role = $2 AND state = $3 ORDER BY id FOR UPDATE`,
      [tx.companyId, TeamRole.OWNER, TeamMemberState.ACTIVE],
    );
    const ids = owners.map(({ id }) => id);
    if (tx.viewer && !ids.includes(tx.viewer.memberId ?? '')) throw forbidden();
    return ids;
  }

  private async checkHeir(tx: Transaction, memberId: string, heirId: string): Promise<void> {
    const heir = await tx.load(teamMemberById, heirId);
    if (heir.id === memberId || heir.state !== TeamMemberState.ACTIVE) {
      throw invalid('handOverToId', 'invalid', 'Only another active colleague can take over.');
    }
  }
}

const on = (memberId: string) => ({ object: { type: 'TeamMember', id: memberId } });
const isLast = (owners: string[], memberId: string) => owners.length === 1 && owners[0] === memberId;
const lastOwner = (field: string) =>
  invalid(field, 'lastOwner', 'The company needs at least one active owner.');
