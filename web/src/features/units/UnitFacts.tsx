import type { FragmentType } from '@apollo/client/masking';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { useFormats } from '../../platform/formats';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { FactList } from '../../ui/FactList';

const UnitFacts_unit = graphql(`
  fragment UnitFacts_unit on Unit {
    id
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
    basePrice {
      amount
      currency
    }
    location {
      id
      type
      name
    }
  }
`);

/** What is known of a unit: the thing itself, its price, its dates. */
export function UnitFacts({ unit }: { unit: FragmentType<typeof UnitFacts_unit> }) {
  const data = useFragmentOf(UnitFacts_unit, unit);
  const { t } = useTranslation(['console', 'common']);
  const f = useFormats();
  const place = data.location.filter(({ type }) => type !== 'PROJECT' && type !== 'UNIT');
  const day = (value: string | null) => value && f.day(value);
  return (
    <FactList
      facts={[
        { label: t('units.type'), value: t(`common:unitType.${data.type}`) },
        { label: t('units.location'), value: place.map(({ name }) => name).join(' · ') },
        { label: t('units.area'), value: data.surface && f.area(data.surface) },
        { label: t('units.floor'), value: data.floor },
        { label: t('units.rooms'), value: data.rooms },
        { label: t('units.basePrice'), value: data.basePrice && f.money(data.basePrice) },
        { label: t('units.vatRegime'), value: data.vatRegime },
        { label: t('units.plannedHandoverOn'), value: day(data.plannedHandoverOn) },
        { label: t('units.provisionalAcceptanceOn'), value: day(data.provisionalAcceptanceOn) },
        { label: t('units.finalAcceptanceOn'), value: day(data.finalAcceptanceOn) },
        { label: t('units.warrantyUntil'), value: day(data.warrantyUntil) },
        { label: t('units.structuralWarrantyUntil'), value: day(data.structuralWarrantyUntil) },
        { label: t('units.approvalRule'), value: t(`units.approval.${data.approvalRule}`) },
      ]}
    />
  );
}
