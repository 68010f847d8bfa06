import { useQuery } from '@apollo/client/react';
import { Button, NativeSelect } from '@mantine/core';
import { IconBuildingCommunity, IconPlus } from '../../../ui/icons';
import { useTranslation } from '../../../platform/i18n';
import { Link } from '../../../platform/router';
import { ProjectCards } from '../../../features/projects/ProjectCards';
import { graphql } from '../../../gql';
import { nodesOf } from '../../../platform/cache';
import { isNotFound } from '../../../platform/errors';
import { useSession } from '../../../platform/session';
import { useChoiceParam, useOptionalParam, useTextParam } from '../../../platform/urlState';
import { EmptyState } from '../../../ui/EmptyState';
import { ListTools } from '../../../ui/ListTools';
import { MoreButton } from '../../../ui/MoreButton';
import { PageHeader } from '../../../ui/PageHeader';
import { SearchField } from '../../../ui/SearchField';
import { TileSkeletons } from '../../../ui/TileSkeletons';

const ProjectsQuery = graphql(`
  query Projects($search: String, $kind: ProjectKind, $sort: ProjectSort!, $after: String) {
    projects(search: $search, kind: $kind, sort: $sort, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          ...ProjectCards_project
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const sorts = ['NAME_ASC', 'NAME_DESC', 'NEWEST', 'OLDEST'] as const;
const kinds = ['MULTI', 'SINGLE'] as const;

export function ProjectsPage() {
  const { t } = useTranslation(['console', 'common']);
  const [search, setSearch] = useTextParam('q');
  const [kind, setKind] = useOptionalParam('kind', kinds);
  const [sort, setSort] = useChoiceParam('sort', sorts, 'NAME_ASC');
  const { data, previousData, error, fetchMore, loading } = useQuery(ProjectsQuery, {
    variables: { search: search || null, kind, sort },
  });
  if (error && !isNotFound(error)) throw error;
  const projects = (data ?? previousData)?.projects;
  const filtered = search !== '' || kind !== null;
  const clear = () => {
    setSearch('');
    setKind(null);
  };
  return (
    <>
      <PageHeader title={t('projects.title')} lead={t('projects.lead')} actions={<AddProject />} />
      <ListTools search={<SearchField value={search} onChange={setSearch} label={t('projects.search')} />}>
        <NativeSelect
          aria-label={t('projects.kindLabel')}
          value={kind ?? ''}
          onChange={({ currentTarget }) =>
            setKind(kinds.find((each) => each === currentTarget.value) ?? null)
          }
          data={[
            { value: '', label: t('projects.anyKind') },
            ...kinds.map((value) => ({ value, label: t(`projects.kind.${value}`) })),
          ]}
        />
        <NativeSelect
          aria-label={t('common:list.sort')}
          value={sort}
          onChange={({ currentTarget }) => setSort(currentTarget.value as typeof sort)}
          data={sorts.map((value) => ({ value, label: t(`projects.sort.${value}`) }))}
        />
      </ListTools>
      {!projects && <TileSkeletons />}
      {projects?.totalCount === 0 && (
        <EmptyState
          icon={<IconBuildingCommunity />}
          title={filtered ? t('common:list.nothingTitle') : t('projects.empty.title')}
          text={filtered ? t('common:list.nothingText') : <EmptyText />}
          action={
            filtered ? (
              <Button variant="default" onClick={clear}>
                {t('common:list.clearFilters')}
              </Button>
            ) : (
              <AddProject />
            )
          }
        />
      )}
      {projects && projects.totalCount > 0 && <ProjectCards projects={nodesOf(projects)} />}
      {projects?.pageInfo.hasNextPage && (
        <MoreButton
          loading={loading}
          onClick={() => void fetchMore({ variables: { after: projects.pageInfo.endCursor } })}
        />
      )}
    </>
  );
}

function EmptyText() {
  const { t } = useTranslation('console');
  const { hasRole } = useSession();
  return hasRole('OWNER') ? t('projects.empty.text') : t('projects.empty.administrator');
}

function AddProject() {
  const { t } = useTranslation('console');
  const { hasRole } = useSession();
  if (!hasRole('OWNER')) return null;
  return (
    <Button component={Link} to="/console/projects/new" leftSection={<IconPlus size={18} />}>
      {t('projects.new')}
    </Button>
  );
}
