import type { FragmentType } from '@apollo/client/masking';
import { useTranslation } from '../../platform/i18n';
import { daysUntil, useFormats } from '../../platform/formats';
import { useFragmentOf } from '../../platform/useFragmentOf';
import classes from './KeyDates.module.css';
import { KeyDates_unit } from './keyDates.graphql';
import { keyDatesOf } from './keyDates';

/** The way of a home from handover to the end of its warranties. */
export function KeyDates({ unit }: { unit: FragmentType<typeof KeyDates_unit> }) {
  const { t } = useTranslation('portal');
  const home = useFragmentOf(KeyDates_unit, unit);
  const f = useFormats();
  const dates = keyDatesOf(home);
  if (!dates.length) return <p className={classes.none}>{t('dates.none')}</p>;
  return (
    <ol className={classes.dates}>
      {dates.map(({ kind, on }) => (
        <li
          key={kind}
          className={daysUntil(on, f.timeZone) < 0 ? `${classes.date} ${classes.past}` : classes.date}
        >
          <p className={classes.what}>{t(`dates.${kind}`)}</p>
          <p className={classes.moment}>
            <time dateTime={on}>{f.day(on)}</time>
            <span className={classes.far}>{f.relativeDay(on)}</span>
          </p>
          <p className={classes.explained}>{t(`dates.explained.${kind}`)}</p>
        </li>
      ))}
    </ol>
  );
}
