import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from '../platform/i18n';
import { useBrowserHistory } from '../platform/router';
import { Sheet } from './Sheet';

/** Asks once before a page with unsaved changes is left, by link, back button or closing the tab. */
export function LeaveGuard({ when }: { when: boolean }) {
  const { t } = useTranslation();
  const history = useBrowserHistory();
  const [leave, setLeave] = useState<(() => void) | null>(null);
  useEffect(() => {
    if (!when) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    const free = history?.guard((go) => setLeave(() => go));
    return () => {
      window.removeEventListener('beforeunload', ask);
      free?.();
    };
  }, [when, history]);

  if (!leave) return null;
  const stay = () => setLeave(null);
  return (
    <Sheet
      title={t('form.leaveTitle')}
      onClose={stay}
      actions={
        <>
          <Button
            variant="default"
            onClick={() => {
              stay();
              leave();
            }}
          >
            {t('form.leave')}
          </Button>
          <Button onClick={stay} data-autofocus>
            {t('form.stay')}
          </Button>
        </>
      }
    >
      <p>{t('form.leaveText')}</p>
    </Sheet>
  );
}
