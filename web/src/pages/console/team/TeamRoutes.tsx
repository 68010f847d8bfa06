import { Route, Routes } from '../../../platform/router';
import { NotFound } from '../../../ui/ErrorPage';
import { NewTeamMemberPage } from './NewTeamMemberPage';
import { TeamMemberPage } from './TeamMemberPage';
import { TeamPage } from './TeamPage';

export function TeamRoutes() {
  return (
    <Routes>
      <Route index element={<TeamPage />} />
      <Route path="new" element={<NewTeamMemberPage />} />
      <Route path=":id" element={<TeamMemberPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
