import { useTranslation } from '../../platform/i18n';
import { IconEyeOff } from '../../ui/icons';
import { useStopImpersonation } from './useStopImpersonation';

/** Among the choices of the person's menu, in place of signing out. */
export function StopImpersonation({ className }: { className?: string }) {
  const { t } = useTranslation('portal');
  const stop = useStopImpersonation();
  return (
    <button type="button" className={className} onClick={() => void stop()}>
      <IconEyeOff size={20} />
      {t('impersonation.stop')}
    </button>
  );
}
