import { IconFolder } from '../../ui/icons';
import { useTranslation } from '../../platform/i18n';
import { useSession } from '../../platform/session';
import { EmptyState } from '../../ui/EmptyState';
import { PageHeader } from '../../ui/PageHeader';
import classes from './ProjectsPage.module.css';

/** Where a partner will find the projects that he was asked to. */
export function ProjectsPage() {
  const { t } = useTranslation('portal');
  const { company } = useSession();
  return (
    <>
      <PageHeader title={t('projects.title')} lead={t('projects.lead', { company: company.name })} />
      <div className={classes.frame}>
        <EmptyState
          icon={<IconFolder size={26} />}
          title={t('projects.emptyTitle')}
          text={t('projects.emptyText', { company: company.name })}
        />
      </div>
    </>
  );
}
