export interface Location {
  pathname: string;
  /** With its question mark, or empty. */
  search: string;
  hash: string;
  /** What the page that led here wanted to hand over. */
  state: unknown;
}

type Action = 'pop' | 'push' | 'replace';

interface Entry {
  usr: unknown;
  idx: number;
}

export interface Moment {
  action: Action;
  location: Location;
}

export const pathOf = ({ pathname, search, hash }: Omit<Location, 'state'>): string =>
  pathname + search + hash;

/** Hears that the page is about to be left; `go` leaves it after all. */
export type Guard = (go: () => void) => void;

const entry = () => (window.history.state ?? {}) as Partial<Entry>;

function locationNow(): Location {
  const { pathname, search, hash } = window.location;
  return { pathname, search, hash, state: entry().usr ?? null };
}

/** The browser's history, with a word before a page with unsaved changes is left. */
export class BrowserHistory {
  private index: number;
  private readonly listeners = new Set<(moment: Moment) => void>();
  private readonly guards = new Set<Guard>();
  /** Steps through the history that are our own doing. */
  private expected: 'taking back' | 'going after all' | null = null;
  moment: Moment = { action: 'pop', location: locationNow() };

  constructor() {
    this.index = entry().idx ?? 0;
    if (entry().idx === undefined) window.history.replaceState({ ...entry(), idx: this.index }, '');
  }

  /** Follows the browser's back and forward for as long as somebody listens. */
  listen(listener: (moment: Moment) => void): () => void {
    if (!this.listeners.size) window.addEventListener('popstate', this.onPop);
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
      if (!this.listeners.size) window.removeEventListener('popstate', this.onPop);
    };
  }

  /** While it stands, leaving for another path asks it first; `state: { force: true }` does not ask. */
  guard(ask: Guard): () => void {
    this.guards.add(ask);
    return () => void this.guards.delete(ask);
  }

  push(to: string, state: unknown = null): void {
    const next = this.resolve(to, state);
    this.unlessGuarded(next, () => {
      this.index += 1;
      this.write('pushState', next);
      this.moved('push');
    });
  }

  replace(to: string, state: unknown = null): void {
    const next = this.resolve(to, state);
    this.unlessGuarded(next, () => {
      this.write('replaceState', next);
      this.moved('replace');
    });
  }

  private resolve(to: string, state: unknown): Location {
    const { pathname, search, hash } = new URL(to, window.location.href);
    return { pathname, search, hash, state };
  }

  private write(how: 'pushState' | 'replaceState', { state, ...path }: Location): void {
    const kept: Entry = { usr: state, idx: this.index };
    window.history[how](kept, '', pathOf(path));
  }

  private moved(action: Action): void {
    this.moment = { action, location: locationNow() };
    for (const listener of [...this.listeners]) listener(this.moment);
  }

  private unlessGuarded(next: Location, go: () => void): void {
    const ask = this.asked(next);
    if (ask) ask(go);
    else go();
  }

  private asked(next: Location): Guard | undefined {
    const forced = (next.state as { force?: boolean } | null)?.force;
    if (forced || next.pathname === this.moment.location.pathname) return undefined;
    return [...this.guards].at(-1);
  }

  private readonly onPop = (): void => {
    if (this.expected === 'taking back') return void (this.expected = null);
    const delta = (entry().idx ?? 0) - this.index;
    const ask = this.expected === 'going after all' ? undefined : this.asked(locationNow());
    this.expected = null;
    if (ask && delta) {
      this.expected = 'taking back';
      window.history.go(-delta);
      return ask(() => {
        this.expected = 'going after all';
        window.history.go(delta);
      });
    }
    this.index += delta;
    this.moved('pop');
  };
}
