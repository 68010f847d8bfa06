/** What the network layer tells the frame, without knowing it. */
export interface Signals {
  /** The session is over; what was typed should be kept before the login page opens. */
  sessionExpired: undefined;
  /** A change was refused because someone looks through another person's eyes. */
  readOnly: undefined;
  /** Looking through another person's eyes has ended without being asked to. */
  impersonationOver: undefined;
  /** The viewer's rights, homes or brand have changed. */
  viewerChanged: undefined;
}

type Listener<K extends keyof Signals> = (detail: Signals[K]) => void;
const listeners = new Map<keyof Signals, Set<Listener<keyof Signals>>>();

export function onSignal<K extends keyof Signals>(name: K, listener: Listener<K>): () => void {
  const set = listeners.get(name) ?? new Set();
  listeners.set(name, set.add(listener as Listener<keyof Signals>));
  return () => void set.delete(listener as Listener<keyof Signals>);
}

export function signal<K extends keyof Signals>(name: K, detail?: Signals[K]): void {
  for (const listener of [...(listeners.get(name) ?? [])]) listener(detail as Signals[K]);
}
