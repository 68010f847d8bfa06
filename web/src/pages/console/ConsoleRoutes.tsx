import { IconBuildingCommunity, IconHistory, IconUsers, IconUsersGroup } from '../../ui/icons';
import { useEffect } from 'react';
import { useTranslation } from '../../platform/i18n';
import { useLists } from '../../platform/lists';
import { Navigate, Route, Routes } from '../../platform/router';
import { NotFound } from '../../ui/ErrorPage';
import { SideShell } from '../../ui/SideShell';
import { ConsoleBrand } from './ConsoleBrand';
import { ConsoleMenu } from './ConsoleMenu';
import { ContactsPage } from './contacts/ContactsPage';
import {
  AddUnitsPage,
  AuditPage,
  ContactPage,
  fetchPages,
  NewContactPage,
  NewProjectPage,
  OpenPage,
  ProfilePage,
  ProjectPage,
  ProjectsPage,
  SettingsPage,
  TeamRoutes,
  UnitPage,
} from './lazyPages';

export function ConsoleRoutes() {
  const { t } = useTranslation('console');
  useLists();
  useEffect(fetchPages, []);
  const items = [
    { to: '/console/contacts', label: t('contacts.title'), icon: <IconUsers size={20} /> },
    { to: '/console/projects', label: t('projects.title'), icon: <IconBuildingCommunity size={20} /> },
    { to: '/console/team', label: t('team.title'), icon: <IconUsersGroup size={20} /> },
    { to: '/console/audit', label: t('audit.title'), icon: <IconHistory size={20} /> },
  ];
  return (
    <SideShell brand={<ConsoleBrand />} items={items} tools={<ConsoleMenu />}>
      <Routes>
        <Route index element={<Navigate replace to="/console/contacts" />} />
        <Route path="open/:id" element={<OpenPage />} />
        <Route path="contacts" element={<ContactsPage />} />
        <Route path="contacts/new/:kind" element={<NewContactPage />} />
        <Route path="contacts/:id" element={<ContactPage />} />
        <Route path="team/*" element={<TeamRoutes />} />
        <Route path="settings" element={<SettingsPage />} />
        <Route path="audit" element={<AuditPage />} />
        <Route path="profile" element={<ProfilePage />} />
        <Route path="projects" element={<ProjectsPage />} />
        <Route path="projects/new" element={<NewProjectPage />} />
        <Route path="projects/:id" element={<ProjectPage />} />
        <Route path="projects/:id/add-units" element={<AddUnitsPage />} />
        <Route path="units/:id" element={<UnitPage />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </SideShell>
  );
}
