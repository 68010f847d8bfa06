import { sql } from '../../platform/database/sql';
import { byId, byIdOrNull, manyBy } from '../../platform/loaders';
import { Contact } from './contact.entity';
import { PartnerCompany } from './partner-company.entity';

export const contactById = byId(Contact);
export const contactByIdOrNull = byIdOrNull(Contact);
export const partnerCompanyById = byId(PartnerCompany);
export const partnerCompanyByIdOrNull = byIdOrNull(PartnerCompany);
export const peopleOfPartnerCompany = manyBy(Contact, 'partnerCompanyId', sql`row.sort_name, row.id`);
