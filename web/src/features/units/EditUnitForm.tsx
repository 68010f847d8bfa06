import type { FragmentType } from '@apollo/client/masking';
import { useMutation } from '@apollo/client/react';
import { Button, Group, NativeSelect, Radio, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import type { EditUnitForm_UnitFragment } from '../../gql/graphql';
import { changeOf } from '../../platform/change';
import { typedOf } from '../../platform/decimal';
import { useFormats } from '../../platform/formats';
import { required } from '../../platform/required';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { MutationFormView } from '../../ui/MutationFormView';
import { StaleOffer } from '../../ui/StaleOffer';
import { toast } from '../../ui/toasts';
import { type MutationForm, useMutationForm } from '../../ui/useMutationForm';
import { numberTroubles, unitInput, unitTypes } from './unitForm';

const EditUnitForm_unit = graphql(`
  fragment EditUnitForm_unit on Unit {
    id
    number
    type
    surface
    floor
    rooms
    vatRegime
    approvalRule
    plannedHandoverOn
    provisionalAcceptanceOn
    finalAcceptanceOn
    warrantyUntil
    structuralWarrantyUntil
    saleState
    version
    basePrice {
      amount
      currency
    }
  }
`);

const UpdateUnit = graphql(`
  mutation UpdateUnit($input: UpdateUnitInput!) {
    updateUnit(input: $input) {
      unit {
        id
        location {
          id
          name
        }
        ...EditUnitForm_unit
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

export interface EditUnitFormProps {
  unit: FragmentType<typeof EditUnitForm_unit>;
  /** Whether the viewer may see and set prices. */
  withPrice: boolean;
  /** A single home has the project's name. */
  withNumber: boolean;
  reload: () => Promise<unknown>;
  onClose: () => void;
}

const dates = [
  'plannedHandoverOn',
  'provisionalAcceptanceOn',
  'finalAcceptanceOn',
  'warrantyUntil',
  'structuralWarrantyUntil',
] as const;

export function EditUnitForm({ unit, withPrice, withNumber, reload, onClose }: EditUnitFormProps) {
  const data = useFragmentOf(EditUnitForm_unit, unit);
  const { t } = useTranslation(['console', 'common']);
  const { locale } = useFormats();
  const [update] = useMutation(UpdateUnit);
  const { id, version, saleState } = data;
  const isFree = saleState === 'AVAILABLE' || saleState === 'NOT_FOR_SALE';
  const form = useMutationForm({
    id: `unit:${id}`,
    initialValues: valuesOf(data, locale),
    check: (values) => [...required(values, 'number'), ...numberTroubles(values, locale)],
    submit: async (values, saved) => {
      const change = changeInput(values, saved, locale);
      return (await update({ variables: { input: { id, version, change } } })).data?.updateUnit;
    },
    onDone: () => {
      toast(t('common:form.saved'));
      onClose();
    },
  });
  const { field } = form;
  return (
    <MutationFormView of={form}>
      <StaleOffer of={form} saved={valuesOf(data, locale)} reload={reload} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="lg">
        {withNumber && <TextInput {...field('number', t('units.number'))} withAsterisk autoComplete="off" />}
        <NativeSelect
          {...field('type', t('units.type'))}
          data={unitTypes.map((value) => ({ value, label: t(`common:unitType.${value}`) }))}
        />
        <TextInput {...field('surface', t('units.surface'))} inputMode="decimal" rightSection="m²" />
        <TextInput {...field('floor', t('units.floor'))} />
        <TextInput {...field('rooms', t('units.rooms'))} inputMode="numeric" />
        {withPrice && (
          <TextInput
            {...field('basePrice', t('units.basePrice'))}
            inputMode="decimal"
            description={isFree ? undefined : t('units.priceFrozen')}
            disabled={!isFree}
          />
        )}
        <TextInput {...field('vatRegime', t('units.vatRegime'))} autoComplete="off" />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="lg">
        {dates.map((name) => (
          <TextInput key={name} {...field(name, t(`units.${name}`))} type="date" />
        ))}
      </SimpleGrid>
      <ApprovalField field={field} />
      <Group>
        <Button type="submit" loading={form.busy}>
          {t('common:actions.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common:actions.cancel')}
        </Button>
      </Group>
    </MutationFormView>
  );
}

function ApprovalField({ field }: { field: MutationForm<Record<string, unknown>>['field'] }) {
  const { t } = useTranslation('console');
  return (
    <Radio.Group {...field('approvalRule', t('units.approvalRule'))} size="md">
      <Stack gap="sm" pt="xs">
        <Radio value="ANY" label={t('units.approval.ANY')} />
        <Radio value="ALL" label={t('units.approval.ALL')} />
      </Stack>
    </Radio.Group>
  );
}

function valuesOf(unit: EditUnitForm_UnitFragment, locale: string) {
  return {
    number: unit.number,
    type: unit.type,
    surface: typedOf(unit.surface, locale),
    floor: unit.floor === null ? '' : String(unit.floor),
    rooms: unit.rooms === null ? '' : String(unit.rooms),
    basePrice: typedOf(unit.basePrice?.amount, locale),
    vatRegime: unit.vatRegime ?? '',
    approvalRule: unit.approvalRule,
    plannedHandoverOn: unit.plannedHandoverOn ?? '',
    provisionalAcceptanceOn: unit.provisionalAcceptanceOn ?? '',
    finalAcceptanceOn: unit.finalAcceptanceOn ?? '',
    warrantyUntil: unit.warrantyUntil ?? '',
    structuralWarrantyUntil: unit.structuralWarrantyUntil ?? '',
  };
}

type Values = ReturnType<typeof valuesOf>;

/** Numbers are compared as typed and sent as the schema wants them. */
function changeInput(values: Values, saved: Values, locale: string) {
  const touched = Object.keys(changeOf(values, saved)) as (keyof Values)[];
  const typed = Object.fromEntries(touched.map((name) => [name, values[name]])) as Partial<Values>;
  const { number, type, approvalRule, surface, floor, rooms, basePrice, ...rest } = typed;
  const texts = Object.fromEntries(Object.entries(rest).map(([name, text]) => [name, text || null]));
  const numbers = unitInput(given({ surface, floor, rooms, basePrice }), locale);
  return { ...given({ number, type, approvalRule }), ...texts, ...numbers };
}

const given = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
