import { lazy } from 'react';

/** Pages that are opened now and then: each is downloaded with its first visit. */
export const TeamRoutes = lazy(() =>
  import('./team/TeamRoutes').then(({ TeamRoutes: page }) => ({ default: page })),
);

export const SettingsPage = lazy(() =>
  import('./settings/SettingsPage').then(({ SettingsPage: page }) => ({ default: page })),
);

export const AuditPage = lazy(() =>
  import('./audit/AuditPage').then(({ AuditPage: page }) => ({ default: page })),
);

export const ProfilePage = lazy(() =>
  import('./profile/ProfilePage').then(({ ProfilePage: page }) => ({ default: page })),
);
