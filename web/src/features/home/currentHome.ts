import { type SessionViewer, useViewer } from '../../platform/session';

export type Home = SessionViewer['homes'][number];

const key = 'portico.home';

export function rememberHome(id: string): void {
  try {
    localStorage.setItem(key, id);
  } catch {
    // Without storage the first home opens.
  }
}

/** The home that she looked at last, else the first; null for whoever has none. */
export function useCurrentHome(): Home | null {
  const { homes } = useViewer();
  return homes.find(({ id }) => id === remembered()) ?? homes[0] ?? null;
}

function remembered(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export const homePath = (id: string): string => `/portal/homes/${id}`;
