import { useQuery } from '@apollo/client/react';
import { useTranslation } from '../../../platform/i18n';
import { Navigate, useParams } from '../../../platform/router';
import { graphql } from '../../../gql';
import { isNotFound } from '../../../platform/errors';
import { NotFound } from '../../../ui/ErrorPage';
import { PageHeader } from '../../../ui/PageHeader';
import { PageSkeleton } from '../../../ui/Skeletons';
import { UnitView } from './UnitView';

const UnitPageQuery = graphql(`
  query UnitPage($id: ID!) {
    unit(id: $id) {
      id
      number
      type
      project {
        id
        name
        kind
      }
      location {
        id
        type
        name
      }
      ...UnitView_unit
    }
  }
`);

export function UnitPage() {
  const { t } = useTranslation(['console', 'common']);
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(UnitPageQuery, { variables: { id } });
  if (error && !isNotFound(error)) throw error;
  if (!data) return error ? <NotFound /> : <PageSkeleton />;
  const { unit } = data;
  if (!unit) return <NotFound />;
  const { number, type, project, location } = unit;
  // A single home is worked on where its project is.
  if (project.kind === 'SINGLE') return <Navigate replace to={`/console/projects/${project.id}`} />;
  const place = location.filter((level) => level.type !== 'PROJECT' && level.type !== 'UNIT');
  return (
    <>
      <PageHeader
        title={number}
        lead={[t(`common:unitType.${type}`), ...place.map(({ name }) => name)].join(' · ')}
        crumbs={[
          { label: t('projects.title'), to: '/console/projects' },
          { label: project.name, to: `/console/projects/${project.id}` },
        ]}
      />
      <UnitView unit={unit} reload={() => refetch()} />
    </>
  );
}
