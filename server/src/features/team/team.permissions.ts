import { isOwner, isTeamMember, openFields, openTypes, type PermissionMap } from '../../platform/permissions';
import { everythingIf, sees, type Visibility } from '../../platform/visibility';
import { isTeam } from '../../platform/viewer';
import { TeamMember } from './team-member.entity';

export const teamVisibility: Visibility[] = [
  sees(TeamMember, 'colleagues see each other', everythingIf(isTeam)),
];

export const teamPermissions: PermissionMap = {
  Query: { teamMembers: isTeamMember },
  Mutation: {
    addTeamMember: isOwner,
    changeTeamMemberRole: isOwner,
    deactivateTeamMember: isOwner,
    reactivateTeamMember: isOwner,
  },
  Viewer: openFields('teamMember'),
  TeamMember: {
    ...openFields('id', 'firstName', 'lastName', 'name', 'jobTitle', 'picture', 'role', 'state', 'version'),
    ...openFields('viewerCanResendInvitation'),
    email: isTeamMember,
    phone: isTeamMember,
    signature: isTeamMember,
    invitedAt: isTeamMember,
    lastSeenAt: isTeamMember,
  },
  ...openTypes(
    'TeamMemberConnection',
    'TeamMemberEdge',
    'AddTeamMemberPayload',
    'ChangeTeamMemberRolePayload',
    'DeactivateTeamMemberPayload',
    'ReactivateTeamMemberPayload',
  ),
};
