import type { FragmentType } from '@apollo/client/masking';
import { useMutation, useQuery } from '@apollo/client/react';
import { Anchor, Avatar, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../platform/i18n';
import { Link } from '../../platform/router';
import { graphql } from '../../gql';
import { nodesOf } from '../../platform/cache';
import { useSession } from '../../platform/session';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { Panel } from '../../ui/Panel';
import { SearchSelect } from '../../ui/SearchSelect';
import { undoToast } from '../../ui/toasts';
import { useCommand } from '../../ui/useCommand';
import classes from './projects.module.css';

const ProjectPeople_project = graphql(`
  fragment ProjectPeople_project on Project {
    id
    administrators {
      id
      name
      jobTitle
      state
      picture {
        id
        url(width: 96)
      }
    }
    contactPersons {
      name
      jobTitle
      email
      phone
      picture {
        id
        url(width: 96)
      }
    }
  }
`);

const Assign = graphql(`
  mutation AssignAdministrator($input: AssignAdministratorInput!) {
    assignAdministrator(input: $input) {
      project {
        id
        ...ProjectPeople_project
      }
      teamMember {
        id
        projects {
          id
          name
        }
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

const Unassign = graphql(`
  mutation UnassignAdministrator($input: UnassignAdministratorInput!) {
    unassignAdministrator(input: $input) {
      project {
        id
        ...ProjectPeople_project
      }
      teamMember {
        id
        projects {
          id
          name
        }
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

const AdministratorsToAdd = graphql(`
  query AdministratorsToAdd($search: String) {
    teamMembers(search: $search, role: ADMINISTRATOR, state: [ACTIVE, INVITED], first: 25) {
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

/** Who of the team works on the project, and whom its buyers can reach. */
export function ProjectPeople({ project }: { project: FragmentType<typeof ProjectPeople_project> }) {
  const { id, administrators, contactPersons } = useFragmentOf(ProjectPeople_project, project);
  const { t } = useTranslation('console');
  const { hasRole } = useSession();
  const { assign, unassign } = useAdministrators(id);
  return (
    <>
      {administrators && (
        <Panel title={t('projects.administrators')} lead={t('projects.administratorsLead')}>
          {administrators.length === 0 && <Text c="dimmed">{t('projects.noAdministrators')}</Text>}
          {administrators.length > 0 && (
            <ul className={classes.people}>
              {administrators.map((member) => (
                <li key={member.id}>
                  <div className={classes.person}>
                    <Face name={member.name} url={member.picture?.url} />
                    <div>
                      <Anchor component={Link} to={`/console/team/${member.id}`}>
                        {member.name}
                      </Anchor>
                      {member.jobTitle && <p className={classes.dim}>{member.jobTitle}</p>}
                    </div>
                  </div>
                  {hasRole('OWNER') && (
                    <Button
                      variant="subtle"
                      color="gray"
                      aria-label={`${t('projects.takeOff')}: ${member.name}`}
                      onClick={() => void unassign(member)}
                    >
                      {t('projects.takeOff')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )}
          {hasRole('OWNER') && (
            <AddAdministrator taken={administrators.map((each) => each.id)} onAdd={assign} />
          )}
        </Panel>
      )}
      <Panel title={t('projects.contactPersons')} lead={t('projects.contactPersonsLead')}>
        {contactPersons.length === 0 && <Text c="dimmed">{t('projects.noContactPersons')}</Text>}
        <ul className={classes.people}>
          {contactPersons.map(({ name, jobTitle, email, phone, picture }) => (
            <li key={`${name}${email}`}>
              <div className={classes.person}>
                <Face name={name} url={picture?.url} />
                <div>
                  <p>{name}</p>
                  <p className={classes.dim}>{[jobTitle, email, phone].filter(Boolean).join(' · ')}</p>
                </div>
              </div>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}

const Face = ({ name, url }: { name: string; url?: string | null }) => (
  <span aria-hidden>
    <Avatar src={url} name={name} alt="" size={44} color="gray" />
  </span>
);

interface Member {
  id: string;
  name: string;
}

function useAdministrators(projectId: string) {
  const { t } = useTranslation('console');
  const { run } = useCommand();
  const [assignMutation] = useMutation(Assign);
  const [unassignMutation] = useMutation(Unassign);
  const put = (teamMemberId: string) =>
    run(
      async () =>
        (await assignMutation({ variables: { input: { projectId, teamMemberId } } })).data
          ?.assignAdministrator,
    );
  const take = (teamMemberId: string) =>
    run(
      async () =>
        (await unassignMutation({ variables: { input: { projectId, teamMemberId } } })).data
          ?.unassignAdministrator,
    );
  const assign = async ({ id, name }: Member) => {
    if (await put(id)) undoToast(t('projects.assigned', { name }), () => take(id));
  };
  const unassign = async ({ id, name }: Member) => {
    if (await take(id)) undoToast(t('projects.unassigned', { name }), () => put(id));
  };
  return { assign, unassign };
}

function AddAdministrator({ taken, onAdd }: { taken: string[]; onAdd: (member: Member) => Promise<void> }) {
  const { t } = useTranslation(['console', 'common']);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, previousData } = useQuery(AdministratorsToAdd, { variables: { search: search || null } });
  const members = nodesOf((data ?? previousData)?.teamMembers).filter(({ id }) => !taken.includes(id));
  const member = members.find(({ id }) => id === chosen);
  const add = async () => {
    if (!member) return;
    await onAdd(member);
    setChosen(null);
  };
  return (
    <Group align="flex-end">
      <SearchSelect
        label={t('projects.addAdministrator')}
        placeholder={t('projects.chooseColleague')}
        value={chosen}
        onChange={setChosen}
        choices={members.map(({ id, name }) => ({ value: id, label: name }))}
        onSearch={setSearch}
        flex="1 1 14rem"
        maw="26rem"
      />
      <Button variant="default" disabled={!member} onClick={() => void add()}>
        {t('common:actions.add')}
      </Button>
    </Group>
  );
}
