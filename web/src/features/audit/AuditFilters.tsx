import { useQuery } from '@apollo/client/react';
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { nodesOf } from '../../platform/cache';
import { useSession } from '../../platform/session';
import { useIdParam, useOptionalParam, useTextParam } from '../../platform/urlState';
import { SearchSelect } from '../../ui/SearchSelect';
import { auditKinds, kindGroups } from './auditKinds';
import classes from './audit.module.css';
import { endOfDay, startOfDay } from './dayBounds';

const AuditProjects = graphql(`
  query AuditProjects($search: String) {
    projects(search: $search, first: 25) {
      edges {
        cursor
        node {
          id
          name
        }
      }
    }
  }
`);

const ChosenProject = graphql(`
  query AuditChosenProject($id: ID!) {
    project(id: $id) {
      id
      name
    }
  }
`);

/** What narrows the log, kept in the address. */
export function useAuditFilters() {
  const { timeZone } = useSession().company;
  const [kind, setKind] = useOptionalParam('kind', auditKinds);
  const [projectId, setProjectId] = useIdParam('project');
  const [from, setFrom] = useTextParam('from');
  const [until, setUntil] = useTextParam('until');
  const clear = () => {
    setKind(null);
    setProjectId(null);
    setFrom('');
    setUntil('');
  };
  const variables = {
    action: kind && `${kind}.`,
    projectId,
    from: startOfDay(from, timeZone),
    until: endOfDay(until, timeZone),
  };
  const filtered = Object.values(variables).some((value) => value !== null);
  return {
    kind,
    setKind,
    projectId,
    setProjectId,
    from,
    setFrom,
    until,
    setUntil,
    clear,
    variables,
    filtered,
  };
}

export function AuditFilters({ of: filters }: { of: ReturnType<typeof useAuditFilters> }) {
  const { t } = useTranslation('audit');
  const { kind, setKind, from, setFrom, until, setUntil } = filters;
  const groups = Object.entries(kindGroups).map(([group, kinds]) => ({
    group: t(`groups.${group as 'sales'}`),
    items: kinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
  }));
  return (
    <div className={classes.filters} role="search">
      <NativeSelect
        label={t('kind')}
        value={kind ?? ''}
        onChange={({ currentTarget }) =>
          setKind(auditKinds.find((each) => each === currentTarget.value) ?? null)
        }
        data={[{ value: '', label: t('anyKind') }, ...groups]}
      />
      <ProjectFilter of={filters} />
      <TextInput
        type="date"
        label={t('from')}
        value={from}
        max={until || undefined}
        onChange={({ currentTarget }) => setFrom(currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('until')}
        value={until}
        min={from || undefined}
        onChange={({ currentTarget }) => setUntil(currentTarget.value)}
      />
    </div>
  );
}

function ProjectFilter({ of: { projectId, setProjectId } }: { of: ReturnType<typeof useAuditFilters> }) {
  const { t } = useTranslation('audit');
  const [search, setSearch] = useState('');
  const { data, previousData } = useQuery(AuditProjects, { variables: { search: search || null } });
  const chosen = useQuery(ChosenProject, { variables: { id: projectId ?? '' }, skip: !projectId });
  const current = chosen.data?.project;
  if (projectId && chosen.loading && !current) return <TextInput label={t('project')} disabled />;
  const choices = nodesOf((data ?? previousData)?.projects).map(({ id, name }) => ({
    value: id,
    label: name,
  }));
  return (
    <SearchSelect
      // Cleared from elsewhere, the text must go as well.
      key={projectId ? 'chosen' : 'any'}
      label={t('project')}
      placeholder={t('anyProject')}
      value={projectId}
      onChange={setProjectId}
      choices={choices}
      current={current ? { value: current.id, label: current.name } : undefined}
      onSearch={setSearch}
    />
  );
}
