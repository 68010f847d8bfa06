import { useQuery } from '@apollo/client/react';
import { Button, NativeSelect } from '@mantine/core';
import { IconPlus, IconUsersGroup } from '../../../ui/icons';
import { useTranslation } from '../../../platform/i18n';
import { Link } from '../../../platform/router';
import { TeamList } from '../../../features/team/TeamList';
import { graphql } from '../../../gql';
import { nodesOf } from '../../../platform/cache';
import { useSession } from '../../../platform/session';
import { useOptionalParam, useTextParam } from '../../../platform/urlState';
import { EmptyState } from '../../../ui/EmptyState';
import { ListTools } from '../../../ui/ListTools';
import { PageHeader } from '../../../ui/PageHeader';
import { SearchField } from '../../../ui/SearchField';

const TeamQuery = graphql(`
  query Team($search: String, $role: TeamRole, $state: [TeamMemberState!], $after: String) {
    viewer {
      id
      teamMember {
        id
      }
    }
    teamMembers(search: $search, role: $role, state: $state, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          ...TeamList_member
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const roles = ['OWNER', 'ADMINISTRATOR'] as const;
const states = ['INVITED', 'ACTIVE', 'DEACTIVATED'] as const;

export function TeamPage() {
  const { t } = useTranslation(['team', 'common']);
  const { hasRole } = useSession();
  const [search, setSearch] = useTextParam('q');
  const [role, setRole] = useOptionalParam('role', roles);
  const [state, setState] = useOptionalParam('state', states);
  const { data, previousData, error, fetchMore, loading } = useQuery(TeamQuery, {
    variables: { search: search || null, role, state: state && [state] },
  });
  if (error && !data) throw error;
  const team = (data ?? previousData)?.teamMembers;
  const filtered = search !== '' || role !== null || state !== null;
  const clear = () => {
    setSearch('');
    setRole(null);
    setState(null);
  };
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={hasRole('OWNER') && <AddButton />} />
      <ListTools search={<SearchField value={search} onChange={setSearch} label={t('search')} />}>
        <NativeSelect
          aria-label={t('role')}
          value={role ?? ''}
          onChange={({ currentTarget }) =>
            setRole(roles.find((each) => each === currentTarget.value) ?? null)
          }
          data={[
            { value: '', label: t('anyRole') },
            ...roles.map((value) => ({ value, label: t(`common:role.${value}`) })),
          ]}
        />
        <NativeSelect
          aria-label={t('state')}
          value={state ?? ''}
          onChange={({ currentTarget }) =>
            setState(states.find((each) => each === currentTarget.value) ?? null)
          }
          data={[
            { value: '', label: t('anyState') },
            ...states.map((value) => ({ value, label: t(`states.${value}`) })),
          ]}
        />
      </ListTools>
      <TeamList
        members={team ? nodesOf(team) : undefined}
        ownId={(data ?? previousData)?.viewer?.teamMember?.id}
        total={team?.totalCount}
        hasMore={team?.pageInfo.hasNextPage}
        onMore={() => void fetchMore({ variables: { after: team?.pageInfo.endCursor } })}
        loadingMore={loading && team !== undefined}
        empty={
          <EmptyState
            icon={<IconUsersGroup />}
            title={filtered ? t('common:list.nothingTitle') : t('empty.title')}
            text={filtered ? t('common:list.nothingText') : t('empty.text')}
            action={
              filtered ? (
                <Button variant="default" onClick={clear}>
                  {t('common:list.clearFilters')}
                </Button>
              ) : (
                hasRole('OWNER') && <AddButton />
              )
            }
          />
        }
      />
    </>
  );
}

function AddButton() {
  const { t } = useTranslation('team');
  return (
    <Button component={Link} to="/console/team/new" leftSection={<IconPlus size={18} />}>
      {t('new')}
    </Button>
  );
}
