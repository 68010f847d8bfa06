import { isAnyone, isOwner, openFields, openTypes, type PermissionMap } from '../../platform/permissions';

export const companyPermissions: PermissionMap = {
  Query: { company: isAnyone, companySettings: isOwner },
  Mutation: { updateCompany: isOwner },
  Company: openFields(
    'id',
    'name',
    'slug',
    'defaultLanguage',
    'theme',
    'logo',
    'loginImage',
    'timeZone',
    'currency',
    'portalEnabled',
    'termsVersion',
    'privacyText',
    'contactEmail',
    'contactPhone',
  ),
  ...openTypes('Theme', 'Node', 'CompanySettings', 'UploadLimit', 'UpdateCompanyPayload'),
};
