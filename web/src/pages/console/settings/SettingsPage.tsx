import { useQuery } from '@apollo/client/react';
import { useTranslation } from '../../../platform/i18n';
import { CompanyForm } from '../../../features/company/CompanyForm';
import { CompanyPictures } from '../../../features/company/CompanyPictures';
import { LookForm } from '../../../features/company/LookForm';
import { PrivacyForm } from '../../../features/company/PrivacyForm';
import { RegionForm } from '../../../features/company/RegionForm';
import { graphql } from '../../../gql';
import { useSession } from '../../../platform/session';
import { NotFound } from '../../../ui/ErrorPage';
import { PageHeader } from '../../../ui/PageHeader';
import { Panel } from '../../../ui/Panel';
import { PageSkeleton } from '../../../ui/Skeletons';
import classes from './SettingsPage.module.css';

const SettingsPageQuery = graphql(`
  query SettingsPage {
    companySettings {
      ...CompanySettings_settings
    }
  }
`);

/** Everything about the company itself; for owners only. */
export function SettingsPage() {
  const { hasRole } = useSession();
  return hasRole('OWNER') ? <Settings /> : <NotFound />;
}

function Settings() {
  const { t } = useTranslation('settings');
  const { company } = useSession();
  const { data, error, refetch } = useQuery(SettingsPageQuery);
  if (error && !data) throw error;
  if (!data) return <PageSkeleton />;
  const settings = data.companySettings;
  if (!settings) return <NotFound />;
  const part = { settings, reload: () => refetch() };
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead', { company: company.name })} />
      <div className={classes.parts}>
        <Panel title={t('company')} lead={t('companyLead')}>
          <CompanyForm {...part} />
        </Panel>
        <Panel title={t('pictures')} lead={t('picturesLead')}>
          <CompanyPictures {...part} />
        </Panel>
        <Panel title={t('look')} lead={t('lookLead')}>
          <LookForm {...part} />
        </Panel>
        <Panel title={t('region')}>
          <RegionForm {...part} />
        </Panel>
        <Panel title={t('privacy')}>
          <PrivacyForm {...part} />
        </Panel>
      </div>
    </>
  );
}
