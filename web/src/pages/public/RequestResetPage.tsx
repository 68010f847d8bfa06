import { useMutation } from '@apollo/client/react';
import { Anchor, Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../platform/i18n';
import { Link } from '../../platform/router';
import { graphql } from '../../gql';
import { required } from '../../platform/required';
import { MutationFormView } from '../../ui/MutationFormView';
import { useMutationForm } from '../../ui/useMutationForm';
import { PublicFrame } from './PublicFrame';

const RequestReset = graphql(`
  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) {
      requested
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

/** Says the same whether the address is known or not. */
export function RequestResetPage() {
  const { t } = useTranslation('auth');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const back = (
    <Anchor component={Link} to="/login" py={10}>
      {t('reset.back')}
    </Anchor>
  );
  if (sentTo) {
    return (
      <PublicFrame key="sent" title={t('reset.sentTitle')} lead={t('reset.sentText', { email: sentTo })}>
        {back}
      </PublicFrame>
    );
  }
  return (
    <PublicFrame title={t('reset.title')} lead={t('reset.requestLead')}>
      <RequestForm onSent={setSentTo} />
      {back}
    </PublicFrame>
  );
}

function RequestForm({ onSent }: { onSent: (email: string) => void }) {
  const { t } = useTranslation('auth');
  const [requestReset] = useMutation(RequestReset);
  const form = useMutationForm({
    id: 'request-reset',
    initialValues: { email: '' },
    check: (values) => required(values, 'email'),
    submit: async (input) => (await requestReset({ variables: { input } })).data?.requestPasswordReset,
    onDone: (_, { email }) => onSent(email),
  });
  return (
    <MutationFormView of={form} guard={false}>
      <TextInput {...form.field('email', t('fields.email'))} type="email" autoComplete="username" />
      <Button type="submit" loading={form.busy} fullWidth>
        {t('reset.requestSubmit')}
      </Button>
    </MutationFormView>
  );
}
