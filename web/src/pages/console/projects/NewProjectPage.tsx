import { useTranslation } from '../../../platform/i18n';
import { NewProjectForm } from '../../../features/projects/NewProjectForm';
import { useSession } from '../../../platform/session';
import { NotFound } from '../../../ui/ErrorPage';
import { PageHeader } from '../../../ui/PageHeader';

export function NewProjectPage() {
  const { t } = useTranslation('console');
  const { hasRole } = useSession();
  if (!hasRole('OWNER')) return <NotFound />;
  return (
    <>
      <PageHeader
        title={t('projects.new')}
        lead={t('projects.newLead')}
        crumbs={[{ label: t('projects.title'), to: '/console/projects' }]}
      />
      <NewProjectForm />
    </>
  );
}
