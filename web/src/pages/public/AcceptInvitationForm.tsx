import { useMutation } from '@apollo/client/react';
import { Anchor, Button, Checkbox } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import { Link } from '../../platform/router';
import { graphql } from '../../gql';
import { required } from '../../platform/required';
import { useSession } from '../../platform/session';
import { MutationFormView } from '../../ui/MutationFormView';
import { useMutationForm } from '../../ui/useMutationForm';
import { NewPasswordField } from '../../features/account/NewPasswordField';
import { tooShort } from '../../features/account/passwordStrength';

const AcceptInvitation = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      viewer {
        id
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

export function AcceptInvitationForm({ token }: { token: string }) {
  const { t } = useTranslation('auth');
  const { company, identityChanged } = useSession();
  const [accept] = useMutation(AcceptInvitation);
  const form = useMutationForm({
    id: 'invitation',
    initialValues: { password: '', acceptedTermsVersion: false },
    secret: ['password'],
    check: ({ password, acceptedTermsVersion }) => [
      ...tooShort(password),
      ...(acceptedTermsVersion ? [] : required({ acceptedTermsVersion: '' }, 'acceptedTermsVersion')),
    ],
    wording: ({ reason, field }) =>
      reason === 'required' && field?.includes('acceptedTermsVersion') ? t('invitation.termsRequired') : null,
    submit: async ({ password }) => {
      const input = { token, password, acceptedTermsVersion: company.termsVersion };
      return (await accept({ variables: { input } })).data?.acceptInvitation;
    },
    onDone: () => void identityChanged('/'),
  });
  return (
    <MutationFormView of={form} guard={false}>
      <NewPasswordField
        field={form.field('password', t('fields.password'))}
        value={form.form.values.password}
      />
      <Checkbox
        {...form.field(
          'acceptedTermsVersion',
          t('fields.terms', { version: company.termsVersion }),
          'checkbox',
        )}
      />
      <Anchor component={Link} to="/privacy" target="_blank" size="sm">
        {t('privacy.read', { company: company.name })}
      </Anchor>
      <Button type="submit" loading={form.busy} fullWidth>
        {t('invitation.submit')}
      </Button>
    </MutationFormView>
  );
}
