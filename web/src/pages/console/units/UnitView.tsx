import type { FragmentType } from '@apollo/client/masking';
import { Button } from '@mantine/core';
import { IconPencil } from '../../../ui/icons';
import { useTranslation } from '../../../platform/i18n';
import { UnitBuyers } from '../../../features/access/UnitBuyers';
import { useViewAs } from '../../../features/impersonation/useViewAs';
import { LeadPanel } from '../../../features/sales/LeadPanel';
import { SaleState } from '../../../features/sales/SaleState';
import { SpacePanel } from '../../../features/spaces/SpacePanel';
import { EditUnitForm } from '../../../features/units/EditUnitForm';
import { UnitFacts } from '../../../features/units/UnitFacts';
import { UnitPlan } from '../../../features/units/UnitPlan';
import { graphql } from '../../../gql';
import { useSession } from '../../../platform/session';
import { useFlagParam } from '../../../platform/urlState';
import { useFragmentOf } from '../../../platform/useFragmentOf';
import { PageColumns } from '../../../ui/PageColumns';
import { Panel } from '../../../ui/Panel';

const UnitView_unit = graphql(`
  fragment UnitView_unit on Unit {
    id
    number
    viewerCanEdit
    project {
      id
      kind
    }
    spaces {
      id
      ...SpacePanel_space
    }
    ...SaleState_unit
    ...UnitBuyers_unit
    ...LeadPanel_unit
    ...UnitFacts_unit
    ...EditUnitForm_unit
    ...UnitPlan_unit
  }
`);

export interface UnitViewProps {
  unit: FragmentType<typeof UnitView_unit>;
  reload: () => Promise<unknown>;
}

/** A unit as the team works on it, on its own page or as the one home of a project. */
export function UnitView({ unit, reload }: UnitViewProps) {
  const data = useFragmentOf(UnitView_unit, unit);
  const { t } = useTranslation('console');
  const { hasRole } = useSession();
  const { viewAs, dialog } = useViewAs();
  const [editing] = useFlagParam('edit');
  const { id, number, project, spaces, viewerCanEdit } = data;
  const isSingle = project.kind === 'SINGLE';
  const isOwner = hasRole('OWNER');
  return (
    <>
      <PageColumns
        aside={
          <>
            <Facts unit={unit} isSingle={isSingle} reload={reload} />
            {!editing && <UnitPlan unit={data} />}
          </>
        }
      >
        {!editing && (
          <>
            <Panel title={t('units.customer')}>
              <SaleState unit={data} canFree={isOwner} />
              <UnitBuyers unit={data} canLink={isOwner} onViewAs={viewAs} />
            </Panel>
            <LeadPanel unit={data} />
            <SpacePanel
              spaces={spaces}
              projectId={project.id}
              unit={{ id, number }}
              canEdit={viewerCanEdit}
              withPrice={isOwner}
            />
          </>
        )}
      </PageColumns>
      {dialog}
    </>
  );
}

interface FactsProps extends UnitViewProps {
  isSingle: boolean;
}

function Facts({ unit, isSingle, reload }: FactsProps) {
  const data = useFragmentOf(UnitView_unit, unit);
  const { t } = useTranslation(['console', 'common']);
  const { hasRole } = useSession();
  const [editing, setEditing] = useFlagParam('edit');
  const isOpen = editing && data.viewerCanEdit;
  return (
    <Panel
      title={t('units.facts')}
      actions={
        data.viewerCanEdit &&
        !editing && (
          <Button variant="default" leftSection={<IconPencil size={18} />} onClick={() => setEditing(true)}>
            {t('common:actions.edit')}
          </Button>
        )
      }
    >
      {isOpen ? (
        <EditUnitForm
          unit={data}
          withPrice={hasRole('OWNER')}
          withNumber={!isSingle}
          reload={reload}
          onClose={() => setEditing(false)}
        />
      ) : (
        <UnitFacts unit={data} />
      )}
    </Panel>
  );
}
