import { lazy } from 'react';
import { lazyPage } from '../../ui/lazyPage';

export const InformationPage = lazyPage(() => import('./InformationPage'), 'InformationPage');
export const ProfilePage = lazyPage(() => import('./ProfilePage'), 'ProfilePage');
export const ProjectsPage = lazyPage(() => import('./ProjectsPage'), 'ProjectsPage');
export const NoHome = lazy(async () => ({ default: (await import('./NoHome')).NoHome }));
