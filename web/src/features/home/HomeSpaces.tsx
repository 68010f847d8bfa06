import type { FragmentType } from '@apollo/client/masking';
import { IconBox, IconCar, IconDots, IconPlant2 } from '../../ui/icons';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { useFragmentOf } from '../../platform/useFragmentOf';
import classes from './HomeSpaces.module.css';

const HomeSpaces_unit = graphql(`
  fragment HomeSpaces_unit on Unit {
    id
    spaces {
      id
      name
      kind
    }
  }
`);

const icons = { PARKING: IconCar, STORAGE: IconBox, GARDEN: IconPlant2, OTHER: IconDots };

/** Parking space, storage, garden: what was bought with the home. */
export function HomeSpaces({ unit }: { unit: FragmentType<typeof HomeSpaces_unit> }) {
  const { t } = useTranslation(['portal', 'common']);
  const { spaces } = useFragmentOf(HomeSpaces_unit, unit);
  if (!spaces.length) return <p className={classes.none}>{t('spaces.none')}</p>;
  return (
    <ul className={classes.spaces}>
      {spaces.map(({ id, name, kind }) => {
        const Icon = icons[kind];
        return (
          <li key={id} className={classes.space}>
            <Icon size={22} />
            <span>
              <strong>{name}</strong>
              <span className={classes.kind}>{t(`common:spaceKind.${kind}`)}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
