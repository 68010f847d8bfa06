import { useTranslation } from '../../../platform/i18n';
import { useSession } from '../../../platform/session';
import { useChoiceParam } from '../../../platform/urlState';
import { PageHeader } from '../../../ui/PageHeader';
import { PageTabs } from '../../../ui/PageTabs';
import { ImpersonationsTab } from './ImpersonationsTab';
import { LogTab } from './LogTab';

const tabs = ['log', 'impersonations'] as const;

export function AuditPage() {
  const { t } = useTranslation('audit');
  const { hasRole } = useSession();
  const [tab, setTab] = useChoiceParam('tab', tabs, 'log');
  return (
    <>
      <PageHeader title={t('title')} lead={hasRole('OWNER') ? t('lead') : t('leadAdministrator')} />
      <PageTabs
        label={t('title')}
        value={tab}
        onChange={setTab}
        tabs={tabs.map((value) => ({ value, label: t(`tabs.${value}`) }))}
      >
        {tab === 'log' ? <LogTab /> : <ImpersonationsTab />}
      </PageTabs>
    </>
  );
}
