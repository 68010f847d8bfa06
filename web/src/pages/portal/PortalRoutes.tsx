import { Navigate, Route, Routes } from '../../platform/router';
import { homePath, useCurrentHome } from '../../features/home/currentHome';
import { useSession } from '../../platform/session';
import { NotFound } from '../../ui/ErrorPage';
import { HomeGate } from './HomeGate';
import { HomePage } from './HomePage';
import { InformationPage, NoHome, ProfilePage, ProjectsPage } from './lazyPages';
import { PortalFrame } from './PortalFrame';

export function PortalRoutes() {
  const { hasRole, isPortal } = useSession();
  return (
    <PortalFrame>
      <Routes>
        <Route index element={<Entrance />} />
        <Route path="homes/:homeId" element={<HomeGate />}>
          <Route index element={<HomePage />} />
          <Route path="information" element={<InformationPage />} />
        </Route>
        {hasRole('PARTNER') && <Route path="projects" element={<ProjectsPage />} />}
        {isPortal && <Route path="profile" element={<ProfilePage />} />}
        <Route path="*" element={isPortal ? <NotFound /> : <NoHome />} />
      </Routes>
    </PortalFrame>
  );
}

/** To her home, to a partner's projects, or to a friendly word. */
function Entrance() {
  const { hasRole } = useSession();
  const home = useCurrentHome();
  if (home) return <Navigate replace to={homePath(home.id)} />;
  return hasRole('PARTNER') ? <Navigate replace to="/portal/projects" /> : <NoHome />;
}
