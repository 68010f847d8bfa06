import { event } from '../../platform/events';

/** A colleague was added; `projectIds` are those she or he is to be put on. */
export const teamMemberAdded = event<{ memberId: string; identityId: string; projectIds: string[] }>(
  'team.added',
);

/** A colleague can no longer sign in; `handOverToId` is the member who takes over, null where nobody is named. */
export const teamMemberDeactivated = event<{
  memberId: string;
  identityId: string;
  handOverToId: string | null;
}>('team.deactivated');
