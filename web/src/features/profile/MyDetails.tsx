import type { FragmentType } from '@apollo/client/masking';
import { useMutation } from '@apollo/client/react';
import { Button, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { changeOf } from '../../platform/change';
import { required } from '../../platform/required';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { MutationFormView } from '../../ui/MutationFormView';
import { toast } from '../../ui/toasts';
import { useMutationForm } from '../../ui/useMutationForm';
import classes from './profile.module.css';

const MyDetails_member = graphql(`
  fragment MyDetails_member on TeamMember {
    id
    firstName
    lastName
    phone
    jobTitle
    signature
  }
`);

const SaveMyDetails = graphql(`
  mutation SaveMyDetails($input: UpdateMyProfileInput!) {
    updateMyProfile(input: $input) {
      viewer {
        id
        name
        teamMember {
          id
          name
          ...MyDetails_member
        }
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

/** What a team member says of herself. */
export function MyDetails({ member }: { member: FragmentType<typeof MyDetails_member> }) {
  const { t } = useTranslation(['profile', 'common']);
  const { firstName, lastName, phone, jobTitle, signature } = useFragmentOf(MyDetails_member, member);
  const [save] = useMutation(SaveMyDetails);
  const form = useMutationForm({
    id: 'my-details',
    initialValues: {
      firstName,
      lastName,
      phone: phone ?? '',
      jobTitle: jobTitle ?? '',
      signature: signature ?? '',
    },
    check: (values) => required(values, 'firstName', 'lastName'),
    submit: async (values, initial) =>
      (await save({ variables: { input: changeOf(values, initial) } })).data?.updateMyProfile,
    onDone: () => toast(t('common:form.saved')),
  });
  const { field } = form;
  return (
    <MutationFormView of={form}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="lg">
        <TextInput {...field('firstName', t('firstName'))} autoComplete="given-name" />
        <TextInput {...field('lastName', t('lastName'))} autoComplete="family-name" />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="lg" className={classes.bottom}>
        <TextInput
          {...field('phone', t('phone'))}
          description={t('phoneHint')}
          type="tel"
          autoComplete="tel"
        />
        <TextInput {...field('jobTitle', t('jobTitle'))} autoComplete="organization-title" />
      </SimpleGrid>
      <Textarea {...field('signature', t('signature'))} description={t('signatureHint')} maxRows={10} />
      <div>
        <Button type="submit" loading={form.busy} disabled={!form.dirty}>
          {t('common:actions.save')}
        </Button>
      </div>
    </MutationFormView>
  );
}
