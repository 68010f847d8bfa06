import { useMutation } from '@apollo/client/react';
import { Button, SimpleGrid, TextInput } from '@mantine/core';
import { IconArrowRight } from '../../ui/icons';
import { useTranslation } from '../../platform/i18n';
import { Link, useNavigate } from '../../platform/router';
import { graphql } from '../../gql';
import type { Language, TeamRole } from '../../gql/graphql';
import { inputOf } from '../../platform/change';
import { required } from '../../platform/required';
import { useSession } from '../../platform/session';
import { LanguageSelect } from '../../ui/LanguageSelect';
import { MutationFormView } from '../../ui/MutationFormView';
import { toast } from '../../ui/toasts';
import { type FormError, useMutationForm } from '../../ui/useMutationForm';
import { ProjectsField } from './ProjectsField';
import { RoleField } from './RoleField';
import classes from './team.module.css';

const AddTeamMember = graphql(`
  mutation AddTeamMember($input: AddTeamMemberInput!) {
    addTeamMember(input: $input) {
      teamMember {
        id
        name
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

interface Values extends Record<string, unknown> {
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  jobTitle: string;
  language: Language;
  role: TeamRole;
  projectIds: string[];
}

/** A colleague, who is invited as soon as this is saved. */
export function NewTeamMemberForm() {
  const { t } = useTranslation(['team', 'common']);
  const { company } = useSession();
  const navigate = useNavigate();
  const [add] = useMutation(AddTeamMember, { refetchQueries: ['Team'] });
  const form = useMutationForm({
    id: 'new-team-member',
    initialValues: { ...nobody, language: company.defaultLanguage },
    check: (values) => required(values, 'firstName', 'lastName', 'email'),
    submit: async (values) => {
      const projectIds = values.role === 'ADMINISTRATOR' ? values.projectIds : [];
      const input = { ...values, ...inputOf({ phone: values.phone, jobTitle: values.jobTitle }), projectIds };
      return (await add({ variables: { input } })).data?.addTeamMember;
    },
    onDone: ({ teamMember }) => {
      if (!teamMember) return;
      toast(t('added', { name: teamMember.name }));
      navigate(`/console/team/${teamMember.id}`, { state: { force: true } });
    },
  });
  const { field } = form;
  return (
    <div className={classes.form}>
      <MutationFormView of={form}>
        <DuplicateOffer errors={form.errors} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="lg">
          <TextInput {...field('firstName', t('firstName'))} withAsterisk autoComplete="off" data-autofocus />
          <TextInput {...field('lastName', t('lastName'))} withAsterisk autoComplete="off" />
        </SimpleGrid>
        <TextInput
          {...field('email', t('email'))}
          description={t('emailHint')}
          type="email"
          withAsterisk
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="lg">
          <TextInput {...field('phone', t('phone'))} type="tel" autoComplete="off" />
          <TextInput {...field('jobTitle', t('jobTitle'))} autoComplete="off" />
        </SimpleGrid>
        <LanguageSelect
          withLabel
          value={form.form.values.language}
          onChange={(language) => form.form.setFieldValue('language', language)}
        />
        <RoleField field={field} />
        {form.form.values.role === 'ADMINISTRATOR' && <ProjectsField field={field} />}
        <div>
          <Button type="submit" loading={form.busy}>
            {t('add')}
          </Button>
        </div>
      </MutationFormView>
    </div>
  );
}

const nobody: Values = {
  firstName: '',
  lastName: '',
  email: '',
  phone: '',
  jobTitle: '',
  language: 'EN',
  role: 'ADMINISTRATOR',
  projectIds: [],
};

/** Somebody has this address already: the way to that person, where the viewer may see her. */
function DuplicateOffer({ errors }: { errors: FormError[] }) {
  const { t } = useTranslation('team');
  const existingId = errors.find(({ error }) => error.code === 'DUPLICATE_EMAIL')?.error.existingId;
  if (!existingId) return null;
  return (
    <div>
      <Button
        component={Link}
        to={`/console/open/${existingId}`}
        state={{ force: true }}
        variant="light"
        rightSection={<IconArrowRight size={18} />}
      >
        {t('openExisting')}
      </Button>
    </div>
  );
}
