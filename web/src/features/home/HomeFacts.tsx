import type { FragmentType } from '@apollo/client/masking';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { useFormats } from '../../platform/formats';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { FactTiles } from '../../ui/FactTiles';

const HomeFacts_unit = graphql(`
  fragment HomeFacts_unit on Unit {
    id
    number
    type
    surface
    floor
    rooms
    vatRegime
    soldPrice {
      amount
      currency
    }
    location {
      id
      type
      name
    }
    project {
      id
      kind
      name
    }
    spaces {
      id
      name
      kind
    }
  }
`);

interface HomeFactsProps {
  unit: FragmentType<typeof HomeFacts_unit>;
  /** The few of the dashboard, without price and number. */
  brief?: boolean;
}

/** What is known about the home itself; what is not known is not mentioned. */
export function HomeFacts({ unit, brief = false }: HomeFactsProps) {
  const { t } = useTranslation(['portal', 'common']);
  const home = useFragmentOf(HomeFacts_unit, unit);
  const f = useFormats();
  const levels = home.location.filter(({ type }) => type !== 'PROJECT' && type !== 'UNIT');
  const location = levels.map(({ name }) => name).join(', ');
  const floor = home.floor === 0 ? t('facts.groundFloor') : home.floor === null ? null : f.number(home.floor);
  const spaces = home.spaces.map(({ kind, name }) => `${t(`common:spaceKind.${kind}`)} ${name}`);
  const facts = [
    { label: t('facts.type'), value: t(`common:unitType.${home.type}`) },
    { label: t('facts.surface'), value: home.surface && f.area(home.surface) },
    { label: t('facts.rooms'), value: home.rooms === null ? null : f.number(home.rooms) },
    { label: t('facts.floor'), value: floor },
    { label: t('facts.location'), value: location, wide: location.length > 20 },
    { label: t('facts.spaces'), value: brief && spaces.length ? f.list(spaces) : null, wide: true },
  ];
  const more = [
    { label: t('facts.project'), value: home.project.kind === 'MULTI' ? home.project.name : null },
    { label: t('facts.number'), value: home.project.kind === 'MULTI' ? home.number : null },
    { label: t('facts.price'), value: home.soldPrice && f.money(home.soldPrice) },
    { label: t('facts.vat'), value: home.vatRegime, wide: (home.vatRegime?.length ?? 0) > 12 },
  ];
  return <FactTiles facts={brief ? facts : [...facts, ...more]} />;
}
