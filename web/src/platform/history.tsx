import {
  createContext,
  type ReactNode,
  startTransition,
  useContext,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import {
  createPath,
  type Location,
  NavigationType,
  type Navigator,
  parsePath,
  Router,
  type To,
} from 'react-router';

interface Entry {
  usr: unknown;
  key: string;
  idx: number;
}

interface Moment {
  action: NavigationType;
  location: Location;
}

/** Hears that the page is about to be left; `go` leaves it after all. */
export type Guard = (go: () => void) => void;

const entry = () => (window.history.state ?? {}) as Partial<Entry>;

function locationNow(): Location {
  const { pathname, search, hash } = window.location;
  return { pathname, search, hash, state: entry().usr ?? null, key: entry().key ?? 'default' };
}

/**
 * The browser's history for react-router's plain `<Router>`, and a word before a page with unsaved changes is
 * left. react-router has that word only in its data router, which is twice as large to download.
 */
export class BrowserHistory implements Navigator {
  private index: number;
  private readonly listeners = new Set<(moment: Moment) => void>();
  private readonly guards = new Set<Guard>();
  /** Steps through the history that are our own doing. */
  private expected: 'taking back' | 'going after all' | null = null;
  moment: Moment = { action: NavigationType.Pop, location: locationNow() };

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

  // react-router calls these without their object.
  readonly createHref = (to: To): string => (typeof to === 'string' ? to : createPath(to));
  readonly go = (delta: number): void => window.history.go(delta);

  readonly push = (to: To, state: unknown = null): void => {
    const next = this.resolve(to, state);
    this.unlessGuarded(next, () => {
      this.index += 1;
      this.write('pushState', next);
      this.moved(NavigationType.Push);
    });
  };

  readonly replace = (to: To, state: unknown = null): void => {
    const next = this.resolve(to, state);
    this.unlessGuarded(next, () => {
      this.write('replaceState', next);
      this.moved(NavigationType.Replace);
    });
  };

  private resolve(to: To, state: unknown): Location {
    const { pathname, search = '', hash = '' } = typeof to === 'string' ? parsePath(to) : to;
    const key = Math.random().toString(36).slice(2, 10);
    return { pathname: pathname || window.location.pathname, search, hash, state, key };
  }

  private write(how: 'pushState' | 'replaceState', { state, key, ...path }: Location): void {
    const kept: Entry = { usr: state, key, idx: this.index };
    window.history[how](kept, '', createPath(path));
  }

  private moved(action: NavigationType): void {
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
    this.moved(NavigationType.Pop);
  };
}

const HistoryContext = createContext<BrowserHistory | null>(null);

/** Null outside a page, for example in a form that is drawn alone. */
export const useBrowserHistory = (): BrowserHistory | null => useContext(HistoryContext);

export function HistoryRouter({ history, children }: { history: BrowserHistory; children: ReactNode }) {
  const [{ action, location }, setMoment] = useState(history.moment);
  useLayoutEffect(() => history.listen((moment) => startTransition(() => setMoment(moment))), [history]);
  const { pathname } = location;
  const shownPath = useRef(pathname);
  useLayoutEffect(() => {
    // Back and forward find their place by themselves.
    if (action === NavigationType.Push && pathname !== shownPath.current) window.scrollTo(0, 0);
    shownPath.current = pathname;
  }, [action, pathname]);
  return (
    <Router location={location} navigationType={action} navigator={history}>
      <HistoryContext value={history}>{children}</HistoryContext>
    </Router>
  );
}
