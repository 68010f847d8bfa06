import { useMutation } from '@apollo/client/react';
import { Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconCornerDownRight,
  IconPencil,
  IconPlus,
  IconTrash,
} from '../../ui/icons';
import { useTranslation } from '../../platform/i18n';
import { announce } from '../../ui/announce';
import { RowMenu } from '../../ui/RowMenu';
import { undoToast } from '../../ui/toasts';
import { useCommand } from '../../ui/useCommand';
import { AddLevel, DeleteLevel, MoveLevel } from './levels.graphql';
import { childrenOf, typesBelow } from './levels';
import type { Tree, TreeLevel } from './LevelTree';

/** What can be done with one level, by mouse, finger or keyboard alike. */
export function LevelMenu({ level, tree }: { level: TreeLevel; tree: Tree }) {
  const { t } = useTranslation('console');
  const { siblings, place, moveTo, remove } = useLevelCommands(level, tree);
  const isProject = level.type === 'PROJECT';
  const isUnit = level.type === 'UNIT';
  if (isProject && !typesBelow(level.type).length) return null;
  return (
    <RowMenu name={level.name}>
      {typesBelow(level.type).length > 0 && (
        <Menu.Item
          leftSection={<IconPlus size={18} />}
          onClick={() => tree.onTask({ kind: 'add', parent: level })}
        >
          {t('levels.addBelow')}
        </Menu.Item>
      )}
      {!isProject && !isUnit && (
        <Menu.Item
          leftSection={<IconPencil size={18} />}
          onClick={() => tree.onTask({ kind: 'rename', level })}
        >
          {t('levels.rename')}
        </Menu.Item>
      )}
      {!isProject && (
        <>
          <Menu.Item
            leftSection={<IconArrowUp size={18} />}
            disabled={place === 0}
            onClick={() => void moveTo(place - 1)}
          >
            {t('levels.up')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowDown size={18} />}
            disabled={place === siblings - 1}
            onClick={() => void moveTo(place + 1)}
          >
            {t('levels.down')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconCornerDownRight size={18} />}
            onClick={() => tree.onTask({ kind: 'move', level })}
          >
            {t('levels.move')}
          </Menu.Item>
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={18} />}
            onClick={() => (isUnit ? tree.onTask({ kind: 'delete', level, remove }) : void remove())}
          >
            {t('levels.delete')}
          </Menu.Item>
        </>
      )}
    </RowMenu>
  );
}

function useLevelCommands(level: TreeLevel, { projectId, levels }: Tree) {
  const { t } = useTranslation('console');
  const { run } = useCommand();
  const [move] = useMutation(MoveLevel);
  const [add] = useMutation(AddLevel);
  const [deleteLevel] = useMutation(DeleteLevel);
  const parent = levels.find(({ id }) => id === level.parent?.id);
  const siblings = parent ? childrenOf(levels, parent) : [];
  const place = siblings.findIndex(({ id }) => id === level.id);
  const parentId = parent && parent.type !== 'PROJECT' ? parent.id : null;

  const moveTo = async (position: number) => {
    const input = { id: level.id, parentId, position };
    const done = await run(async () => (await move({ variables: { input } })).data?.moveLevel);
    if (done)
      announce(t('levels.movedTo', { name: level.name, place: position + 1, count: siblings.length }));
  };
  const addAgain = async () => {
    const input = { projectId, parentId, type: level.type, name: level.name };
    await run(async () => (await add({ variables: { input } })).data?.addLevel);
  };
  const remove = async () => {
    const variables = { input: { id: level.id } };
    const done = await run(async () => {
      const payload = (await deleteLevel({ variables })).data?.deleteLevel;
      const locked = payload?.errors.some(({ code }) => code === 'LOCKED');
      // The general word for what is locked does not say what to do about it.
      return locked ? { errors: [{ code: 'LOCKED' as const, reason: 'levelInUse' }] } : payload;
    });
    if (!done) return;
    if (level.type === 'UNIT') announce(t('levels.deleted', { name: level.name }));
    else undoToast(t('levels.deleted', { name: level.name }), addAgain);
  };
  return { siblings: siblings.length, place, moveTo, remove };
}
