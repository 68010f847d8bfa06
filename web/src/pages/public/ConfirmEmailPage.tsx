import { useMutation } from '@apollo/client/react';
import { Anchor, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../platform/i18n';
import { Link, useParams } from '../../platform/router';
import { graphql } from '../../gql';
import { MutationFormView } from '../../ui/MutationFormView';
import { useMutationForm } from '../../ui/useMutationForm';
import { PublicFrame } from './PublicFrame';

const ConfirmEmailChange = graphql(`
  mutation ConfirmEmailChange($input: ConfirmEmailChangeInput!) {
    confirmEmailChange(input: $input) {
      confirmed
      waitsForOther
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

/** A button, not a page load: mail scanners open links, and must not confirm anything. */
export function ConfirmEmailPage() {
  const { t } = useTranslation('auth');
  const [done, setDone] = useState<'done' | 'waits' | null>(null);
  return (
    <PublicFrame
      title={t('confirmEmail.title')}
      lead={done ? t(`confirmEmail.${done}`) : t('confirmEmail.lead')}
    >
      {!done && <ConfirmForm onDone={setDone} />}
      <Anchor component={Link} to="/login" py={10}>
        {t('reset.back')}
      </Anchor>
    </PublicFrame>
  );
}

function ConfirmForm({ onDone }: { onDone: (state: 'done' | 'waits') => void }) {
  const { token = '' } = useParams();
  const { t } = useTranslation('auth');
  const [confirm] = useMutation(ConfirmEmailChange);
  const form = useMutationForm({
    id: 'confirm-email',
    initialValues: {},
    submit: async () => (await confirm({ variables: { input: { token } } })).data?.confirmEmailChange,
    onDone: ({ waitsForOther }) => onDone(waitsForOther ? 'waits' : 'done'),
  });
  return (
    <MutationFormView of={form} guard={false}>
      <Button type="submit" loading={form.busy}>
        {t('confirmEmail.submit')}
      </Button>
    </MutationFormView>
  );
}
