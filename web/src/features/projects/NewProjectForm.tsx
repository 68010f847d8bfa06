import { useMutation } from '@apollo/client/react';
import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import { useNavigate } from '../../platform/router';
import { graphql } from '../../gql';
import type { ProjectKind } from '../../gql/graphql';
import { inputOf } from '../../platform/change';
import { required } from '../../platform/required';
import { AddressFields, noAddress } from '../../ui/AddressFields';
import { MutationFormView } from '../../ui/MutationFormView';
import { toast } from '../../ui/toasts';
import { useMutationForm } from '../../ui/useMutationForm';
import classes from './projects.module.css';

const CreateProject = graphql(`
  mutation CreateProject($input: CreateProjectInput!) {
    createProject(input: $input) {
      project {
        id
        name
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

export function NewProjectForm() {
  const { t } = useTranslation('console');
  const navigate = useNavigate();
  const [create] = useMutation(CreateProject, { refetchQueries: ['Projects'] });
  const form = useMutationForm({
    id: 'new-project',
    initialValues: { name: '', kind: 'MULTI' as ProjectKind, description: '', address: noAddress },
    check: (values) => required(values, 'name'),
    submit: async (values) => {
      const input = { ...inputOf(values), name: values.name, kind: values.kind };
      return (await create({ variables: { input } })).data?.createProject;
    },
    onDone: ({ project }) => {
      if (!project) return;
      toast(t('projects.created', { name: project.name }));
      navigate(`/console/projects/${project.id}`, { state: { force: true }, replace: true });
    },
  });
  return (
    <div className={classes.form}>
      <MutationFormView of={form}>
        <TextInput {...form.field('name', t('projects.name'))} withAsterisk autoComplete="off" />
        <Radio.Group {...form.field('kind', t('projects.kindQuestion'))} size="md">
          <div className={classes.kinds} style={{ paddingBlockStart: 8 }}>
            <Radio
              value="MULTI"
              label={t('projects.kind.MULTI')}
              description={t('projects.kindText.MULTI')}
            />
            <Radio
              value="SINGLE"
              label={t('projects.kind.SINGLE')}
              description={t('projects.kindText.SINGLE')}
            />
          </div>
        </Radio.Group>
        <Textarea
          {...form.field('description', t('projects.description'))}
          description={t('projects.descriptionHint')}
        />
        <AddressFields field={form.field} />
        <Button type="submit" loading={form.busy} w="fit-content">
          {t('projects.create')}
        </Button>
      </MutationFormView>
    </div>
  );
}
