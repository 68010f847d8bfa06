import { useSyncExternalStore } from 'react';

interface Connection {
  /** Whether the last request reached the server. */
  online: boolean;
  /** Whether news arrives by socket; if not, the session asks at intervals. */
  live: boolean;
}

let connection: Connection = { online: true, live: false };
const listeners = new Set<() => void>();

export function setConnection(change: Partial<Connection>): void {
  const next = { ...connection, ...change };
  if (next.online === connection.online && next.live === connection.live) return;
  connection = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const useConnection = (): Connection => useSyncExternalStore(subscribe, () => connection);
