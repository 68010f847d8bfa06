import { useMutation } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import type { TeamRole } from '../../gql/graphql';
import { Dialog } from '../../ui/Dialog';
import { MutationFormView } from '../../ui/MutationFormView';
import { toast } from '../../ui/toasts';
import { useMutationForm } from '../../ui/useMutationForm';
import { RoleField } from './RoleField';
import classes from './team.module.css';

const ChangeTeamMemberRole = graphql(`
  mutation ChangeTeamMemberRole($input: ChangeTeamMemberRoleInput!) {
    changeTeamMemberRole(input: $input) {
      teamMember {
        id
        role
        ...MemberProjects_member
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

export interface ChangeRoleDialogProps {
  member: { id: string; name: string; role: TeamRole };
  onClose: () => void;
}

export function ChangeRoleDialog({ member: { id, name, role }, onClose }: ChangeRoleDialogProps) {
  const { t } = useTranslation(['team', 'common']);
  const [change] = useMutation(ChangeTeamMemberRole);
  const form = useMutationForm({
    id: `role:${id}`,
    initialValues: { role: role as TeamRole },
    submit: async (values) =>
      (await change({ variables: { input: { id, role: values.role } } })).data?.changeTeamMemberRole,
    wording: ({ reason }) => (reason === 'lastOwner' ? t('lastOwner', { name }) : null),
    onDone: () => {
      toast(t('roleChanged', { name }));
      onClose();
    },
  });
  return (
    <Dialog opened onClose={onClose} title={t('changeRoleTitle', { name })} size="lg">
      <MutationFormView of={form} guard={false}>
        <RoleField field={form.field} />
        <p className={classes.text}>{t('changeRoleText', { name })}</p>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:actions.cancel')}
          </Button>
          <Button type="submit" loading={form.busy} disabled={!form.dirty}>
            {t('changeRole')}
          </Button>
        </Group>
      </MutationFormView>
    </Dialog>
  );
}
