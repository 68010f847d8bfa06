import type { FragmentType } from '@apollo/client/masking';
import { useMutation } from '@apollo/client/react';
import { Button, NativeSelect } from '@mantine/core';
import { IconPlus } from '../../ui/icons';
import { useTranslation } from '../../platform/i18n';
import { useNavigate } from '../../platform/router';
import { graphql } from '../../gql';
import type { UserErrorLike } from '../../platform/errors';
import { useFormats } from '../../platform/formats';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { MutationFormView } from '../../ui/MutationFormView';
import { toast } from '../../ui/toasts';
import { useMutationForm } from '../../ui/useMutationForm';
import { nextNumber } from './nextNumber';
import { noUnit, numberTroubles, type TypedUnit, unitInput } from './unitForm';
import { UnitRows } from './UnitRows';

const AddUnitsForm_project = graphql(`
  fragment AddUnitsForm_project on Project {
    id
    levels {
      id
      type
      name
    }
  }
`);

const AddUnits = graphql(`
  mutation AddUnits($input: AddUnitsInput!) {
    addUnits(input: $input) {
      units {
        id
      }
      project {
        id
        unitCount
        levels {
          id
        }
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

/** Several units at once, in rows like a sheet; each row says by itself what is wrong with it. */
export function AddUnitsForm({ project }: { project: FragmentType<typeof AddUnitsForm_project> }) {
  const { id, levels } = useFragmentOf(AddUnitsForm_project, project);
  const { t } = useTranslation(['console', 'common']);
  const { locale } = useFormats();
  const navigate = useNavigate();
  const [add] = useMutation(AddUnits, { refetchQueries: ['ProjectUnits', 'ProjectPage'] });
  const places = levels.filter(({ type }) => type !== 'UNIT');
  const form = useMutationForm({
    id: `add-units:${id}`,
    initialValues: { parentId: places[0]?.id ?? '', units: [noUnit, noUnit, noUnit] as TypedUnit[] },
    check: ({ units }) => troublesOf(units, locale),
    submit: async ({ parentId, units }) => {
      const isRoot = places.find((place) => place.id === parentId)?.type === 'PROJECT';
      const filled = filledRows(units);
      const input = {
        projectId: id,
        parentId: isRoot ? null : parentId,
        units: filled.map(({ unit }) => unitInput(unit, locale)),
      };
      const payload = (await add({ variables: { input } })).data?.addUnits;
      return payload && { ...payload, errors: payload.errors.map((error) => atRow(error, filled)) };
    },
    onDone: ({ units }) => {
      toast(t('units.added', { count: units.length }));
      navigate(`/console/projects/${id}`, { state: { force: true }, replace: true });
    },
  });
  const { units } = form.form.values;
  const setUnits = (next: TypedUnit[]) => {
    form.clearErrors();
    form.form.setFieldValue('units', next);
  };
  return (
    <MutationFormView of={form}>
      {places.length > 1 && (
        <NativeSelect
          {...form.field('parentId', t('units.place'))}
          maw="26rem"
          data={places.map(({ id: value, name, type }) => ({
            value,
            label: `${name} (${t(`common:levelType.${type}`)})`,
          }))}
        />
      )}
      <UnitRows
        field={form.field}
        count={units.length}
        onRemove={(row) => setUnits(units.filter((_, index) => index !== row))}
      />
      <Button
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={18} />}
        onClick={() => setUnits([...units, following(units.at(-1) ?? noUnit)])}
      >
        {t('units.addRow')}
      </Button>
      <Button type="submit" loading={form.busy} w="fit-content">
        {t('units.addAll')}
      </Button>
    </MutationFormView>
  );
}

const isEmpty = ({ number, surface, floor, rooms, basePrice }: TypedUnit) =>
  ![number, surface, floor, rooms, basePrice].some((text) => text.trim());

/** Rows that were left empty are not meant. */
const filledRows = (units: TypedUnit[]) =>
  units.map((unit, row) => ({ unit, row })).filter(({ unit }) => !isEmpty(unit));

/** The server counts the rows it got, the reader those she sees. */
function atRow<E extends UserErrorLike>(error: E, filled: { row: number }[]): E {
  const [list, index, ...rest] = error.field ?? [];
  const seen = list === 'units' ? filled[Number(index)] : undefined;
  return seen ? { ...error, field: ['units', String(seen.row), ...rest] } : error;
}

/** The next row begins where the last one leads to: one number further, otherwise alike. */
const following = (unit: TypedUnit): TypedUnit => ({ ...unit, number: nextNumber(unit.number) });

function troublesOf(units: TypedUnit[], locale: string): UserErrorLike[] {
  if (units.every(isEmpty)) {
    return [{ code: 'VALIDATION_FAILED', reason: 'required', field: ['units', '0', 'number'] }];
  }
  return units.flatMap((unit, row) => {
    const path = ['units', String(row)];
    const missing = !isEmpty(unit) && !unit.number.trim();
    return [
      ...(missing
        ? [{ code: 'VALIDATION_FAILED' as const, reason: 'required', field: [...path, 'number'] }]
        : []),
      ...numberTroubles(unit, locale, path),
    ];
  });
}
