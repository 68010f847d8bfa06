import { sql } from '../../platform/database/sql';
import { mailJob } from '../../platform/outbox/job';
import { ownCompany } from '../companies/company.loader';
import { addressee, livingLink } from '../identities/identity.jobs';
import { linkForMail } from '../identities/links';
import { TeamMember, TeamMemberState } from './team-member.entity';

/** Without an inviter it is the company itself that invites. */
export const sendTeamInvitation = mailJob<{ linkId: string; inviterId?: string }>(
  'team.send-invitation',
  async (ctx, { linkId, inviterId }) => {
    const link = await livingLink(ctx, linkId);
    const member = link && (await ctx.row(TeamMember, sql`row.identity_id = ${link.identityId}`));
    const person = link && (await addressee(ctx, link.identityId));
    if (!link || !person || member?.state !== TeamMemberState.INVITED) return null;
    const inviter = inviterId ? await ctx.row(TeamMember, sql`row.id = ${inviterId}`) : null;
    const invitedBy = inviter ? `${inviter.firstName} ${inviter.lastName}` : (await ownCompany(ctx)).name;
    return {
      ...person,
      template: 'teamInvitation',
      data: { invitedBy, role: member.role, ...linkForMail(ctx, link) },
    };
  },
);
