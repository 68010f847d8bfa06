import {
  Children,
  type ComponentProps,
  createContext,
  isValidElement,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  startTransition,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { type BrowserHistory, type Location, pathOf } from './history';
import { matchPath, matchRoutes, type Params, type Path, type RouteNode, segmentsOf } from './routeMatch';

const HistoryContext = createContext<BrowserHistory | null>(null);
const LocationContext = createContext<Location | null>(null);
const PathContext = createContext<Path>({ params: {}, depth: 0 });
const OutletContext = createContext<ReactNode>(null);

/** Draws the page anew wherever the browser's history leads. */
export function HistoryRouter({ history, children }: { history: BrowserHistory; children: ReactNode }) {
  const [{ action, location }, setMoment] = useState(history.moment);
  const { pathname } = location;
  const shownPath = useRef(pathname);
  useLayoutEffect(
    () =>
      history.listen((moment) => {
        const samePage = moment.location.pathname === shownPath.current;
        // The old page stays until the new one can be drawn; a filter is part of what is drawn already.
        if (samePage) setMoment(moment);
        else startTransition(() => setMoment(moment));
      }),
    [history],
  );
  useLayoutEffect(() => {
    // Back and forward find their place by themselves.
    if (action === 'push' && pathname !== shownPath.current) window.scrollTo(0, 0);
    shownPath.current = pathname;
  }, [action, pathname]);
  return (
    <HistoryContext value={history}>
      <LocationContext value={location}>{children}</LocationContext>
    </HistoryContext>
  );
}

/** Null outside a page, for example in a form that is drawn alone. */
export const useBrowserHistory = (): BrowserHistory | null => useContext(HistoryContext);

export function useLocation(): Location {
  const location = useContext(LocationContext);
  if (!location) throw new Error('useLocation needs a HistoryRouter above');
  return location;
}

/** What stands in the address for each `:name` of the routes above. */
export const useParams = (): Params => useContext(PathContext).params;

/** The params of an address that fits the path as a whole; null for others. */
export function useMatch(path: string): Params | null {
  const segments = segmentsOf(useLocation().pathname);
  const match = matchPath(path, segments, { params: {}, depth: 0 });
  return match && (path.endsWith('*') || match.depth === segments.length) ? match.params : null;
}

export interface Going {
  replace?: boolean;
  /** `{ force: true }` leaves a form without asking. */
  state?: unknown;
}

export function useNavigate(): (to: string, going?: Going) => void {
  const history = useBrowserHistory();
  return useCallback(
    (to, { replace, state } = {}) => (replace ? history?.replace(to, state) : history?.push(to, state)),
    [history],
  );
}

export interface RouteProps {
  path?: string;
  index?: boolean;
  element?: ReactNode;
  children?: ReactNode;
}

/** Only says what `Routes` should draw. */
export function Route(_props: RouteProps): null {
  return null;
}

const routesOf = (children: ReactNode): RouteNode[] =>
  Children.toArray(children)
    .filter((child): child is ReactElement<RouteProps> => isValidElement(child))
    .map(({ props: { children: within, ...route } }) => ({ ...route, routes: routesOf(within) }));

/** The page at this address, within its frames: of the routes, the first that fits. */
export function Routes({ children }: { children: ReactNode }) {
  const segments = segmentsOf(useLocation().pathname);
  const match = matchRoutes(routesOf(children), segments, useContext(PathContext));
  if (!match) return null;
  const { elements, ...path } = match;
  const page = elements.reduceRight<ReactNode>(
    (inner, element) => <OutletContext value={inner}>{element ?? inner}</OutletContext>,
    null,
  );
  return <PathContext value={path}>{page}</PathContext>;
}

/** Where a frame draws the page that is within it. */
export const Outlet = (): ReactNode => useContext(OutletContext);

export function Navigate({ to, replace, state }: Going & { to: string }): null {
  const navigate = useNavigate();
  const going = useRef<Going>({});
  going.current = { replace, state };
  useEffect(() => navigate(to, going.current), [navigate, to]);
  return null;
}

export type LinkProps = Omit<ComponentProps<'a'>, 'href'> & Going & { to: string };

/** A link that the browser could follow by itself, and follows where it means another tab or window. */
export function Link({ to, replace, state, onClick, ...anchor }: LinkProps) {
  const navigate = useNavigate();
  const location = useLocation();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || event.button || elsewhere || (anchor.target ?? '_self') !== '_self') return;
    event.preventDefault();
    navigate(to, { replace: replace ?? to === pathOf(location), state });
  };
  // eslint-disable-next-line jsx-a11y/anchor-has-content -- its content is among the props
  return <a {...anchor} href={to} onClick={follow} />;
}

/** A link that is marked while its page is open, or one below it; with `end` only its page. */
export function NavLink({ end = false, ...link }: LinkProps & { end?: boolean }) {
  const open = useMatch(end ? link.to : `${link.to}/*`);
  return <Link {...link} aria-current={open ? 'page' : undefined} />;
}
