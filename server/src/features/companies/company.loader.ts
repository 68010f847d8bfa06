import { sql, raw } from '../../platform/database/sql';
import { notFound } from '../../platform/errors';
import type { LoaderDefinition, RequestContext } from '../../platform/request-context';
import { Company } from './company.entity';
import { columnsOf } from '../../platform/database/columns';

/** The company of this request; row-level security shows no other. */
export const companyById: LoaderDefinition<string, Company> = async (ctx, ids) => {
  const columns = raw(columnsOf(Company, ctx.platform.dataSource));
  const [own] = await ctx.select<Company>(
    sql`SELECT ${columns} FROM companies row WHERE row.id = ${ctx.companyId}`,
  );
  return ids.map((id) => (own?.id === id ? own : notFound('This company')));
};

export const ownCompany = (ctx: RequestContext) => ctx.load(companyById, ctx.companyId);
