import { useMutation } from '@apollo/client/react';
import { useCallback } from 'react';
import { graphql } from '../../gql';
import { errorText } from '../../platform/errorText';
import { Refused, toUserErrors } from '../../platform/errors';
import { keepOrigin, takeOrigin } from '../../platform/returnPath';
import { useSession } from '../../platform/session';
import { refusal } from '../../ui/toasts';

const StopImpersonation = graphql(`
  mutation StopImpersonation {
    stopImpersonation {
      viewer {
        id
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

/** Back to oneself, and to the page where it started. */
export function useStopImpersonation(): () => Promise<void> {
  const [stop] = useMutation(StopImpersonation);
  const { identityChanged } = useSession();
  return useCallback(async () => {
    const origin = takeOrigin();
    try {
      await identityChanged(origin, async () => {
        const errors = (await stop()).data?.stopImpersonation?.errors ?? [];
        // Over already is just as well.
        const refused = errors.filter(({ code }) => code !== 'INVALID_TRANSITION');
        if (refused.length) throw new Refused(refused);
      });
    } catch (thrown) {
      keepOrigin(origin);
      refusal(toUserErrors(thrown).map(errorText).join(' '));
    }
  }, [identityChanged, stop]);
}
