import type { FragmentType } from '@apollo/client/masking';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { useFormats } from '../../platform/formats';
import { accessTones } from '../../platform/tones';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { StatusChip } from '../../ui/StatusChip';

const ContactAccess_contact = graphql(`
  fragment ContactAccess_contact on Contact {
    id
    accessState
    lastSeenAt
    purchases {
      id
      accessState
      invitedAt
    }
  }
`);

/** Where this person stands with the portal, in a chip whose colours mean the same everywhere. */
export function ContactAccess({ contact }: { contact: FragmentType<typeof ContactAccess_contact> }) {
  const data = useFragmentOf(ContactAccess_contact, contact);
  const { t } = useTranslation(['console', 'common']);
  const f = useFormats();
  const { accessState, lastSeenAt, purchases } = data;
  if (!accessState) return null;
  const [invitedAt] = purchases
    .filter((purchase) => purchase.accessState === 'INVITED')
    .map((purchase) => purchase.invitedAt)
    .toSorted((one, other) => String(other).localeCompare(String(one)));
  const moment = accessState === 'INVITED' ? invitedAt : accessState === 'ACTIVE' ? lastSeenAt : undefined;
  const state = t(`common:accessState.${accessState}`);
  return (
    <StatusChip tone={accessTones[accessState]}>
      {moment ? (
        <span title={f.dateTime(moment)}>
          {accessState === 'ACTIVE'
            ? t('contacts.activeSince', { when: f.relative(moment) })
            : t('contacts.invitedOn', { date: f.date(moment) })}
        </span>
      ) : (
        state
      )}
    </StatusChip>
  );
}
