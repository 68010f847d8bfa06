import { useMutation } from '@apollo/client/react';
import { Anchor, Button, TextInput } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import { Link, Navigate, useLocation } from '../../platform/router';
import { Ways } from '../../features/home/Ways';
import { graphql } from '../../gql';
import { required } from '../../platform/required';
import { safeReturnPath } from '../../platform/returnPath';
import { useSession } from '../../platform/session';
import { MutationFormView } from '../../ui/MutationFormView';
import { PasswordField } from '../../ui/PasswordField';
import { useMutationForm } from '../../ui/useMutationForm';
import { PublicFrame } from './PublicFrame';
import classes from './PublicFrame.module.css';

const SignIn = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      viewer {
        id
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

export function SignInPage() {
  const { t } = useTranslation('auth');
  const { viewer, company } = useSession();
  const { search } = useLocation();
  const next = safeReturnPath(new URLSearchParams(search).get('return'));
  if (viewer) return <Navigate replace to={next} />;
  return (
    <PublicFrame title={t('signIn.title')} lead={t('signIn.lead', { company: company.name })}>
      <SignInForm next={next} />
      <p className={classes.hint}>{t('signIn.help', { company: company.name })}</p>
    </PublicFrame>
  );
}

function SignInForm({ next }: { next: string }) {
  const { t } = useTranslation('auth');
  const { identityChanged, company } = useSession();
  const [signIn] = useMutation(SignIn);
  const form = useMutationForm({
    id: 'sign-in',
    initialValues: { email: '', password: '' },
    secret: ['password'],
    check: (values) => required(values, 'email', 'password'),
    submit: async (input) => (await signIn({ variables: { input } })).data?.signIn,
    // Someone whose homes are all closed: a neutral word, whatever the reason.
    wording: ({ code }) => (code === 'FORBIDDEN' ? t('signIn.noHome', { company: company.name }) : null),
    onDone: () => void identityChanged(next),
  });
  return (
    <MutationFormView of={form} guard={false}>
      <TextInput
        {...form.field('email', t('fields.email'))}
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordField {...form.field('password', t('fields.password'))} autoComplete="current-password" />
      <Button type="submit" loading={form.busy} fullWidth>
        {t('signIn.submit')}
      </Button>
      {form.errors.some(({ error }) => error.code === 'FORBIDDEN') && (
        <Ways name={company.name} email={company.contactEmail ?? null} phone={company.contactPhone ?? null} />
      )}
      <Anchor component={Link} to="/reset" py={10}>
        {t('signIn.forgot')}
      </Anchor>
    </MutationFormView>
  );
}
