import { useTranslation } from '../../platform/i18n';
import { useConnection } from '../../platform/connection';
import { NoticeBar } from '../../ui/NoticeBar';

export function OfflineNotice() {
  const { t } = useTranslation();
  const { online } = useConnection();
  return online ? null : <NoticeBar>{t('frame.offline')}</NoticeBar>;
}
