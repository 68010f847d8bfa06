import { folded, sortNameOf } from '../../platform/folded';
import type { Contact } from './contact.entity';
import type { PartnerCompany } from './partner-company.entity';

type Named = Pick<Contact, 'firstName' | 'lastName'> & Partial<Pick<Contact, 'phone'>>;

/** The columns that follow from names and phone; whoever writes these writes those. */
export const searchable = ({
  firstName,
  lastName,
  phone,
}: Named): Pick<Contact, 'sortName' | 'searchText'> => ({
  sortName: sortNameOf(firstName, lastName),
  searchText: folded([firstName, lastName, phone, phone?.replace(/\D/g, '')].filter(Boolean).join(' ')),
});

/** The name of a firm with what follows from it: one key for all its cases, and what is searched and sorted by. */
export const named = (name: string): Pick<PartnerCompany, 'name' | 'nameKey' | 'sortName'> => ({
  name,
  nameKey: name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' '),
  sortName: folded(name),
});
