import type { Feature } from '../../platform/feature';
import { hasAccess, openTypes } from '../../platform/permissions';
import { EmailChangeService } from '../identities/email-change.service';
import { ProfileResolver } from './profile.resolver';
import { ProfileService } from './profile.service';

/** Everybody's own page about themselves, whatever they are here. */
export const profile: Feature = {
  name: 'profile',
  resolvers: [new ProfileResolver(new ProfileService(new EmailChangeService()))],
  permissions: { Mutation: { updateMyProfile: hasAccess }, ...openTypes('UpdateMyProfilePayload') },
};
