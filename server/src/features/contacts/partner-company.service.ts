import { audit } from '../../platform/audit/audit';
import { sql } from '../../platform/database/sql';
import { invalid } from '../../platform/errors';
import { contains } from '../../platform/folded';
import { page, type Connection } from '../../platform/graphql/connection';
import type { RequestContext, Transaction } from '../../platform/request-context';
import { named } from './contact-names';
import type { PartnerCompaniesArgs, PartnerCompanyInput } from './contact.types';
import { PartnerCompany } from './partner-company.entity';

/** A new firm of partners; one of the same name is refused, also when two people add it at once. */
export async function addPartnerCompany(
  tx: Transaction,
  { name, vat }: PartnerCompanyInput,
): Promise<PartnerCompany> {
  const names = named(name);
  if (await tx.asSystem().row(PartnerCompany, sql`row.name_key = ${names.nameKey}`)) {
    throw invalid(
      ['newPartnerCompany', 'name'],
      'duplicate',
      'There is a partner company of this name already.',
    );
  }
  const firm = await tx.insert(PartnerCompany, { ...names, vat: vat || null });
  await audit(tx, 'partnerCompany.created', { object: { type: 'PartnerCompany', id: firm.id } });
  return firm;
}

export const listPartnerCompanies = (
  ctx: RequestContext,
  { search, first, after }: PartnerCompaniesArgs,
): Promise<Connection<PartnerCompany>> =>
  page(ctx, PartnerCompany, {
    where: search ? contains(sql`row.sort_name`, search) : undefined,
    order: { by: ['sortName'] },
    searching: Boolean(search),
    first,
    after,
  });
