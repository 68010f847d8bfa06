import { useMutation } from '@apollo/client/react';
import type { FragmentType } from '@apollo/client/masking';
import { Button } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { errorText } from '../../platform/errorText';
import { toUserErrors } from '../../platform/errors';
import { useFormats } from '../../platform/formats';
import { useSession } from '../../platform/session';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { StatusChip } from '../../ui/StatusChip';
import { refusal, toast } from '../../ui/toasts';
import classes from './account.module.css';

const AccountSessions_viewer = graphql(`
  fragment AccountSessions_viewer on Viewer {
    id
    sessions {
      id
      current
      device
      ip
      country
      lastSeenAt
    }
  }
`);

const EndSession = graphql(`
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      viewer {
        id
        ...AccountSessions_viewer
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

/** Where this person is signed in; any place can be ended from here. */
export function AccountSessions({ viewer }: { viewer: FragmentType<typeof AccountSessions_viewer> }) {
  const { t } = useTranslation('account');
  const { readOnly } = useSession();
  const f = useFormats();
  const { sessions } = useFragmentOf(AccountSessions_viewer, viewer);
  const [endSession, { loading }] = useMutation(EndSession);
  const end = async (id: string) => {
    try {
      const errors = (await endSession({ variables: { input: { id } } })).data?.endSession?.errors ?? [];
      if (errors.length) refusal(errors.map(errorText).join(' '));
      else toast(t('sessionEnded'));
    } catch (thrown) {
      refusal(toUserErrors(thrown).map(errorText).join(' '));
    }
  };
  return (
    <ul className={classes.sessions}>
      {sessions.map(({ id, current, device, ip, country, lastSeenAt }) => (
        <li key={id} className={classes.session}>
          <span className={classes.device}>
            {device}
            <span className={classes.seen}>
              {[t('lastSeen', { when: f.relative(lastSeenAt) }), country && f.country(country), ip]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          {current ? (
            <StatusChip tone="good">{t('thisDevice')}</StatusChip>
          ) : (
            <Button
              variant="default"
              disabled={readOnly || loading}
              aria-label={t('endSessionOn', { device })}
              onClick={() => void end(id)}
            >
              {t('endSession')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
