import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import type { SpaceKind } from '../../gql/graphql';
import { nodesOf } from '../../platform/cache';
import { changeOf, orNull } from '../../platform/change';
import { decimalOf, numbersIn, typedOf } from '../../platform/decimal';
import { useFormats } from '../../platform/formats';
import { required } from '../../platform/required';
import { Dialog } from '../../ui/Dialog';
import { MutationFormView } from '../../ui/MutationFormView';
import { SearchSelectField } from '../../ui/SearchSelect';
import { type MutationForm, useMutationForm } from '../../ui/useMutationForm';
import type { SpaceRow } from './SpacePanel';
import { AddSpace, UpdateSpace } from './spaces.graphql';

const UnitsForSpace = graphql(`
  query UnitsForSpace($id: ID!, $search: String) {
    project(id: $id) {
      id
      units(search: $search, first: 25) {
        edges {
          cursor
          node {
            id
            number
          }
        }
      }
    }
  }
`);

const kinds = ['PARKING', 'STORAGE', 'GARDEN', 'OTHER'] as const satisfies readonly SpaceKind[];

export interface SpaceDialogProps {
  /** Null for a new one. */
  space: SpaceRow | null;
  projectId: string;
  unit?: { id: string; number: string };
  withPrice: boolean;
  onClose: () => void;
}

export function SpaceDialog({ space, projectId, unit, withPrice, onClose }: SpaceDialogProps) {
  const { t } = useTranslation(['console', 'common']);
  const { locale } = useFormats();
  const [add] = useMutation(AddSpace, { refetchQueries: unit ? ['UnitPage'] : [] });
  const [update] = useMutation(UpdateSpace, { refetchQueries: ['UnitPage'] });
  const form = useMutationForm({
    id: `space:${space?.id ?? `new:${unit?.id ?? projectId}`}`,
    initialValues: {
      name: space?.name ?? '',
      kind: (space?.kind ?? 'PARKING') as SpaceKind,
      price: typedOf(space?.price?.amount, locale),
      unitId: space ? (space.unit?.id ?? '') : (unit?.id ?? ''),
    },
    check: (values) => [...required(values, 'name'), ...numbersIn(values, { decimals: ['price'] }, locale)],
    submit: async (values, saved) => {
      const price = orNull(decimalOf(values.price, locale));
      if (!space) {
        const input = { projectId, ...values, unitId: orNull(values.unitId), price };
        return (await add({ variables: { input } })).data?.addSpace;
      }
      const touched = changeOf(values, saved);
      const change = 'price' in touched ? { ...touched, price } : touched;
      const input = { id: space.id, version: space.version, change };
      return (await update({ variables: { input } })).data?.updateSpace;
    },
    onDone: onClose,
  });
  return (
    <Dialog
      opened
      onClose={onClose}
      title={space ? t('spaces.editTitle', { name: space.name }) : t('spaces.addTitle')}
    >
      <MutationFormView of={form} guard={false}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="lg">
          <TextInput
            {...form.field('name', t('spaces.name'))}
            withAsterisk
            autoComplete="off"
            data-autofocus
          />
          <NativeSelect
            {...form.field('kind', t('spaces.kind'))}
            data={kinds.map((value) => ({ value, label: t(`common:spaceKind.${value}`) }))}
          />
        </SimpleGrid>
        {withPrice && <TextInput {...form.field('price', t('spaces.price'))} inputMode="decimal" />}
        {!unit && <UnitField field={form.field} projectId={projectId} current={space?.unit} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common:actions.cancel')}
          </Button>
          <Button type="submit" loading={form.busy}>
            {space ? t('common:actions.save') : t('spaces.add')}
          </Button>
        </Group>
      </MutationFormView>
    </Dialog>
  );
}

interface UnitFieldProps {
  field: MutationForm<Record<string, unknown>>['field'];
  projectId: string;
  current?: { id: string; number: string } | null;
}

function UnitField({ field, projectId, current }: UnitFieldProps) {
  const { t } = useTranslation('console');
  const [search, setSearch] = useState('');
  const variables = { id: projectId, search: search || null };
  const { data, previousData } = useQuery(UnitsForSpace, { variables });
  const units = nodesOf((data ?? previousData)?.project?.units);
  return (
    <SearchSelectField
      field={field('unitId', t('spaces.unit'))}
      description={t('spaces.unitHint')}
      choices={units.map(({ id, number }) => ({ value: id, label: number }))}
      current={current ? { value: current.id, label: current.number } : undefined}
      onSearch={setSearch}
    />
  );
}
