import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from './platform/i18n';
import { Outlet, useLocation } from './platform/router';
import { OfflineNotice } from './features/session/OfflineNotice';
import { setConnection, useConnection } from './platform/connection';
import { isNetworkFailure, isNotFound, referenceOf } from './platform/errors';
import { loginPath } from './platform/returnPath';
import { useSession } from './platform/session';
import { onSignal } from './platform/signals';
import { ErrorBoundary } from './ui/ErrorBoundary';
import { ErrorPage, NotFound } from './ui/ErrorPage';
import { PageSkeleton } from './ui/Skeletons';
import { refusal } from './ui/toasts';

const PROBE_MS = 5_000;

/** Around every page: what the network says, and where the session's end leads. */
export function Root() {
  useSessionEnd();
  useImpersonationToasts();
  useReconnecting();
  const { pathname } = useLocation();
  return (
    <>
      <OfflineNotice />
      <ErrorBoundary resetKey={pathname} failed={(error) => <Failed error={error} />}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </ErrorBoundary>
    </>
  );
}

function useSessionEnd(): void {
  const { t } = useTranslation();
  const { viewer, identityChanged } = useSession();
  const latest = useRef(viewer);
  latest.current = viewer;
  useEffect(
    () =>
      onSignal('sessionExpired', () => {
        if (!latest.current) return;
        const { pathname, search } = window.location;
        refusal(t('frame.sessionExpired'), 'session-expired');
        void identityChanged(loginPath(pathname + search));
      }),
    [t, identityChanged],
  );
}

function useImpersonationToasts(): void {
  const { t } = useTranslation();
  useEffect(() => onSignal('readOnly', () => refusal(t('frame.readOnly'), 'read-only')), [t]);
  useEffect(
    () => onSignal('impersonationOver', () => refusal(t('frame.impersonationOver'), 'impersonation-over')),
    [t],
  );
}

/** While the server is out of reach, asks now and then, and at once when the device says it is back. */
function useReconnecting(): void {
  const { refresh } = useSession();
  const { online } = useConnection();
  useEffect(() => {
    const probe = () => void refresh().catch(() => undefined);
    const lost = () => setConnection({ online: false });
    window.addEventListener('online', probe);
    window.addEventListener('offline', lost);
    const timer = online ? undefined : setInterval(probe, PROBE_MS);
    return () => {
      window.removeEventListener('online', probe);
      window.removeEventListener('offline', lost);
      clearInterval(timer);
    };
  }, [online, refresh]);
}

/** A page that threw: someone else's object and a missing one look alike. */
function Failed({ error }: { error: unknown }) {
  if (isNotFound(error)) return <NotFound bare />;
  const offline = isNetworkFailure(error) || /dynamically imported module/.test(String(error));
  return <ErrorPage bare reference={referenceOf(error)} offline={offline} />;
}
