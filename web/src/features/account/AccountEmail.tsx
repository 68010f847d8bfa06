import type { FragmentType } from '@apollo/client/masking';
import { Button, TextInput } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { required } from '../../platform/required';
import { useSession } from '../../platform/session';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { MutationFormView } from '../../ui/MutationFormView';
import { toast } from '../../ui/toasts';
import { useMutationForm } from '../../ui/useMutationForm';
import classes from './account.module.css';
import { useUpdateProfile } from './useUpdateProfile';

const AccountEmail_viewer = graphql(`
  fragment AccountEmail_viewer on Viewer {
    id
    email
    pendingEmail
  }
`);

/** A new address counts once its own mailbox has confirmed it. */
export function AccountEmail({ viewer }: { viewer: FragmentType<typeof AccountEmail_viewer> }) {
  const { t } = useTranslation(['account', 'common']);
  const { readOnly } = useSession();
  const { email, pendingEmail } = useFragmentOf(AccountEmail_viewer, viewer);
  const update = useUpdateProfile();
  const form = useMutationForm({
    id: 'account-email',
    initialValues: { email: '' },
    check: (values) => required(values, 'email'),
    submit: (input) => update(input),
    onDone: ({ emailNeedsConfirmation }) => {
      form.reset();
      toast(emailNeedsConfirmation ? t('emailSent') : t('common:form.saved'));
    },
  });
  return (
    <>
      <p className={classes.fact}>{t('emailNow', { email: email ?? '–' })}</p>
      {pendingEmail && (
        <p className={classes.note} role="status">
          {t('emailPending', { email: pendingEmail })}
        </p>
      )}
      <MutationFormView of={form} readOnly={readOnly}>
        <TextInput
          {...form.field('email', t('newEmail'))}
          type="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
        />
        <div>
          <Button type="submit" variant="default" loading={form.busy}>
            {t('changeEmail')}
          </Button>
        </div>
      </MutationFormView>
    </>
  );
}
