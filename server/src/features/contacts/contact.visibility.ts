import { sql } from '../../platform/database/sql';
import { isTeam, type Viewer } from '../../platform/viewer';
import { everythingIf, sees, type Visibility } from '../../platform/visibility';
import { Contact } from './contact.entity';
import { PartnerCompany } from './partner-company.entity';

const firmOf = ({ roles, partnerCompanyId }: Viewer) => (roles.has('PARTNER') ? partnerCompanyId : null);

export const contactVisibility: Visibility[] = [
  sees(
    Contact,
    'owners see everybody',
    everythingIf(({ roles }) => roles.has('OWNER')),
  ),
  sees(Contact, 'a person sees herself', ({ contactId }) => (contactId ? sql`row.id = ${contactId}` : null)),
  sees(Contact, 'colleagues of a partner company see each other', (viewer) => {
    const firm = firmOf(viewer);
    return firm ? sql`row.partner_company_id = ${firm} AND row.is_partner` : null;
  }),
  sees(PartnerCompany, 'the team sees every partner company', everythingIf(isTeam)),
  sees(PartnerCompany, 'a partner sees the company she works for', (viewer) => {
    const firm = firmOf(viewer);
    return firm ? sql`row.id = ${firm}` : null;
  }),
];

/** The team and the person herself are shown everything of a contact; who else sees the contact, sees a name. */
export const isShownAll = (viewer: Viewer | null, contact: Contact): boolean =>
  viewer !== null && (isTeam(viewer) || viewer.contactId === contact.id);

/** Colleagues are shown how to reach each other as well. */
export const isShownHowToReach = (viewer: Viewer | null, contact: Contact): boolean =>
  isShownAll(viewer, contact) ||
  (viewer !== null && firmOf(viewer) !== null && firmOf(viewer) === contact.partnerCompanyId);
