import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { required } from '../../platform/required';
import { useSession } from '../../platform/session';
import { MutationFormView } from '../../ui/MutationFormView';
import { PasswordField } from '../../ui/PasswordField';
import { toast } from '../../ui/toasts';
import { useMutationForm } from '../../ui/useMutationForm';
import { NewPasswordField } from './NewPasswordField';
import { tooShort } from './passwordStrength';

const ChangeMyPassword = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      viewer {
        id
        ...AccountSessions_viewer
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

export function ChangePassword() {
  const { t } = useTranslation(['account', 'auth', 'common']);
  const { readOnly } = useSession();
  const [change] = useMutation(ChangeMyPassword);
  const form = useMutationForm({
    id: 'change-password',
    initialValues: { currentPassword: '', newPassword: '' },
    secret: ['currentPassword', 'newPassword'],
    check: (values) => [
      ...required(values, 'currentPassword'),
      ...tooShort(values.newPassword, 'newPassword'),
    ],
    submit: async (input) => (await change({ variables: { input } })).data?.changePassword,
    onDone: () => {
      form.reset();
      toast(t('passwordChanged'));
    },
  });
  return (
    <MutationFormView of={form} readOnly={readOnly}>
      <PasswordField
        {...form.field('currentPassword', t('currentPassword'))}
        autoComplete="current-password"
      />
      <NewPasswordField
        field={form.field('newPassword', t('auth:fields.newPassword'))}
        value={form.form.values.newPassword}
      />
      <div>
        <Button type="submit" variant="default" loading={form.busy}>
          {t('changePassword')}
        </Button>
      </div>
    </MutationFormView>
  );
}
