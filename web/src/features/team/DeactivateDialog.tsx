import type { FragmentType } from '@apollo/client/masking';
import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Group, NativeSelect } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { nodesOf } from '../../platform/cache';
import { orNull } from '../../platform/change';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { Dialog } from '../../ui/Dialog';
import { MutationFormView } from '../../ui/MutationFormView';
import { toast, undoToast } from '../../ui/toasts';
import { useMutationForm } from '../../ui/useMutationForm';
import classes from './team.module.css';
import { useMemberCommands } from './useMemberCommands';

const DeactivateDialog_member = graphql(`
  fragment DeactivateDialog_member on TeamMember {
    id
    name
    projects {
      id
      name
    }
    ...MemberCommands_member
  }
`);

const Heirs = graphql(`
  query Heirs {
    teamMembers(state: [ACTIVE], first: 100) {
      edges {
        cursor
        node {
          id
          name
          role
        }
      }
    }
  }
`);

const DeactivateTeamMember = graphql(`
  mutation DeactivateTeamMember($input: DeactivateTeamMemberInput!) {
    deactivateTeamMember(input: $input) {
      teamMember {
        id
        state
        viewerCanResendInvitation
        projects {
          id
        }
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

export interface DeactivateDialogProps {
  member: FragmentType<typeof DeactivateDialog_member>;
  onClose: () => void;
}

/** Shuts a colleague out; who takes over the projects is settled in the same step. */
export function DeactivateDialog({ member, onClose }: DeactivateDialogProps) {
  const data = useFragmentOf(DeactivateDialog_member, member);
  const { id, name } = data;
  const projects = data.projects ?? [];
  const { t } = useTranslation(['team', 'common']);
  const { reactivate } = useMemberCommands(data);
  const [deactivate] = useMutation(DeactivateTeamMember, { refetchQueries: ['Team'] });
  const form = useMutationForm({
    id: `deactivate:${id}`,
    initialValues: { handOverToId: '' },
    submit: async ({ handOverToId }) => {
      const input = { id, handOverToId: orNull(handOverToId) };
      return (await deactivate({ variables: { input } })).data?.deactivateTeamMember;
    },
    wording: ({ reason }) => (reason === 'lastOwner' ? t('lastOwner', { name }) : null),
    onDone: () => {
      onClose();
      // Projects that went to somebody else do not come back with the login.
      if (projects.length) toast(t('deactivated', { name }));
      else undoToast(t('deactivated', { name }), reactivate);
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t('deactivateTitle', { name })} size="lg">
      <MutationFormView of={form} guard={false}>
        <p className={classes.text}>{t('deactivateText', { name })}</p>
        {projects.length === 0 ? (
          <p className={classes.text}>{t('nothingToHandOver')}</p>
        ) : (
          <>
            <div>
              <p className={classes.text}>{t('openProjects', { count: projects.length })}</p>
              <ul className={classes.handOver}>
                {projects.map((project) => (
                  <li key={project.id}>{project.name}</li>
                ))}
              </ul>
            </div>
            <HeirField field={form.field('handOverToId', t('handOverTo'))} except={id} />
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:actions.cancel')}
          </Button>
          <Button type="submit" color="red" loading={form.busy}>
            {t('deactivate')}
          </Button>
        </Group>
      </MutationFormView>
    </Dialog>
  );
}

function HeirField({ field, except }: { field: Record<string, unknown>; except: string }) {
  const { t } = useTranslation(['team', 'common']);
  const { data } = useQuery(Heirs);
  const heirs = nodesOf(data?.teamMembers).filter(({ id }) => id !== except);
  return (
    <NativeSelect
      {...field}
      description={t('handOverHint')}
      data={[
        { value: '', label: t('handOverOwners') },
        ...heirs.map(({ id, name, role }) => ({ value: id, label: `${name} · ${t(`common:role.${role}`)}` })),
      ]}
    />
  );
}
