import { useTranslation } from '../../../platform/i18n';
import { NewTeamMemberForm } from '../../../features/team/NewTeamMemberForm';
import { useSession } from '../../../platform/session';
import { NotFound } from '../../../ui/ErrorPage';
import { PageHeader } from '../../../ui/PageHeader';

export function NewTeamMemberPage() {
  const { t } = useTranslation('team');
  const { hasRole } = useSession();
  if (!hasRole('OWNER')) return <NotFound />;
  return (
    <>
      <PageHeader
        title={t('new')}
        lead={t('newLead')}
        crumbs={[{ label: t('title'), to: '/console/team' }]}
      />
      <NewTeamMemberForm />
    </>
  );
}
