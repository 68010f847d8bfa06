import { isTeam, type Viewer } from '../../platform/viewer';
import type { Company } from '../companies/company.entity';
import { BuyerAction } from './access.types';
import { isRemovable } from './removal.service';
import { AccessState, type UnitBuyer } from './unit-buyer.entity';

const inState: Record<AccessState, BuyerAction[]> = {
  [AccessState.NOT_YET_INVITED]: [BuyerAction.GRANT_ACCESS],
  [AccessState.INVITED]: [
    BuyerAction.RESEND_INVITATION,
    BuyerAction.CANCEL_INVITATION,
    BuyerAction.REVOKE_ACCESS,
  ],
  [AccessState.ACTIVE]: [BuyerAction.REVOKE_ACCESS],
  [AccessState.REVOKED]: [BuyerAction.RESTORE_ACCESS],
};

export const canBeLookedThrough = (state: AccessState) =>
  state === AccessState.INVITED || state === AccessState.ACTIVE;

/**
 * State machine 1 as the card shows it: only owners change access, and whoever is on the team may look, as long as
 * there is a portal to look at.
 */
export function actionsOn(
  buyer: UnitBuyer,
  viewer: Viewer | null,
  { portalEnabled }: Pick<Company, 'portalEnabled'>,
): BuyerAction[] {
  if (!viewer || !isTeam(viewer)) return [];
  return [
    ...(viewer.roles.has('OWNER') ? inState[buyer.accessState] : []),
    ...(viewer.roles.has('OWNER') && isRemovable(buyer) ? [BuyerAction.REMOVE] : []),
    ...(portalEnabled && canBeLookedThrough(buyer.accessState) ? [BuyerAction.IMPERSONATE] : []),
  ];
}
