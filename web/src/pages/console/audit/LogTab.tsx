import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconHistory } from '../../../ui/icons';
import { useTranslation } from '../../../platform/i18n';
import { AuditEntries } from '../../../features/audit/AuditEntries';
import { AuditFilters, useAuditFilters } from '../../../features/audit/AuditFilters';
import { graphql } from '../../../gql';
import { nodesOf } from '../../../platform/cache';
import { isNotFound } from '../../../platform/errors';
import { EmptyState } from '../../../ui/EmptyState';
import { CardSkeletons } from '../../../ui/Skeletons';

const AuditLogQuery = graphql(`
  query AuditLog($action: String, $projectId: ID, $from: DateTime, $until: DateTime, $after: String) {
    auditLog(action: $action, projectId: $projectId, from: $from, until: $until, after: $after) {
      edges {
        cursor
        node {
          id
          at
          ...AuditEntry_event
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export function LogTab() {
  const { t } = useTranslation(['audit', 'common']);
  const filters = useAuditFilters();
  const { data, previousData, error, fetchMore, loading } = useQuery(AuditLogQuery, {
    variables: filters.variables,
  });
  // An address may carry a project that is none: nothing happened there.
  const strange = error !== undefined && isNotFound(error);
  if (error && !strange && !data) throw error;
  const log = strange ? null : (data ?? previousData)?.auditLog;
  const events = nodesOf(log);
  const empty = strange || (log && events.length === 0);
  return (
    <>
      <AuditFilters of={filters} />
      {log === undefined && <CardSkeletons count={2} height={240} />}
      {empty && (
        <EmptyState
          icon={<IconHistory />}
          title={filters.filtered ? t('noMatch.title') : t('empty.title')}
          text={filters.filtered ? t('noMatch.text') : t('empty.text')}
          action={
            filters.filtered && (
              <Button variant="default" onClick={filters.clear}>
                {t('common:list.clearFilters')}
              </Button>
            )
          }
        />
      )}
      <AuditEntries events={events} />
      {log?.pageInfo.hasNextPage && (
        <div>
          <Button
            variant="default"
            loading={loading}
            onClick={() => void fetchMore({ variables: { after: log.pageInfo.endCursor } })}
          >
            {t('common:list.more')}
          </Button>
        </div>
      )}
    </>
  );
}
