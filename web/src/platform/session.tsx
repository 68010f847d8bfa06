import { useApolloClient, useQuery } from '@apollo/client/react';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Role, SessionQuery as SessionData } from '../gql/graphql';
import { bestLanguage, setLanguage } from './i18n';
import { keepOrigin, takeOrigin } from './returnPath';
import { SessionQuery } from './session.graphql';
import { signal } from './signals';
import { useViewerChanges } from './useViewerChanges';

export type SessionViewer = NonNullable<SessionData['viewer']>;
export type SessionCompany = NonNullable<SessionData['company']>;

export interface Session {
  viewer: SessionViewer | null;
  company: SessionCompany;
  hasRole: (...roles: Role[]) => boolean;
  isTeam: boolean;
  isPortal: boolean;
  /** Someone looks through this person's eyes: nothing can be changed. */
  readOnly: boolean;
  /** Asks again who the viewer is; resolves with the answer. */
  refresh: () => Promise<SessionViewer | null>;
  /**
   * After signing in or out and when impersonation starts or stops: forgets everything that the former
   * identity had loaded, opens the page `to` and reconnects. `work` runs once the open page is gone.
   */
  identityChanged: (to: string, work?: () => Promise<unknown>) => Promise<SessionViewer | null>;
}

const SessionContext = createContext<Session | null>(null);

/** The company before it is known, so that an error page can still be drawn. */
const unknownCompany: SessionCompany = {
  id: '',
  name: 'Portico',
  slug: '',
  defaultLanguage: 'EN',
  timeZone: 'Europe/Brussels',
  currency: 'EUR',
  portalEnabled: true,
  termsVersion: '1',
  contactEmail: null,
  contactPhone: null,
  theme: { primary: '#23211e', accent: '#2f5d50', font: 'INTER' },
  logo: null,
  loginImage: null,
};

export interface SessionProviderProps {
  /** Opens the socket anew, with the cookie of the new identity. */
  reconnect?: () => void;
  navigate?: (to: string) => void;
  whileLoading: ReactNode;
  whenFailed: (error: unknown, retry: () => void) => ReactNode;
  children: ReactNode;
}

export function SessionProvider(props: SessionProviderProps) {
  const { reconnect, navigate, whileLoading, whenFailed, children } = props;
  const client = useApolloClient();
  const { data, error, refetch } = useQuery(SessionQuery, { fetchPolicy: 'cache-first' });
  const [changing, setChanging] = useState(false);
  const viewer = data?.viewer ?? null;
  const company = data?.company ?? unknownCompany;

  const known = useRef<SessionViewer | null>(null);
  known.current = changing ? null : viewer;

  const refresh = useCallback(async () => {
    const { data: answer } = await client.query({ query: SessionQuery, fetchPolicy: 'no-cache' });
    // Told before the page is taken away, so that its forms can keep what was typed.
    if (known.current && !answer?.viewer) signal('sessionExpired');
    else if (answer) client.writeQuery({ query: SessionQuery, data: answer });
    return answer?.viewer ?? null;
  }, [client]);

  const identityChanged = useCallback(
    async (to: string, work?: () => Promise<unknown>) => {
      const from = `${window.location.pathname}${window.location.search}`;
      setChanging(true);
      try {
        await work?.();
        navigate?.(to);
        reconnect?.();
        await client.clearStore();
        const now = (await refetch()).data?.viewer ?? null;
        if (now?.impersonation) keepOrigin(from);
        return now;
      } finally {
        setChanging(false);
      }
    },
    [client, navigate, reconnect, refetch],
  );

  const speaking = useLanguageOf(data);
  useViewerChanges(changing ? null : viewer, refresh);
  useReplacedIdentity(changing ? null : viewer, identityChanged);

  const session = useMemo<Session>(() => {
    const hasRole = (...roles: Role[]) => roles.some((role) => viewer?.roles.includes(role));
    return {
      viewer,
      company,
      hasRole,
      isTeam: hasRole('OWNER', 'ADMINISTRATOR'),
      isPortal: hasRole('CUSTOMER', 'PARTNER'),
      readOnly: Boolean(viewer?.impersonation),
      refresh,
      identityChanged,
    };
  }, [viewer, company, refresh, identityChanged]);

  if (!data && error) return whenFailed(error, () => void refetch().catch(() => undefined));
  if (!data || !speaking || changing) return whileLoading;
  return <SessionContext value={session}>{children}</SessionContext>;
}

/**
 * Impersonation may begin or end without this page: in another tab, or because its time is up. Then what the
 * former identity had loaded must go.
 */
function useReplacedIdentity(
  viewer: SessionViewer | null,
  identityChanged: Session['identityChanged'],
): void {
  const known = useRef(viewer);
  useEffect(() => {
    const before = known.current;
    known.current = viewer;
    if (!before || !viewer || identityOf(before) === identityOf(viewer)) return;
    const over = before.impersonation && !viewer.impersonation;
    if (over) signal('impersonationOver');
    void identityChanged(over ? takeOrigin() : '/');
  }, [viewer, identityChanged]);
}

const identityOf = ({ id, impersonation }: SessionViewer): string => `${id} ${impersonation?.id ?? ''}`;

/** Follows the best known language; false until its texts have arrived once. */
function useLanguageOf(data: SessionData | undefined): boolean {
  const [ready, setReady] = useState(false);
  const viewer = data?.viewer?.language;
  const company = data?.company?.defaultLanguage;
  const known = data !== undefined;
  const last = useRef(viewer);
  useEffect(() => {
    if (!known) return;
    // The page on which a session ends, by her wish or not, goes on in her language.
    last.current = viewer ?? last.current;
    void setLanguage(bestLanguage(last.current, company)).then(() => setReady(true));
  }, [known, viewer, company]);
  return ready;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider above');
  return session;
}

/** For pages behind the sign-in: the guard of their route has made sure that there is a viewer. */
export function useViewer(): SessionViewer {
  const { viewer } = useSession();
  if (!viewer) throw new Error('useViewer is only for pages behind the sign-in');
  return viewer;
}
