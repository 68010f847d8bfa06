import { on } from '../../platform/events';
import type { Feature } from '../../platform/feature';
import { isSignedIn, isTeamMember, openFields, openTypes } from '../../platform/permissions';
import { sessionsEnded } from '../identities/sessions';
import { Impersonation, OpenedObject } from './impersonation.entity';
import { impersonationsOfPerson } from './impersonation.personal-data';
import {
  ContactImpersonationResolver,
  ImpersonationResolver,
  ViewerImpersonationResolver,
} from './impersonation.resolver';
import { ImpersonationService } from './impersonation.service';
import { impersonationVisibility } from './impersonation.visibility';
import { byId } from '../../platform/loaders';

const service = new ImpersonationService();

export const impersonation: Feature = {
  name: 'impersonation',
  entities: [Impersonation, OpenedObject],
  resolvers: [
    new ImpersonationResolver(service),
    new ViewerImpersonationResolver(),
    new ContactImpersonationResolver(),
  ],
  permissions: {
    Query: { impersonations: isTeamMember },
    Mutation: { startImpersonation: isTeamMember, stopImpersonation: isSignedIn },
    Viewer: openFields('impersonation', 'impersonations'),
    Contact: openFields('viewerCanImpersonate'),
    ...openTypes(
      'Impersonation',
      'OpenedObject',
      'ImpersonationConnection',
      'ImpersonationEdge',
      'StartImpersonationPayload',
      'StopImpersonationPayload',
    ),
  },
  visibility: impersonationVisibility,
  references: { Impersonation: byId(Impersonation) },
  handlers: [on(sessionsEnded, (tx, { sessionIds }) => service.endWith(tx, sessionIds))],
  personalData: [impersonationsOfPerson],
};
