import type { Feature } from '../../platform/feature';
import { EmailChangeService } from './email-change.service';
import { Identity } from './identity.entity';
import {
  sendEmailChangeNotice,
  sendEmailConfirmation,
  sendPasswordChanged,
  sendPasswordReset,
} from './identity.jobs';
import { identityPersonalData } from './identity.personal-data';
import { identityPermissions } from './identity.permissions';
import { IdentityResolver, InvitationLinkResolver } from './identity.resolver';
import { InvitationLinkService } from './invitation-link.service';
import { LoginLink } from './login-link.entity';
import { PasswordService } from './password.service';
import { Session } from './session.entity';
import { SessionService } from './session.service';
import { SignInService } from './sign-in.service';
import { ViewerResolver } from './viewer.resolver';
import { ViewerChangedResolver } from './viewer-changed.resolver';

export const identities: Feature = {
  name: 'identities',
  entities: [Identity, Session, LoginLink],
  resolvers: [
    new IdentityResolver(
      new SignInService(),
      new PasswordService(),
      new SessionService(),
      new EmailChangeService(),
    ),
    new InvitationLinkResolver(new InvitationLinkService()),
    new ViewerResolver(),
    new ViewerChangedResolver(),
  ],
  permissions: identityPermissions,
  jobs: [sendPasswordReset, sendPasswordChanged, sendEmailConfirmation, sendEmailChangeNotice],
  personalData: identityPersonalData,
};
