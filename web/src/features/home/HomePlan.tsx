import type { FragmentType } from '@apollo/client/masking';
import { IconMaximize } from '../../ui/icons';
import { useState } from 'react';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { useFragmentOf } from '../../platform/useFragmentOf';
import classes from './HomePlan.module.css';
import { PlanViewer } from './PlanViewer';

const HomePlan_unit = graphql(`
  fragment HomePlan_unit on Unit {
    id
    plan {
      id
      medium: url(width: 960)
      large: url(width: 1920)
    }
  }
`);

/** The plan of the home; a press enlarges it. */
export function HomePlan({ unit }: { unit: FragmentType<typeof HomePlan_unit> }) {
  const { t } = useTranslation('portal');
  const { plan } = useFragmentOf(HomePlan_unit, unit);
  const [open, setOpen] = useState(false);
  if (!plan) return <p className={classes.none}>{t('plan.none')}</p>;
  return (
    <>
      <button type="button" className={classes.thumbnail} onClick={() => setOpen(true)}>
        <img src={plan.medium} alt={t('plan.alt')} loading="lazy" />
        <span className={classes.enlarge}>
          <IconMaximize size={18} />
          {t('plan.enlarge')}
        </span>
      </button>
      {open && <PlanViewer src={plan.large} onClose={() => setOpen(false)} />}
    </>
  );
}
