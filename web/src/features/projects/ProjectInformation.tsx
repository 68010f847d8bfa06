import type { FragmentType } from '@apollo/client/masking';
import { useMutation } from '@apollo/client/react';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import type { ProjectInformation_ProjectFragment } from '../../gql/graphql';
import { changeOf } from '../../platform/change';
import { required } from '../../platform/required';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { addressOf, AddressFields } from '../../ui/AddressFields';
import { MutationFormView } from '../../ui/MutationFormView';
import { Panel } from '../../ui/Panel';
import { StaleOffer } from '../../ui/StaleOffer';
import { toast } from '../../ui/toasts';
import { useMutationForm } from '../../ui/useMutationForm';
import { ProjectFacts } from './ProjectFacts';
import { UpdateProject } from './updateProject.graphql';

const ProjectInformation_project = graphql(`
  fragment ProjectInformation_project on Project {
    id
    name
    description
    version
    viewerCanEdit
    address {
      street
      houseNumber
      box
      postalCode
      city
      country
    }
  }
`);

export interface ProjectInformationProps {
  project: FragmentType<typeof ProjectInformation_project>;
  /** Reads the project anew after somebody else saved it. */
  reload: () => Promise<unknown>;
}

/** Name, description and address: what buyers read about their project. */
export function ProjectInformation({ project, reload }: ProjectInformationProps) {
  const data = useFragmentOf(ProjectInformation_project, project);
  const { t } = useTranslation('console');
  return (
    <Panel title={t('projects.information')} lead={t('projects.informationLead')}>
      {data.viewerCanEdit ? (
        <InformationForm project={data} reload={reload} />
      ) : (
        <ProjectFacts project={data} />
      )}
    </Panel>
  );
}

interface InformationFormProps {
  project: ProjectInformation_ProjectFragment;
  reload: () => Promise<unknown>;
}

function InformationForm({ project, reload }: InformationFormProps) {
  const { t } = useTranslation(['console', 'common']);
  const [update] = useMutation(UpdateProject);
  const { id, version } = project;
  const form = useMutationForm({
    id: `project:${id}`,
    initialValues: valuesOf(project),
    check: (values) => required(values, 'name'),
    submit: async (values, saved) => {
      const input = { id, version, change: changeOf(values, saved) };
      return (await update({ variables: { input } })).data?.updateProject;
    },
    onDone: () => toast(t('common:form.saved')),
  });
  return (
    <MutationFormView of={form}>
      <StaleOffer of={form} saved={valuesOf(project)} reload={reload} />
      <TextInput {...form.field('name', t('projects.name'))} withAsterisk autoComplete="off" />
      <Textarea {...form.field('description', t('projects.description'))} />
      <AddressFields field={form.field} />
      <Button type="submit" loading={form.busy} w="fit-content">
        {t('common:actions.save')}
      </Button>
    </MutationFormView>
  );
}

const valuesOf = ({ name, description, address }: ProjectInformation_ProjectFragment) => ({
  name,
  description: description ?? '',
  address: addressOf(address),
});
