import type { FragmentType } from '@apollo/client/masking';
import { useMutation } from '@apollo/client/react';
import { Anchor, Button, Menu, Text } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '../../ui/icons';
import { useState } from 'react';
import { useTranslation } from '../../platform/i18n';
import { Link } from '../../platform/router';
import { graphql } from '../../gql';
import type { SpacePanel_SpaceFragment } from '../../gql/graphql';
import { useFormats } from '../../platform/formats';
import { saleTones } from '../../platform/tones';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { Panel } from '../../ui/Panel';
import { RowMenu } from '../../ui/RowMenu';
import { StatusChip } from '../../ui/StatusChip';
import { undoToast } from '../../ui/toasts';
import { useCommand } from '../../ui/useCommand';
import { SpaceDialog } from './SpaceDialog';
import { AddSpace, DeleteSpace } from './spaces.graphql';
import classes from './spaces.module.css';

const SpacePanel_space = graphql(`
  fragment SpacePanel_space on Space {
    id
    name
    kind
    saleState
    version
    price {
      amount
      currency
    }
    unit {
      id
      number
    }
  }
`);

export type SpaceRow = SpacePanel_SpaceFragment;

export interface SpacePanelProps {
  spaces: FragmentType<typeof SpacePanel_space>[];
  projectId: string;
  /** On a unit's page: new spaces belong to it. */
  unit?: { id: string; number: string };
  canEdit: boolean;
  withPrice: boolean;
}

/** Parking spaces, cellars and gardens, of the whole project or of one unit. */
export function SpacePanel({ spaces, projectId, unit, canEdit, withPrice }: SpacePanelProps) {
  const rows = useFragmentOf(SpacePanel_space, spaces);
  const { t } = useTranslation(['console', 'common']);
  const [editing, setEditing] = useState<SpaceRow | 'new' | null>(null);
  const remove = useRemoveSpace(projectId);
  return (
    <Panel
      title={t('spaces.title')}
      lead={t('spaces.lead')}
      actions={
        canEdit && (
          <Button variant="default" leftSection={<IconPlus size={18} />} onClick={() => setEditing('new')}>
            {t('spaces.add')}
          </Button>
        )
      }
    >
      {rows.length === 0 ? (
        <Text c="dimmed">{t('spaces.empty')}</Text>
      ) : (
        <ul className={classes.spaces}>
          {rows.map((space) => (
            <li key={space.id} className={classes.space}>
              <SpaceWords space={space} withUnit={!unit} />
              {canEdit && (
                <RowMenu name={space.name}>
                  <Menu.Item leftSection={<IconPencil size={18} />} onClick={() => setEditing(space)}>
                    {t('common:actions.edit')}
                  </Menu.Item>
                  <Menu.Item
                    color="red"
                    leftSection={<IconTrash size={18} />}
                    onClick={() => void remove(space)}
                  >
                    {t('spaces.delete')}
                  </Menu.Item>
                </RowMenu>
              )}
            </li>
          ))}
        </ul>
      )}
      {editing && (
        <SpaceDialog
          space={editing === 'new' ? null : editing}
          projectId={projectId}
          unit={unit}
          withPrice={withPrice}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}

function SpaceWords({ space, withUnit }: { space: SpaceRow; withUnit: boolean }) {
  const { t } = useTranslation(['console', 'common']);
  const f = useFormats();
  const { name, kind, price, unit, saleState } = space;
  return (
    <div className={classes.words}>
      <div className={classes.head}>
        <strong>{name}</strong>
        <StatusChip tone={saleTones[saleState]}>{t(`common:saleState.${saleState}`)}</StatusChip>
      </div>
      <span className={classes.dim}>
        {[t(`common:spaceKind.${kind}`), price && f.money(price)].filter(Boolean).join(' · ')}
        {withUnit && (unit ? ' · ' : ` · ${t('spaces.free')}`)}
        {withUnit && unit && (
          <Anchor component={Link} to={`/console/units/${unit.id}`} inherit td="underline">
            {t('spaces.ofUnit', { number: unit.number })}
          </Anchor>
        )}
      </span>
    </div>
  );
}

function useRemoveSpace(projectId: string) {
  const { t } = useTranslation('console');
  const { run } = useCommand();
  const [deleteSpace] = useMutation(DeleteSpace);
  const [addSpace] = useMutation(AddSpace);
  return async ({ id, name, kind, price, unit }: SpaceRow) => {
    const done = await run(
      async () => (await deleteSpace({ variables: { input: { id } } })).data?.deleteSpace,
    );
    if (!done) return;
    const input = { projectId, name, kind, price: price?.amount, unitId: unit?.id };
    undoToast(t('spaces.deleted', { name }), () =>
      run(async () => (await addSpace({ variables: { input } })).data?.addSpace),
    );
  };
}
