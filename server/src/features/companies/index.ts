import type { Feature } from '../../platform/feature';
import { Company } from './company.entity';
import { companyById } from './company.loader';
import { companyPermissions } from './company.permissions';
import { CompanyResolver } from './company.resolver';
import { CompanyService } from './company.service';
import { CompanySettingsResolver } from './company-settings.resolver';
import { companyVisibility } from './company.visibility';

export const companies: Feature = {
  name: 'companies',
  entities: [Company],
  resolvers: [new CompanyResolver(), new CompanySettingsResolver(new CompanyService())],
  permissions: companyPermissions,
  visibility: companyVisibility,
  references: { Company: companyById },
};
