import type { FragmentType } from '@apollo/client/masking';
import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../platform/i18n';
import { Link } from '../../platform/router';
import { graphql } from '../../gql';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { SearchSelect } from '../../ui/SearchSelect';
import { toast, undoToast } from '../../ui/toasts';
import { useCommand } from '../../ui/useCommand';
import classes from './team.module.css';
import { useProjectChoices } from './useProjectChoices';

const MemberProjects_member = graphql(`
  fragment MemberProjects_member on TeamMember {
    id
    name
    role
    state
    projects {
      id
      name
    }
  }
`);

const PutOnProject = graphql(`
  mutation PutOnProject($input: AssignAdministratorInput!) {
    assignAdministrator(input: $input) {
      teamMember {
        id
        ...MemberProjects_member
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

const TakeOffProject = graphql(`
  mutation TakeOffProject($input: UnassignAdministratorInput!) {
    unassignAdministrator(input: $input) {
      teamMember {
        id
        ...MemberProjects_member
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

export interface MemberProjectsProps {
  member: FragmentType<typeof MemberProjects_member>;
  canChange: boolean;
}

/** The projects of an administrator: all that this person sees. */
export function MemberProjects({ member, canChange }: MemberProjectsProps) {
  const { t } = useTranslation('team');
  const { id, name, role, state, projects } = useFragmentOf(MemberProjects_member, member);
  const { putOn, takeOff, busy } = useAssignments(id, name);
  if (role === 'OWNER') return <p className={classes.text}>{t('projectsOwner')}</p>;
  return (
    <>
      {!projects?.length && <p className={classes.text}>{t('projectsNone', { name })}</p>}
      <ul className={classes.projects}>
        {projects?.map((project) => (
          <li key={project.id} className={classes.project}>
            <Link to={`/console/projects/${project.id}`}>{project.name}</Link>
            {canChange && (
              <Button
                variant="default"
                disabled={busy}
                aria-label={t('takeOffFrom', { project: project.name })}
                onClick={() => void takeOff(project)}
              >
                {t('takeOff')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {canChange && (state === 'ACTIVE' || state === 'INVITED') && (
        <PutOn on={projects ?? []} busy={busy} onPutOn={putOn} />
      )}
    </>
  );
}

interface Project {
  id: string;
  name: string;
}

function PutOn(props: {
  on: readonly Project[];
  busy: boolean;
  onPutOn: (project: Project) => Promise<unknown>;
}) {
  const { on, busy, onPutOn } = props;
  const { t } = useTranslation('team');
  const { choices, search } = useProjectChoices();
  const [chosen, setChosen] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  const free = choices.filter(({ value }) => !on.some(({ id }) => id === value));
  const put = async () => {
    const choice = choices.find(({ value }) => value === chosen);
    if (!choice) return;
    await onPutOn({ id: choice.value, name: choice.label });
    setChosen(null);
    setTurn(turn + 1);
  };
  return (
    <div className={classes.putOn}>
      <SearchSelect
        key={turn}
        size="md"
        label={t('putOn')}
        value={chosen}
        onChange={setChosen}
        choices={free}
        onSearch={search}
      />
      <Button variant="default" disabled={!chosen} loading={busy} onClick={() => void put()}>
        {t('putOnAction')}
      </Button>
    </div>
  );
}

function useAssignments(teamMemberId: string, name: string) {
  const { t } = useTranslation('team');
  const [assign] = useMutation(PutOnProject);
  const [unassign] = useMutation(TakeOffProject);
  const { busy, run } = useCommand();
  const inputFor = (project: Project) => ({ variables: { input: { projectId: project.id, teamMemberId } } });
  const putOn = async (project: Project) => {
    const done = await run(async () => (await assign(inputFor(project))).data?.assignAdministrator);
    if (done) toast(t('putOnDone', { name, project: project.name }));
  };
  const takeOff = async (project: Project) => {
    const done = await run(async () => (await unassign(inputFor(project))).data?.unassignAdministrator);
    if (done) undoToast(t('takenOff', { name, project: project.name }), () => putOn(project));
  };
  return { putOn, takeOff, busy };
}
