import { useTranslation } from 'react-i18next';
import { useConnection } from '../../platform/connection';
import { NoticeBar } from '../../ui/NoticeBar';

export function OfflineNotice() {
  const { t } = useTranslation();
  const { online } = useConnection();
  return online ? null : <NoticeBar>{t('frame.offline')}</NoticeBar>;
}
