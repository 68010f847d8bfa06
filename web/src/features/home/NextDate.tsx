import type { FragmentType } from '@apollo/client/masking';
import { useTranslation } from '../../platform/i18n';
import { daysUntil, useFormats } from '../../platform/formats';
import { useFragmentOf } from '../../platform/useFragmentOf';
import classes from './KeyDates.module.css';
import { KeyDates_unit } from './keyDates.graphql';
import { keyDatesOf } from './keyDates';

/** The date that comes next, in words first. */
export function NextDate({ unit }: { unit: FragmentType<typeof KeyDates_unit> }) {
  const { t } = useTranslation('portal');
  const home = useFragmentOf(KeyDates_unit, unit);
  const f = useFormats();
  const next = keyDatesOf(home).find(({ on }) => daysUntil(on, f.timeZone) >= 0);
  if (!next) return <p className={classes.none}>{t('dates.none')}</p>;
  return (
    <div className={classes.next}>
      <p className={classes.when}>{f.relativeDay(next.on)}</p>
      <p className={classes.what}>{t(`dates.${next.kind}`)}</p>
      <time className={classes.day} dateTime={next.on}>
        {f.day(next.on)}
      </time>
    </div>
  );
}
