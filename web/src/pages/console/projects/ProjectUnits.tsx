import { useQuery } from '@apollo/client/react';
import { Button, NativeSelect } from '@mantine/core';
import { IconHomePlus, IconPlus } from '../../../ui/icons';
import { useState } from 'react';
import { useTranslation } from '../../../platform/i18n';
import { Link } from '../../../platform/router';
import { BulkGrant } from '../../../features/access/BulkGrant';
import { saleStates } from '../../../features/units/unitForm';
import { UnitTable } from '../../../features/units/UnitTable';
import { graphql } from '../../../gql';
import { nodesOf } from '../../../platform/cache';
import { isNotFound } from '../../../platform/errors';
import { useSession } from '../../../platform/session';
import { useChoiceParam, useOptionalParam, useTextParam } from '../../../platform/urlState';
import { EmptyState } from '../../../ui/EmptyState';
import { ListTools } from '../../../ui/ListTools';
import { SearchField } from '../../../ui/SearchField';

const ProjectUnitsQuery = graphql(`
  query ProjectUnits($id: ID!, $search: String, $saleState: [SaleState!], $sort: UnitSort!, $after: String) {
    project(id: $id) {
      id
      units(search: $search, saleState: $saleState, sort: $sort, after: $after) {
        totalCount
        edges {
          cursor
          node {
            id
            ...UnitTable_unit
            ...BulkGrant_unit
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export interface ProjectUnitsProps {
  projectId: string;
  canEdit: boolean;
}

/** The units of a project, and granting access to the buyers of several. */
export function ProjectUnits({ projectId, canEdit }: ProjectUnitsProps) {
  const { t } = useTranslation(['console', 'common']);
  const { hasRole } = useSession();
  const [search, setSearch] = useTextParam('q');
  const [sale, setSale] = useOptionalParam('sale', saleStates);
  const [sort, setSort] = useChoiceParam('sort', ['NUMBER_ASC', 'NUMBER_DESC'] as const, 'NUMBER_ASC');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const { data, previousData, error, fetchMore, loading } = useQuery(ProjectUnitsQuery, {
    variables: { id: projectId, search: search || null, saleState: sale && [sale], sort },
  });
  if (error && !isNotFound(error)) throw error;
  const units = (data ?? previousData)?.project?.units;
  const filtered = search !== '' || sale !== null;
  const clear = () => {
    setSearch('');
    setSale(null);
  };
  const addUnits = canEdit && <AddUnits projectId={projectId} />;
  return (
    <>
      <ListTools
        search={<SearchField value={search} onChange={setSearch} label={t('units.search')} />}
        actions={addUnits}
      >
        <NativeSelect
          aria-label={t('units.sale')}
          value={sale ?? ''}
          onChange={({ currentTarget }) =>
            setSale(saleStates.find((each) => each === currentTarget.value) ?? null)
          }
          data={[
            { value: '', label: t('units.anySale') },
            ...saleStates.map((value) => ({ value, label: t(`common:saleState.${value}`) })),
          ]}
        />
      </ListTools>
      {selected.size > 0 && (
        <BulkGrant
          units={nodesOf(units).filter(({ id }) => selected.has(id))}
          onDone={() => setSelected(new Set())}
        />
      )}
      <UnitTable
        units={units ? nodesOf(units) : undefined}
        sort={sort}
        onSort={(next) => setSort(next)}
        selection={hasRole('OWNER') ? { ids: selected, onChange: setSelected } : undefined}
        total={units?.totalCount}
        hasMore={units?.pageInfo.hasNextPage}
        onMore={() => void fetchMore({ variables: { after: units?.pageInfo.endCursor } })}
        loadingMore={loading && units !== undefined}
        empty={
          <EmptyState
            icon={<IconHomePlus />}
            title={filtered ? t('common:list.nothingTitle') : t('units.empty.title')}
            text={filtered ? t('common:list.nothingText') : t('units.empty.text')}
            action={
              filtered ? (
                <Button variant="default" onClick={clear}>
                  {t('common:list.clearFilters')}
                </Button>
              ) : (
                addUnits
              )
            }
          />
        }
      />
    </>
  );
}

function AddUnits({ projectId }: { projectId: string }) {
  const { t } = useTranslation('console');
  return (
    <Button
      component={Link}
      to={`/console/projects/${projectId}/add-units`}
      leftSection={<IconPlus size={18} />}
    >
      {t('units.add')}
    </Button>
  );
}
