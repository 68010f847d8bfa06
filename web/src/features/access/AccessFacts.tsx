import type { FragmentType } from '@apollo/client/masking';
import { IconAlertTriangle } from '../../ui/icons';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { useFormats } from '../../platform/formats';
import { useFragmentOf } from '../../platform/useFragmentOf';
import classes from './access.module.css';

const AccessFacts_buyer = graphql(`
  fragment AccessFacts_buyer on UnitBuyer {
    id
    accessState
    invitedAt
    invitationExpiresAt
    invitationMail
    activatedAt
    revokedAt
  }
`);

/** What happened to the invitation, in a line or two. */
export function AccessFacts({ buyer }: { buyer: FragmentType<typeof AccessFacts_buyer> }) {
  const data = useFragmentOf(AccessFacts_buyer, buyer);
  const { t } = useTranslation('console');
  const f = useFormats();
  const { accessState, invitedAt, invitationExpiresAt, invitationMail, activatedAt, revokedAt } = data;
  const expired = invitationExpiresAt !== null && f.isPast(invitationExpiresAt);
  const undelivered = invitationMail === 'BOUNCED' || invitationMail === 'FAILED';
  return (
    <div className={classes.facts}>
      {accessState === 'NOT_YET_INVITED' && <p>{t('access.notInvitedYet')}</p>}
      {accessState === 'INVITED' && invitedAt && (
        <p>{t('access.invitedOn', { when: f.dateTime(invitedAt) })}</p>
      )}
      {accessState === 'INVITED' && invitationExpiresAt && !expired && (
        <p>{t('access.validUntil', { when: f.dateTime(invitationExpiresAt) })}</p>
      )}
      {accessState === 'ACTIVE' && activatedAt && (
        <p>{t('access.activeSince', { when: f.date(activatedAt) })}</p>
      )}
      {accessState === 'REVOKED' && revokedAt && (
        <p>{t('access.revokedOn', { when: f.dateTime(revokedAt) })}</p>
      )}
      {accessState === 'INVITED' && invitationMail === 'QUEUED' && <p>{t('access.mailQueued')}</p>}
      {accessState === 'INVITED' && (undelivered || expired) && (
        <p className={classes.warning}>
          <IconAlertTriangle size={18} />
          {undelivered ? t('access.mailBounced') : t('access.expired')}
        </p>
      )}
    </div>
  );
}
