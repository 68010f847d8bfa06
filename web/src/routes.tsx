import { lazy } from 'react';
import { expectTexts } from './platform/i18n';
import { Route, Routes } from './platform/router';
import { PortalOnly, Start, TeamOnly } from './guards';
import { Root } from './Root';
import { ServedApart } from './platform/ServedApart';
import { NotFound } from './ui/ErrorPage';
import { lazyPage } from './ui/lazyPage';

/** Each side is a tree of its own that only those who may enter it download. */
const sides = {
  console: async () => {
    const [routes] = await Promise.all([
      import('./pages/console/ConsoleRoutes'),
      import('./ui/Kit'),
      import('./ui/mantine-console.css'),
    ]);
    return routes;
  },
  portal: () => import('./pages/portal/PortalRoutes'),
  login: async () => {
    const [page] = await Promise.all([import('./pages/public/SignInPage'), import('./ui/Kit')]);
    return page;
  },
};

const texts = { console: 'console', portal: 'portal', login: 'auth' } as const;

/** Loads a side while the server is still being asked who enters. */
export function expectSide(pathname: string): void {
  const side = pathname.split('/')[1];
  if (side !== 'console' && side !== 'portal' && side !== 'login') return;
  expectTexts(texts[side]);
  // What fails now is told when the side is drawn.
  sides[side]().catch(() => undefined);
}

const ConsoleRoutes = lazyPage(sides.console, 'ConsoleRoutes');
const PortalRoutes = lazy(async () => ({ default: (await sides.portal()).PortalRoutes }));
const SignInPage = lazyPage(sides.login, 'SignInPage');
const InvitationPage = lazyPage(() => import('./pages/public/InvitationPage'), 'InvitationPage');
const RequestResetPage = lazyPage(() => import('./pages/public/RequestResetPage'), 'RequestResetPage');
const ResetPage = lazyPage(() => import('./pages/public/ResetPage'), 'ResetPage');
const ConfirmEmailPage = lazyPage(() => import('./pages/public/ConfirmEmailPage'), 'ConfirmEmailPage');
const PrivacyPage = lazyPage(() => import('./pages/public/PrivacyPage'), 'PrivacyPage');

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
