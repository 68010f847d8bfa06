import { AuditEvent } from '../platform/audit/audit-event.entity';
import type { Feature } from '../platform/feature';
import type { PersonalData } from '../platform/personal-data';
import { MailDelivery } from '../platform/mail/mail-delivery.entity';
import { OutboxEntry } from '../platform/outbox/outbox-entry.entity';
import { RateLimitCounter } from '../platform/rate-limits';
import { access } from '../features/access';
import { audit } from '../features/audit';
import { companies } from '../features/companies';
import { contacts } from '../features/contacts';
import { files } from '../features/files';
import { identities } from '../features/identities';
import { impersonation } from '../features/impersonation';
import { mailbox } from '../features/mailbox';
import { profile } from '../features/profile';
import { projects } from '../features/projects';
import { sales } from '../features/sales';
import { team } from '../features/team';
import { nodes } from './node.resolver';

/** What all features hold about a person. */
export function personalData(): PersonalData[] {
  return features.flatMap((feature) => feature.personalData ?? []);
}

/** In the order of allowed imports: a feature knows those above it, never those below. */
const product: Feature[] = [
  files,
  companies,
  identities,
  mailbox,
  team,
  contacts,
  profile,
  projects,
  access(personalData),
  sales,
  impersonation,
  audit,
];

export const features: Feature[] = [...product, nodes(product)];

export const entities: Function[] = [
  AuditEvent,
  MailDelivery,
  OutboxEntry,
  RateLimitCounter,
  ...features.flatMap((feature) => feature.entities ?? []),
];
