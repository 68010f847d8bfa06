import { type ComponentType, lazy } from 'react';

type Load = () => Promise<unknown>;
const often: Load[] = [];

const page = <N extends string>(load: () => Promise<Record<N, ComponentType>>, name: N) =>
  lazy(async () => ({ default: (await load())[name] }));

/** One that a day's work leads to: it is downloaded before somebody asks, once the first page is there. */
function soon<N extends string>(load: () => Promise<Record<N, ComponentType>>, name: N) {
  often.push(load);
  return page(load, name);
}

export const ContactPage = soon(() => import('./contacts/ContactPage'), 'ContactPage');
export const NewContactPage = soon(() => import('./contacts/NewContactPage'), 'NewContactPage');
export const ProjectsPage = soon(() => import('./projects/ProjectsPage'), 'ProjectsPage');
export const ProjectPage = soon(() => import('./projects/ProjectPage'), 'ProjectPage');
export const UnitPage = soon(() => import('./units/UnitPage'), 'UnitPage');
export const OpenPage = soon(() => import('./OpenPage'), 'OpenPage');
export const NewProjectPage = page(() => import('./projects/NewProjectPage'), 'NewProjectPage');
export const AddUnitsPage = page(() => import('./projects/AddUnitsPage'), 'AddUnitsPage');
export const TeamRoutes = page(() => import('./team/TeamRoutes'), 'TeamRoutes');
export const SettingsPage = page(() => import('./settings/SettingsPage'), 'SettingsPage');
export const AuditPage = page(() => import('./audit/AuditPage'), 'AuditPage');
export const ProfilePage = page(() => import('./profile/ProfilePage'), 'ProfilePage');

const PAUSE_MS = 2_000;

/** Downloads the pages that are likely to be next; whoever leaves before ends it. */
export function fetchPages(): () => void {
  const timer = setTimeout(() => {
    // What fails now is told when the page is opened.
    for (const load of often) load().catch(() => undefined);
  }, PAUSE_MS);
  return () => clearTimeout(timer);
}
