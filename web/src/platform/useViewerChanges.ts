import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useConnection } from './connection';
import type { SessionViewer } from './session';
import { ViewerChangedSubscription } from './session.graphql';
import { onSignal, signal } from './signals';

const POLL_MS = 15_000;
const RESUBSCRIBE_MS = 3_000;

/**
 * Keeps an open page honest: when access, role, session or brand change on the server, the viewer and all
 * that is on screen are asked again. By socket; where sockets are impossible, every 15 s while visible.
 */
export function useViewerChanges(
  viewer: SessionViewer | null,
  refresh: () => Promise<SessionViewer | null>,
): void {
  const client = useApolloClient();
  const { live } = useConnection();
  const viewerId = viewer?.id ?? null;
  const known = useRef(viewer);
  known.current = viewer;

  useEffect(() => {
    if (!viewerId) return undefined;
    return onSignal('viewerChanged', () => void askAgain(client, refresh));
  }, [client, refresh, viewerId]);

  useEffect(() => {
    if (!viewerId) return undefined;
    return keepSubscribed(client);
  }, [client, viewerId]);

  useEffect(() => {
    if (!viewerId || live) return undefined;
    const poll = async () => {
      if (document.visibilityState !== 'visible') return;
      const before = JSON.stringify(known.current);
      const now = await refresh().catch(() => known.current);
      if (now && JSON.stringify(now) !== before) await askForAll(client);
    };
    const timer = setInterval(() => void poll(), POLL_MS);
    return () => clearInterval(timer);
  }, [client, refresh, viewerId, live]);
}

type Client = ReturnType<typeof useApolloClient>;

async function askAgain(client: Client, refresh: () => Promise<SessionViewer | null>): Promise<void> {
  const now = await refresh().catch(() => undefined);
  if (now !== null) await askForAll(client);
}

/** A page may hold a query that is refused from now on; its own error state tells so. */
const askForAll = (client: Client) => client.refetchQueries({ include: 'active' }).catch(() => undefined);

/** The server ends the stream when the session or a right ends; then ask, and listen again. */
function keepSubscribed(client: Client): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: { unsubscribe: () => void } | undefined;
  const ended = () => {
    if (stopped) return;
    signal('viewerChanged');
    timer = setTimeout(listen, RESUBSCRIBE_MS);
  };
  const listen = () => {
    current = client
      .subscribe({ query: ViewerChangedSubscription, fetchPolicy: 'no-cache' })
      .subscribe({ next: () => signal('viewerChanged'), error: ended, complete: ended });
  };
  listen();
  return () => {
    stopped = true;
    clearTimeout(timer);
    current?.unsubscribe();
  };
}
