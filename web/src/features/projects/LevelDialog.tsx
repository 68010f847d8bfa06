import { useMutation } from '@apollo/client/react';
import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '../../platform/i18n';
import type { LevelType } from '../../gql/graphql';
import { required } from '../../platform/required';
import { Dialog } from '../../ui/Dialog';
import { MutationFormView } from '../../ui/MutationFormView';
import { type MutationForm, useMutationForm } from '../../ui/useMutationForm';
import { AddLevel, MoveLevel, RenameLevel } from './levels.graphql';
import { branchOf, canHold, typesBelow } from './levels';
import type { TreeLevel } from './LevelTree';

export type LevelTask =
  | { kind: 'add'; parent: TreeLevel }
  | { kind: 'rename'; level: TreeLevel }
  | { kind: 'move'; level: TreeLevel }
  | { kind: 'delete'; level: TreeLevel; remove: () => Promise<void> };

export interface LevelDialogProps {
  projectId: string;
  levels: readonly TreeLevel[];
  task: LevelTask | null;
  onClose: () => void;
}

export function LevelDialog({ projectId, levels, task, onClose }: LevelDialogProps) {
  const { t } = useTranslation('console');
  const title = {
    add: () => t('levels.addTitle'),
    rename: () => t('levels.renameTitle', { name: named(task) }),
    move: () => t('levels.moveTitle', { name: named(task) }),
    delete: () => t('levels.deleteTitle', { name: named(task) }),
  };
  return (
    <Dialog opened={task !== null} onClose={onClose} title={task ? title[task.kind]() : ''}>
      {task?.kind === 'add' && <AddForm projectId={projectId} parent={task.parent} onClose={onClose} />}
      {task?.kind === 'rename' && <RenameForm level={task.level} onClose={onClose} />}
      {task?.kind === 'delete' && <DeleteUnit remove={task.remove} onClose={onClose} />}
      {task?.kind === 'move' && <MoveForm level={task.level} levels={levels} onClose={onClose} />}
    </Dialog>
  );
}

const named = (task: LevelTask | null) => (task && 'level' in task ? task.level.name : '');
/** Directly under the project is said by no parent at all. */
const parentIdOf = ({ type, id }: TreeLevel) => (type === 'PROJECT' ? null : id);

function AddForm({
  projectId,
  parent,
  onClose,
}: {
  projectId: string;
  parent: TreeLevel;
  onClose: () => void;
}) {
  const { t } = useTranslation(['console', 'common']);
  const [add] = useMutation(AddLevel);
  const types = typesBelow(parent.type);
  const form = useMutationForm({
    id: `add-level:${parent.id}`,
    initialValues: { type: (types.at(-1) ?? 'BUILDING') as LevelType, name: '' },
    check: (values) => required(values, 'name'),
    submit: async (values) => {
      const input = { projectId, parentId: parentIdOf(parent), ...values };
      return (await add({ variables: { input } })).data?.addLevel;
    },
    onDone: onClose,
  });
  return (
    <LevelForm form={form} submit={t('common:actions.add')} onClose={onClose}>
      <NativeSelect
        {...form.field('type', t('levels.type'))}
        data={types.map((value) => ({ value, label: t(`common:levelType.${value}`) }))}
      />
      <TextInput
        {...form.field('name', t('levels.name'))}
        description={t('levels.nameIn', { parent: parent.name })}
        autoComplete="off"
        data-autofocus
      />
    </LevelForm>
  );
}

function RenameForm({ level, onClose }: { level: TreeLevel; onClose: () => void }) {
  const { t } = useTranslation(['console', 'common']);
  const [rename] = useMutation(RenameLevel);
  const form = useMutationForm({
    id: `rename-level:${level.id}`,
    initialValues: { name: level.name },
    check: (values) => required(values, 'name'),
    submit: async ({ name }) =>
      (await rename({ variables: { input: { id: level.id, name } } })).data?.renameLevel,
    onDone: onClose,
  });
  return (
    <LevelForm form={form} submit={t('common:actions.save')} onClose={onClose}>
      <TextInput {...form.field('name', t('levels.name'))} autoComplete="off" data-autofocus />
    </LevelForm>
  );
}

interface MoveFormProps {
  level: TreeLevel;
  levels: readonly TreeLevel[];
  onClose: () => void;
}

function MoveForm({ level, levels, onClose }: MoveFormProps) {
  const { t } = useTranslation(['console', 'common']);
  const [move] = useMutation(MoveLevel);
  const inside = branchOf(levels, level);
  const places = levels.filter((place) => canHold(place.type, level.type) && !inside.includes(place));
  const form = useMutationForm({
    id: `move-level:${level.id}`,
    initialValues: { parentId: level.parent?.id ?? '' },
    submit: async (values) => {
      const parent = places.find(({ id }) => id === values.parentId);
      const input = { id: level.id, parentId: parent ? parentIdOf(parent) : null };
      return (await move({ variables: { input } })).data?.moveLevel;
    },
    onDone: onClose,
  });
  return (
    <LevelForm form={form} submit={t('levels.moveHere')} onClose={onClose}>
      <NativeSelect
        {...form.field('parentId', t('levels.newPlace'))}
        data={places.map(({ id, name, type }) => ({
          value: id,
          label: `${name} (${t(`common:levelType.${type}`)})`,
        }))}
        data-autofocus
      />
    </LevelForm>
  );
}

/** A unit does not come back with all that was known of it. */
function DeleteUnit({ remove, onClose }: { remove: () => Promise<void>; onClose: () => void }) {
  const { t } = useTranslation(['console', 'common']);
  const confirm = () => {
    onClose();
    void remove();
  };
  return (
    <Stack gap="lg">
      <Text>{t('levels.deleteUnitText')}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('common:actions.cancel')}
        </Button>
        <Button color="red" onClick={confirm}>
          {t('levels.deleteUnit')}
        </Button>
      </Group>
    </Stack>
  );
}

interface LevelFormProps<V extends Record<string, unknown>> {
  form: MutationForm<V>;
  submit: string;
  onClose: () => void;
  children: ReactNode;
}

function LevelForm<V extends Record<string, unknown>>({
  form,
  submit,
  onClose,
  children,
}: LevelFormProps<V>) {
  const { t } = useTranslation('common');
  return (
    <MutationFormView of={form} guard={false}>
      {children}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('actions.cancel')}
        </Button>
        <Button type="submit" loading={form.busy}>
          {submit}
        </Button>
      </Group>
    </MutationFormView>
  );
}
