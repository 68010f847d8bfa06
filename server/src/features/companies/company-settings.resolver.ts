import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/request-context';
import { FilePurpose } from '../files/file.entity';
import { purposes } from '../files/file-purposes';
import type { Company } from './company.entity';
import { ownCompany } from './company.loader';
import type { CompanyService } from './company.service';
import { CompanySettings, UpdateCompanyInput, UpdateCompanyPayload } from './company.types';

const uploadLimits = Object.values(FilePurpose).map((purpose) => {
  const { maxBytes, types } = purposes[purpose];
  return { purpose, maxBytes, mimeTypes: types };
});

const settingsOf = (company: Company): CompanySettings => ({ ...company, company, uploadLimits });

@Resolver()
export class CompanySettingsResolver {
  constructor(private readonly companies: CompanyService) {}

  @Query(() => CompanySettings, { nullable: true, description: 'The settings; owners only.' })
  async companySettings(@Ctx() ctx: RequestContext): Promise<CompanySettings> {
    return settingsOf(await ownCompany(ctx));
  }

  @Mutation(() => UpdateCompanyPayload, {
    nullable: true,
    description: 'Change the settings; owners only. Open pages follow.',
  })
  async updateCompany(
    @Arg('input', () => UpdateCompanyInput, { description: 'The version and the change.' })
    { version, change }: UpdateCompanyInput,
    @Ctx() ctx: RequestContext,
  ): Promise<UpdateCompanyPayload> {
    return { settings: settingsOf(await this.companies.update(ctx, version, change)), errors: [] };
  }
}
