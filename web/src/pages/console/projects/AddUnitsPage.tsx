import { useQuery } from '@apollo/client/react';
import { useTranslation } from '../../../platform/i18n';
import { useParams } from '../../../platform/router';
import { AddUnitsForm } from '../../../features/units/AddUnitsForm';
import { graphql } from '../../../gql';
import { isNotFound } from '../../../platform/errors';
import { NotFound } from '../../../ui/ErrorPage';
import { PageHeader } from '../../../ui/PageHeader';
import { PageSkeleton } from '../../../ui/Skeletons';

const AddUnitsPageQuery = graphql(`
  query AddUnitsPage($id: ID!) {
    project(id: $id) {
      id
      name
      kind
      viewerCanEdit
      ...AddUnitsForm_project
    }
  }
`);

export function AddUnitsPage() {
  const { t } = useTranslation('console');
  const { id = '' } = useParams();
  const { data, error } = useQuery(AddUnitsPageQuery, { variables: { id } });
  if (error && !isNotFound(error)) throw error;
  if (!data) return error ? <NotFound /> : <PageSkeleton />;
  const { project } = data;
  if (!project?.viewerCanEdit || project.kind === 'SINGLE') return <NotFound />;
  return (
    <>
      <PageHeader
        title={t('units.addTitle')}
        lead={t('units.addLead')}
        crumbs={[
          { label: t('projects.title'), to: '/console/projects' },
          { label: project.name, to: `/console/projects/${id}` },
        ]}
      />
      <AddUnitsForm project={project} />
    </>
  );
}
