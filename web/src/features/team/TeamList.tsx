import type { FragmentType } from '@apollo/client/masking';
import { Avatar } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import type { TeamList_MemberFragment } from '../../gql/graphql';
import { useFormats } from '../../platform/formats';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { type Column, DataList } from '../../ui/DataList';
import { MemberState } from './MemberState';
import classes from './team.module.css';

const TeamList_member = graphql(`
  fragment TeamList_member on TeamMember {
    id
    name
    email
    jobTitle
    role
    state
    lastSeenAt
    picture {
      id
      url(width: 96)
    }
    projects {
      id
      name
    }
  }
`);

type Row = TeamList_MemberFragment;

export interface TeamListProps {
  members: FragmentType<typeof TeamList_member>[] | undefined;
  /** The member who is looking. */
  ownId?: string;
  total?: number;
  hasMore?: boolean;
  onMore?: () => void;
  loadingMore?: boolean;
  empty: ReactNode;
}

/** Colleagues as rows, each a link to the person. */
export function TeamList({ members, ownId, ...list }: TeamListProps) {
  const { t } = useTranslation('team');
  const rows = useFragmentOf(TeamList_member, members ?? []);
  const columns = useTeamColumns(ownId);
  return (
    <DataList<Row>
      {...list}
      label={t('title')}
      columns={columns}
      rows={members && rows}
      rowId={({ id }) => id}
      rowName={({ name }) => name}
      rowLink={({ id }) => `/console/team/${id}`}
    />
  );
}

function useTeamColumns(ownId?: string): Column<Row>[] {
  const { t } = useTranslation(['team', 'common']);
  const f = useFormats();
  return [
    {
      key: 'name',
      header: t('name'),
      cell: (member) => <Person member={member} own={member.id === ownId} />,
    },
    { key: 'role', header: t('roleAndProjects'), cell: (member) => <RoleAndProjects member={member} /> },
    { key: 'state', header: t('state'), cell: ({ state }) => <MemberState state={state} /> },
    {
      key: 'lastSeen',
      header: t('lastSeen'),
      cell: ({ lastSeenAt }) =>
        lastSeenAt ? (
          <time dateTime={lastSeenAt} title={f.dateTime(lastSeenAt)}>
            {f.relative(lastSeenAt)}
          </time>
        ) : (
          <span className={classes.dim}>{t('neverSeen')}</span>
        ),
    },
  ];
}

function Person({ member, own }: { member: Row; own: boolean }) {
  const { t } = useTranslation('team');
  const { name, email, jobTitle, picture } = member;
  return (
    <span className={classes.person}>
      <Avatar src={picture?.url} name={name} alt="" size={40} color="gray" aria-hidden />
      <span className={classes.words}>
        <span>
          {name}
          {own && <span className={classes.dim}> · {t('you')}</span>}
        </span>
        <span className={classes.detail}>{jobTitle ?? email}</span>
      </span>
    </span>
  );
}

const SHOWN = 2;

function RoleAndProjects({ member: { role, projects } }: { member: Row }) {
  const { t } = useTranslation(['team', 'common']);
  const f = useFormats();
  const names = projects?.map(({ name }) => name) ?? [];
  const some = t('moreProjects', { names: names.slice(0, SHOWN).join(', '), count: names.length - SHOWN });
  const several = names.length <= SHOWN ? f.list(names) : some;
  const where = role === 'OWNER' ? t('allProjects') : several || t('noProjects');
  return (
    <span className={classes.words}>
      <span>{t(`common:role.${role}`)}</span>
      <span className={classes.detail}>{where}</span>
    </span>
  );
}
