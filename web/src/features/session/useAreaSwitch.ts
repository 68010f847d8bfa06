import { useTranslation } from '../../platform/i18n';
import { useSession } from '../../platform/session';
import { type Area, rememberArea } from './area';

/** For the few who work here and also bought here: the way to the other side; null for all others. */
export function useAreaSwitch(from: Area): { to: string; label: string; onClick: () => void } | null {
  const { t } = useTranslation();
  const { isTeam, isPortal } = useSession();
  if (!isTeam || !isPortal) return null;
  const area: Area = from === 'console' ? 'portal' : 'console';
  return {
    to: `/${area}`,
    label: area === 'console' ? t('nav.toConsole') : t('nav.toPortal'),
    onClick: () => rememberArea(area),
  };
}
