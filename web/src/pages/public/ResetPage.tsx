import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import { useParams } from '../../platform/router';
import { graphql } from '../../gql';
import { useSession } from '../../platform/session';
import { MutationFormView } from '../../ui/MutationFormView';
import { TextSkeleton } from '../../ui/Skeletons';
import { useMutationForm } from '../../ui/useMutationForm';
import { NewPasswordField } from '../../features/account/NewPasswordField';
import { tooShort } from '../../features/account/passwordStrength';
import { PublicFrame } from './PublicFrame';
import { SpentLink } from './SpentLink';

const ResetLink = graphql(`
  query ResetPage($token: String!) {
    invitationLink(token: $token) {
      state
    }
  }
`);

const ResetPassword = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      viewer {
        id
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

export function ResetPage() {
  const { token = '' } = useParams();
  const { t } = useTranslation('auth');
  const { data, error } = useQuery(ResetLink, { variables: { token }, fetchPolicy: 'network-only' });
  if (error) throw error;
  const state = data?.invitationLink.state;
  if (state && state !== 'OPEN') return <SpentLink state={state} purpose="reset" />;
  return (
    <PublicFrame title={t('reset.title')}>
      {state ? <ResetForm token={token} /> : <TextSkeleton />}
    </PublicFrame>
  );
}

function ResetForm({ token }: { token: string }) {
  const { t } = useTranslation('auth');
  const { identityChanged } = useSession();
  const [reset] = useMutation(ResetPassword);
  const form = useMutationForm({
    id: 'reset',
    initialValues: { password: '' },
    secret: ['password'],
    check: ({ password }) => tooShort(password),
    submit: async ({ password }) =>
      (await reset({ variables: { input: { token, password } } })).data?.resetPassword,
    onDone: () => void identityChanged('/'),
  });
  return (
    <MutationFormView of={form} guard={false}>
      <NewPasswordField
        field={form.field('password', t('fields.newPassword'))}
        value={form.form.values.password}
      />
      <Button type="submit" loading={form.busy} fullWidth>
        {t('reset.submit')}
      </Button>
    </MutationFormView>
  );
}
