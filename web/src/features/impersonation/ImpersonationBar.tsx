import { IconEye } from '../../ui/icons';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../platform/i18n';
import { type SessionViewer, useSession } from '../../platform/session';
import { announce } from '../../ui/announce';
import { toast } from '../../ui/toasts';
import classes from './ImpersonationBar.module.css';
import { useStopImpersonation } from './useStopImpersonation';

/** On every page while someone looks through another person's eyes: whose they are, and for how long. */
export function ImpersonationBar() {
  const { viewer } = useSession();
  return viewer?.impersonation ? <Bar impersonation={viewer.impersonation} /> : null;
}

type Impersonation = NonNullable<SessionViewer['impersonation']>;

function Bar({ impersonation: { subjectName, expiresAt } }: { impersonation: Impersonation }) {
  const { t } = useTranslation('portal');
  const stop = useStopImpersonation();
  const seconds = useSecondsUntil(expiresAt);
  const over = useRef(false);
  useEffect(() => {
    if (seconds === 5 * 60 || seconds === 60) announce(t('impersonation.left', { count: seconds / 60 }));
    if (seconds > 0 || over.current) return;
    over.current = true;
    toast(t('impersonation.over'));
    void stop();
  }, [seconds, stop, t]);

  return (
    <section className={classes.bar} aria-label={t('impersonation.label')}>
      <p className={classes.words}>
        <IconEye size={20} />
        <span>
          {t('impersonation.as')} <strong>{subjectName}</strong>
          <span className={classes.note}>{t('impersonation.note')}</span>
        </span>
      </p>
      <span className={classes.end}>
        <span role="timer" aria-label={t('impersonation.timer')} className={classes.timer}>
          {clock(seconds)}
        </span>
        <button type="button" className={classes.stop} onClick={() => void stop()}>
          {t('impersonation.stop')}
        </button>
      </span>
    </section>
  );
}

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

function useSecondsUntil(moment: string): number {
  const left = () => Math.max(0, Math.ceil((Date.parse(moment) - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  const latest = useRef(left);
  latest.current = left;
  useEffect(() => {
    const tick = () => setSeconds(latest.current());
    tick();
    const timer = setInterval(tick, 1000);
    // A sleeping tab ticks late.
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [moment]);
  return seconds;
}
