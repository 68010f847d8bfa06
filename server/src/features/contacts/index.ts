import type { Feature } from '../../platform/feature';
import { EmailChangeService } from '../identities/email-change.service';
import { Contact } from './contact.entity';
import { contactById, partnerCompanyById } from './contact.loader';
import { contactPermissions } from './contact.permissions';
import { ContactFieldsResolver, ContactsResolver, ViewerContactResolver } from './contact.resolver';
import { ContactService } from './contact.service';
import { contactVisibility } from './contact.visibility';
import { PartnerCompany } from './partner-company.entity';
import { PartnerCompanyResolver } from './partner-company.resolver';

/** People outside the company and the firms they work for. */
export const contacts: Feature = {
  name: 'contacts',
  entities: [Contact, PartnerCompany],
  resolvers: [
    new ContactsResolver(new ContactService(new EmailChangeService())),
    new ContactFieldsResolver(),
    new ViewerContactResolver(),
    new PartnerCompanyResolver(),
  ],
  permissions: contactPermissions,
  visibility: contactVisibility,
  references: { Contact: contactById, PartnerCompany: partnerCompanyById },
};
