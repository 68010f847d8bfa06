import { on } from '../../platform/events';
import type { Feature } from '../../platform/feature';
import { addressChanged } from '../identities/addresses';
import { invitationAccepted } from '../identities/password.service';
import { TeamMember } from './team-member.entity';
import { teamMemberById } from './team-member.loader';
import { TeamMemberResolver, ViewerTeamMemberResolver } from './team-member.resolver';
import { sendTeamInvitation } from './team.jobs';
import { teamPermissions, teamVisibility } from './team.permissions';
import { TeamResolver } from './team.resolver';
import { TeamService } from './team.service';

const service = new TeamService();

/** Those who work for the company, and what they may do. */
export const team: Feature = {
  name: 'team',
  entities: [TeamMember],
  resolvers: [new TeamResolver(service), new TeamMemberResolver(), new ViewerTeamMemberResolver()],
  permissions: teamPermissions,
  visibility: teamVisibility,
  jobs: [sendTeamInvitation],
  handlers: [
    on(invitationAccepted, (tx, { identityId }) => service.activate(tx, identityId)),
    on(addressChanged, (tx, { identityId }) => service.inviteAgain(tx, identityId)),
  ],
  references: { TeamMember: teamMemberById },
};
