import { Navigate, Outlet, useLocation } from './platform/router';
import { startArea } from './features/session/area';
import { loginPath } from './platform/returnPath';
import { useSession } from './platform/session';
import { NotFound } from './ui/ErrorPage';

/** `/`: to where this person's work or home is. */
export function Start() {
  const session = useSession();
  return <Navigate replace to={session.viewer ? `/${startArea(session)}` : '/login'} />;
}

function ToLogin() {
  const { pathname, search } = useLocation();
  return <Navigate replace to={loginPath(pathname + search)} />;
}

/** A convenience for people; the server refuses on its own whatever this lets through. */
export function TeamOnly() {
  const { viewer, isTeam } = useSession();
  if (!viewer) return <ToLogin />;
  return isTeam ? <Outlet /> : <NotFound bare />;
}

/** Whoever lost the last home still gets the portal's friendly word about it. */
export function PortalOnly() {
  const { viewer, isTeam, isPortal } = useSession();
  if (!viewer) return <ToLogin />;
  return isPortal || !isTeam ? <Outlet /> : <Navigate replace to="/console" />;
}
