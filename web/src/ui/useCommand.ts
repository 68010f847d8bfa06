import { useCallback, useRef, useState } from 'react';
import { errorText } from '../platform/errorText';
import { toUserErrors, type UserErrorLike } from '../platform/errors';
import { refusal } from './toasts';

interface Payload {
  errors: readonly UserErrorLike[];
}

/**
 * A mutation behind a button or a menu entry: says what was refused, and answers with what was done. `wording`
 * may have better words than the general ones for a refusal of this command.
 */
export function useCommand(wording: (error: UserErrorLike) => string | null = () => null) {
  const [busy, setBusy] = useState(false);
  const latest = useRef(wording);
  latest.current = wording;
  const run = useCallback(
    async <P extends Payload>(work: () => Promise<P | null | undefined>): Promise<P | null> => {
      const say = (errors: readonly UserErrorLike[]) =>
        refusal(errors.map((error) => latest.current(error) ?? errorText(error)).join(' '));
      setBusy(true);
      try {
        const payload = await work();
        const errors = payload ? payload.errors : [{ code: 'FORBIDDEN' as const }];
        if (errors.length) say(errors);
        return payload && !errors.length ? payload : null;
      } catch (thrown) {
        say(toUserErrors(thrown));
        return null;
      } finally {
        setBusy(false);
      }
    },
    [],
  );
  return { busy, run };
}
