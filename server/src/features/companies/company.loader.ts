import { notFound } from '../../platform/errors';
import type { LoaderDefinition, RequestContext } from '../../platform/request-context';
import { Company } from './company.entity';

/** The company of this request; row-level security shows no other. */
export const companyById: LoaderDefinition<string, Company> = async (ctx, ids) => {
  const own = await ctx.companyRow(Company);
  return ids.map((id) => (own?.id === id ? own : notFound('This company')));
};

export const ownCompany = (ctx: RequestContext) => ctx.load(companyById, ctx.companyId);
