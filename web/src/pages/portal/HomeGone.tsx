import { useEffect, useState } from 'react';
import { isNotFound } from '../../platform/errors';
import { useSession } from '../../platform/session';
import { NotFound } from '../../ui/ErrorPage';
import { PageSkeleton } from '../../ui/Skeletons';

/** Whether the server no longer knows this home for this viewer. */
export const isHomeGone = (error: unknown): boolean => Boolean(error) && isNotFound(error);

/** The server closed the home before the news of it arrived: asks who the viewer is now, and the gate decides. */
export function HomeGone() {
  const { refresh } = useSession();
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    void refresh()
      .catch(() => undefined)
      .finally(() => setAsked(true));
  }, [refresh]);
  return asked ? <NotFound /> : <PageSkeleton />;
}
