import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useTranslation } from '../../platform/i18n';
import { Navigate, Outlet, useParams } from '../../platform/router';
import { homePath, rememberHome } from '../../features/home/currentHome';
import { useHomeName } from '../../features/home/useHomeName';
import { useViewer } from '../../platform/session';
import { NotFound } from '../../ui/ErrorPage';
import { toast } from '../../ui/toasts';
import { NoHome } from './lazyPages';

/**
 * Before the pages of one home. When access to it ends while she looks, another of her homes opens, or a friendly
 * word; when it comes back, so does the page. A home that never was hers is not found.
 */
export function HomeGate() {
  const { homeId = '' } = useParams();
  const { homes } = useViewer();
  const wasHers = useRef(new Set<string>()).current;
  const home = homes.find(({ id }) => id === homeId);
  useForgetting(home ? null : homeId);
  useEffect(() => {
    if (!home) return;
    wasHers.add(home.id);
    rememberHome(home.id);
  }, [home, wasHers]);

  if (home) return <Outlet key={home.id} />;
  const [other] = homes;
  if (!other) return <NoHome />;
  return wasHers.has(homeId) ? <ToOther home={other} /> : <NotFound />;
}

function ToOther({ home }: { home: ReturnType<typeof useViewer>['homes'][number] }) {
  const { t } = useTranslation('portal');
  const name = useHomeName()(home);
  useEffect(() => toast(t('revoked.switched', { home: name })), [t, name]);
  return <Navigate replace to={homePath(home.id)} state={{ force: true }} />;
}

/** What was loaded of a home that is closed now does not stay in the browser. */
function useForgetting(homeId: string | null): void {
  const { cache } = useApolloClient();
  useEffect(() => {
    if (!homeId) return;
    cache.evict({ id: cache.identify({ __typename: 'Unit', id: homeId }) });
    cache.gc();
  }, [cache, homeId]);
}
