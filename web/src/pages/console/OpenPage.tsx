import { useQuery } from '@apollo/client/react';
import { Navigate, useParams } from '../../platform/router';
import { graphql } from '../../gql';
import { isNotFound } from '../../platform/errors';
import { NotFound } from '../../ui/ErrorPage';
import { PageSkeleton } from '../../ui/Skeletons';

const OpenPageQuery = graphql(`
  query OpenPage($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on UnitBuyer {
        unit {
          id
        }
      }
    }
  }
`);

const pages: Partial<Record<string, string>> = {
  Contact: 'contacts',
  TeamMember: 'team',
  Project: 'projects',
  Unit: 'units',
};

/** From the id of anything to the page that shows it. */
export function OpenPage() {
  const { id = '' } = useParams();
  const { data, error } = useQuery(OpenPageQuery, { variables: { id } });
  if (error && !isNotFound(error)) throw error;
  if (!data) return error ? <NotFound /> : <PageSkeleton />;
  const { node } = data;
  if (!node) return <NotFound />;
  if (node.__typename === 'UnitBuyer') return <Navigate replace to={`/console/units/${node.unit.id}`} />;
  const folder = pages[node.__typename];
  return folder ? <Navigate replace to={`/console/${folder}/${id}`} /> : <NotFound />;
}
