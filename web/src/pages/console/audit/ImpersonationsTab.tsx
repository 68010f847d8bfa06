import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconEye } from '../../../ui/icons';
import { useTranslation } from '../../../platform/i18n';
import { ImpersonationEntries } from '../../../features/audit/ImpersonationEntries';
import { graphql } from '../../../gql';
import { nodesOf } from '../../../platform/cache';
import { EmptyState } from '../../../ui/EmptyState';
import { CardSkeletons } from '../../../ui/Skeletons';

const ImpersonationsQuery = graphql(`
  query Impersonations($after: String) {
    impersonations(after: $after) {
      edges {
        cursor
        node {
          id
          ...ImpersonationEntries_impersonation
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export function ImpersonationsTab() {
  const { t } = useTranslation(['audit', 'common']);
  const { data, error, fetchMore, loading } = useQuery(ImpersonationsQuery);
  if (error && !data) throw error;
  if (!data) return <CardSkeletons count={1} height={320} />;
  const visits = nodesOf(data.impersonations);
  if (!visits.length) {
    return <EmptyState icon={<IconEye />} title={t('visits.emptyTitle')} text={t('visits.emptyText')} />;
  }
  const page = data.impersonations?.pageInfo;
  return (
    <>
      <ImpersonationEntries impersonations={visits} />
      {page?.hasNextPage && (
        <div>
          <Button
            variant="default"
            loading={loading}
            onClick={() => void fetchMore({ variables: { after: page.endCursor } })}
          >
            {t('common:list.more')}
          </Button>
        </div>
      )}
    </>
  );
}
