import type { FragmentType } from '@apollo/client/masking';
import { type Translate, useTranslation } from '../../platform/i18n';
import { Link } from '../../platform/router';
import { graphql } from '../../gql';
import type { ImpersonationEntries_ImpersonationFragment } from '../../gql/graphql';
import { useFormats } from '../../platform/formats';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { StatusChip } from '../../ui/StatusChip';
import classes from './audit.module.css';
import { Filled } from './Filled';
import { ObjectName } from './Sentence';

const ImpersonationEntries_impersonation = graphql(`
  fragment ImpersonationEntries_impersonation on Impersonation {
    id
    actor {
      id
      name
    }
    subjectName
    subject {
      id
    }
    unit {
      id
      number
    }
    reason
    startedAt
    endedAt
    ip
    opened {
      typeName
      objectId
      at
    }
  }
`);

type Visit = ImpersonationEntries_ImpersonationFragment;

/** Who looked through whose eyes, when, for how long, why, and at what. */
export function ImpersonationEntries(props: {
  impersonations: FragmentType<typeof ImpersonationEntries_impersonation>[];
}) {
  const { t } = useTranslation('audit');
  const visits = useFragmentOf(ImpersonationEntries_impersonation, props.impersonations);
  return (
    <ol className={`${classes.entries} ${classes.day}`} aria-label={t('visits.label')}>
      {visits.map((visit) => (
        <VisitEntry key={visit.id} visit={visit} />
      ))}
    </ol>
  );
}

function VisitEntry({ visit }: { visit: Visit }) {
  const { t } = useTranslation('audit');
  const f = useFormats();
  const { actor, subject, subjectName, unit, reason, startedAt, endedAt, ip, opened } = visit;
  const person = <ObjectName type="Contact" id={subject?.id ?? null} name={subjectName} />;
  const parts = { actor: <strong>{actor?.name ?? t('gone.TeamMember')}</strong>, object: person };
  return (
    <li className={classes.visit}>
      <p className={classes.sentence}>
        <Filled text={t('visits.sentence')} parts={parts} />
      </p>
      <p className={classes.place}>
        <time dateTime={startedAt}>{f.dateTime(startedAt)}</time>
        {endedAt ? (
          <span>{durationOf(startedAt, endedAt, t)}</span>
        ) : (
          <StatusChip tone="warning">{t('visits.open')}</StatusChip>
        )}
        {unit && <Link to={`/console/units/${unit.id}`}>{unit.number}</Link>}
        {ip && <span>{t('ip', { ip })}</span>}
      </p>
      <p className={reason ? classes.sentence : classes.place}>
        {reason ? t('visits.reason', { reason }) : t('visits.noReason')}
      </p>
      {opened.length === 0 ? (
        <p className={classes.place}>{t('visits.openedNothing')}</p>
      ) : (
        <Opened visit={visit} />
      )}
    </li>
  );
}

const things = ['Unit', 'Project', 'Contact'] as const;

function Opened({ visit: { opened } }: { visit: Visit }) {
  const { t } = useTranslation('audit');
  const f = useFormats();
  return (
    <details className={classes.opened}>
      <summary>{t('visits.opened', { count: opened.length })}</summary>
      <ul className={classes.changes}>
        {opened.map(({ typeName, objectId, at }) => (
          <li key={`${objectId}${at}`}>
            <Link to={`/console/open/${objectId}`}>
              {t(`visits.things.${things.find((each) => each === typeName) ?? 'other'}`)}
            </Link>{' '}
            <time dateTime={at}>{f.time(at)}</time>
          </li>
        ))}
      </ul>
    </details>
  );
}

const MINUTE_MS = 60_000;

function durationOf(from: string, to: string, t: Translate<'audit'>): string {
  const minutes = Math.round((Date.parse(to) - Date.parse(from)) / MINUTE_MS);
  return minutes < 1 ? t('visits.seconds') : t('visits.minutes', { count: minutes });
}
