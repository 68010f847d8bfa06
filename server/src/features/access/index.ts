import { on } from '../../platform/events';
import type { Feature } from '../../platform/feature';
import type { PersonalData } from '../../platform/personal-data';
import { addressChanged } from '../identities/addresses';
import { invitationAccepted } from '../identities/password.service';
import { TeamService } from '../team/team.service';
import { sendAccessRestored, sendAccessRevoked, sendInvitation, sendNewUnit } from './access.jobs';
import { buyerById } from './access.loader';
import { accessPermissions } from './access.permissions';
import { AccessResolver } from './access.resolver';
import { AccessService } from './access.service';
import { accessVisibility } from './access.visibility';
import {
  BuyerFieldsResolver,
  ContactAccessResolver,
  UnitBuyersResolver,
  ViewerHomesResolver,
} from './buyer-fields.resolver';
import { mailsOfPerson } from './mail.personal-data';
import { Removal } from './removal.entity';
import { noteRemoval } from './removal.list';
import { RemovalService } from './removal.service';
import { UnitBuyer } from './unit-buyer.entity';

/** `personalData` is what all features hold about a person; the composition root knows them. */
export function access(personalData: () => readonly PersonalData[]): Feature {
  const service = new AccessService();
  const removal = new RemovalService(personalData);
  return {
    name: 'access',
    entities: [UnitBuyer, Removal],
    resolvers: [
      new AccessResolver(service, removal, new TeamService()),
      new BuyerFieldsResolver(removal),
      new UnitBuyersResolver(),
      new ContactAccessResolver(),
      new ViewerHomesResolver(),
    ],
    permissions: accessPermissions,
    visibility: accessVisibility,
    references: { UnitBuyer: buyerById },
    jobs: [sendInvitation, sendNewUnit, sendAccessRevoked, sendAccessRestored, noteRemoval],
    handlers: [
      on(invitationAccepted, (tx, { identityId }) => service.activate(tx, identityId)),
      on(addressChanged, (tx, { identityId }) => service.inviteAgain(tx, identityId)),
    ],
    personalData: [mailsOfPerson],
  };
}
