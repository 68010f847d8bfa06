import type { FragmentType } from '@apollo/client/masking';
import { IconEye } from '../../ui/icons';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { nodesOf } from '../../platform/cache';
import { useFormats } from '../../platform/formats';
import { useSession } from '../../platform/session';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { QuietState } from '../../ui/QuietState';
import classes from './PortalVisits.module.css';

const PortalVisits_viewer = graphql(`
  fragment PortalVisits_viewer on Viewer {
    id
    impersonations(first: 10) {
      edges {
        node {
          id
          actor {
            id
            name
          }
          reason
          startedAt
          endedAt
          opened {
            typeName
            objectId
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Whoever of the team looked at the portal with this person's eyes: who, when, why, and at what. */
export function PortalVisits({ viewer }: { viewer: FragmentType<typeof PortalVisits_viewer> }) {
  const { t } = useTranslation('portal');
  const { company } = useSession();
  const f = useFormats();
  const data = useFragmentOf(PortalVisits_viewer, viewer);
  const visits = nodesOf(data.impersonations);
  if (!visits.length) {
    return (
      <QuietState icon={<IconEye size={22} />} title={t('visits.emptyTitle')} text={t('visits.emptyText')} />
    );
  }
  return (
    <ul className={classes.visits}>
      {visits.map(({ id, actor, reason, startedAt, endedAt, opened }) => (
        <li key={id} className={classes.visit}>
          <p className={classes.who}>
            <strong>{actor?.name ?? company.name}</strong>
            <time dateTime={startedAt} className={classes.when}>
              {f.dateTime(startedAt)}
              {endedAt ? `–${f.time(endedAt)}` : ''}
            </time>
          </p>
          <p className={classes.what}>{reason ? t('visits.reason', { reason }) : t('visits.noReason')}</p>
          <p className={classes.what}>
            {opened.length
              ? t('visits.opened', {
                  things: f.list(kindsOf(opened).map((kind) => t(`visits.things.${kind}`))),
                })
              : t('visits.openedNothing')}
          </p>
        </li>
      ))}
    </ul>
  );
}

const known = ['Unit', 'Project', 'Contact'] as const;

/** What was opened, each kind once. */
function kindsOf(opened: readonly { typeName: string }[]) {
  const kinds = opened.map(({ typeName }) => known.find((kind) => kind === typeName) ?? ('Other' as const));
  return [...new Set(kinds)];
}
