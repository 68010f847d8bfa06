import { useQuery } from '@apollo/client/react';
import { useTranslation } from '../../../platform/i18n';
import { useParams } from '../../../platform/router';
import { LevelTree } from '../../../features/projects/LevelTree';
import { ProjectInformation } from '../../../features/projects/ProjectInformation';
import { ProjectKindPanel } from '../../../features/projects/ProjectKindPanel';
import { ProjectPeople } from '../../../features/projects/ProjectPeople';
import { ProjectBanner, ProjectPicture } from '../../../features/projects/ProjectPicture';
import { SpacePanel } from '../../../features/spaces/SpacePanel';
import { graphql } from '../../../gql';
import type { ProjectPageQuery as ProjectPageData } from '../../../gql/graphql';
import { isNotFound } from '../../../platform/errors';
import { useSession } from '../../../platform/session';
import { useChoiceParam } from '../../../platform/urlState';
import { NotFound } from '../../../ui/ErrorPage';
import { PageColumns } from '../../../ui/PageColumns';
import { PageHeader } from '../../../ui/PageHeader';
import { PageTabs } from '../../../ui/PageTabs';
import { PageSkeleton } from '../../../ui/Skeletons';
import { StatusChip } from '../../../ui/StatusChip';
import { UnitView } from '../units/UnitView';
import { ProjectUnits } from './ProjectUnits';

const ProjectPageQuery = graphql(`
  query ProjectPage($id: ID!) {
    project(id: $id) {
      id
      name
      kind
      state
      unitCount
      viewerCanEdit
      address {
        city
      }
      spaces {
        id
        ...SpacePanel_space
      }
      singleUnit {
        id
        ...UnitView_unit
      }
      ...LevelTree_project
      ...ProjectPicture_project
      ...ProjectInformation_project
      ...ProjectKindPanel_project
      ...ProjectPeople_project
    }
  }
`);

type Project = NonNullable<ProjectPageData['project']>;

const tabsOf = {
  MULTI: ['units', 'structure', 'spaces', 'information', 'people'],
  SINGLE: ['home', 'information', 'people'],
} as const;
const allTabs = ['units', 'home', 'structure', 'spaces', 'information', 'people'] as const;
type Tab = (typeof allTabs)[number];

export function ProjectPage() {
  const { t } = useTranslation('console');
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(ProjectPageQuery, { variables: { id } });
  if (error && !isNotFound(error)) throw error;
  if (!data) return error ? <NotFound /> : <PageSkeleton />;
  const { project } = data;
  if (!project) return <NotFound />;
  return (
    <>
      <ProjectBanner project={project} />
      <PageHeader
        title={project.name}
        lead={[project.address?.city, t(`projects.kind.${project.kind}`)].filter(Boolean).join(' · ')}
        crumbs={[{ label: t('projects.title'), to: '/console/projects' }]}
        aside={
          project.state === 'ARCHIVED' && <StatusChip tone="warning">{t('projects.archived')}</StatusChip>
        }
      />
      <ProjectTabs project={project} reload={() => refetch()} />
    </>
  );
}

interface ProjectTabsProps {
  project: Project;
  reload: () => Promise<unknown>;
}

function ProjectTabs({ project, reload }: ProjectTabsProps) {
  const { t } = useTranslation('console');
  const tabs: readonly Tab[] = tabsOf[project.kind];
  const [chosen, setTab] = useChoiceParam('tab', allTabs, tabs[0] ?? 'units');
  // An address of another kind of project shows its first part.
  const tab = tabs.find((each) => each === chosen) ?? tabs[0] ?? 'units';
  return (
    <PageTabs
      label={project.name}
      value={tab}
      onChange={setTab}
      tabs={tabs.map((value) => ({
        value,
        label: t(`projects.tabs.${value}`),
        count: value === 'units' ? project.unitCount : value === 'spaces' ? project.spaces.length : undefined,
      }))}
    >
      <TabContent tab={tab} project={project} reload={reload} />
    </PageTabs>
  );
}

function TabContent({ tab, project, reload }: ProjectTabsProps & { tab: Tab }) {
  const { hasRole } = useSession();
  const { id, viewerCanEdit, spaces, singleUnit } = project;
  if (tab === 'units') return <ProjectUnits projectId={id} canEdit={viewerCanEdit} />;
  if (tab === 'home') return singleUnit && <UnitView unit={singleUnit} reload={reload} />;
  if (tab === 'structure') return <LevelTree project={project} />;
  if (tab === 'spaces') {
    return <SpacePanel spaces={spaces} projectId={id} canEdit={viewerCanEdit} withPrice={hasRole('OWNER')} />;
  }
  if (tab === 'people') return <ProjectPeople project={project} />;
  return (
    <PageColumns
      aside={
        <>
          <ProjectPicture project={project} />
          <ProjectKindPanel project={project} />
        </>
      }
    >
      <ProjectInformation project={project} reload={reload} />
    </PageColumns>
  );
}
