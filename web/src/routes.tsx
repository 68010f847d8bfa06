import { type ComponentType, lazy } from 'react';
import { Route, Routes } from './platform/router';
import { PortalOnly, Start, TeamOnly } from './guards';
import { Root } from './Root';
import { ServedApart } from './platform/ServedApart';
import { NotFound } from './ui/ErrorPage';

/** Each side is a tree of its own that only those who may enter it download. */
const sides = {
  console: async () => {
    await import('./ui/mantine-console.css');
    return import('./pages/console/ConsoleRoutes');
  },
  portal: () => import('./pages/portal/PortalRoutes'),
};

/** Loads a side while the server is still being asked who enters. */
export function expectSide(pathname: string): void {
  const side = pathname.split('/')[1];
  // What fails now is told when the side is drawn.
  if (side === 'console' || side === 'portal') sides[side]().catch(() => undefined);
}

const ConsoleRoutes = page(() => sides.console(), 'ConsoleRoutes');
const PortalRoutes = page(() => sides.portal(), 'PortalRoutes');
const SignInPage = page(() => import('./pages/public/SignInPage'), 'SignInPage');
const InvitationPage = page(() => import('./pages/public/InvitationPage'), 'InvitationPage');
const RequestResetPage = page(() => import('./pages/public/RequestResetPage'), 'RequestResetPage');
const ResetPage = page(() => import('./pages/public/ResetPage'), 'ResetPage');
const ConfirmEmailPage = page(() => import('./pages/public/ConfirmEmailPage'), 'ConfirmEmailPage');
const PrivacyPage = page(() => import('./pages/public/PrivacyPage'), 'PrivacyPage');

export function AppRoutes() {
  return (
    <Routes>
      <Route element={<Root />}>
        <Route index element={<Start />} />
        <Route element={<TeamOnly />}>
          <Route path="console/*" element={<ConsoleRoutes />} />
        </Route>
        <Route element={<PortalOnly />}>
          <Route path="portal/*" element={<PortalRoutes />} />
        </Route>
        <Route path="login" element={<SignInPage />} />
        <Route path="invitation/:token" element={<InvitationPage />} />
        <Route path="reset" element={<RequestResetPage />} />
        <Route path="reset/:token" element={<ResetPage />} />
        <Route path="confirm-email/:token" element={<ConfirmEmailPage />} />
        <Route path="privacy" element={<PrivacyPage />} />
        <Route path="developers/playground" element={<ServedApart />} />
        <Route path="*" element={<NotFound bare />} />
      </Route>
    </Routes>
  );
}

function page<N extends string>(load: () => Promise<Record<N, ComponentType>>, name: N) {
  return lazy(async () => ({ default: (await load())[name] }));
}
