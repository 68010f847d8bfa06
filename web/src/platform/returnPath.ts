/** Where to go after signing in: a path of this site, whatever the address bar claims. */
export function safeReturnPath(candidate: string | null | undefined): string {
  if (!candidate || !/^\/(?![/\\])/.test(candidate)) return '/';
  const url = new URL(candidate, window.location.origin);
  return url.origin === window.location.origin && url.pathname !== '/login'
    ? `${url.pathname}${url.search}${url.hash}`
    : '/';
}

export const loginPath = (from: string): string =>
  from === '/' || from.startsWith('/login') ? '/login' : `/login?return=${encodeURIComponent(from)}`;

const originKey = 'portico.impersonation.from';

/** Where impersonation started, so that stopping it leads back there. */
export function keepOrigin(path: string): void {
  try {
    if (path.startsWith('/console')) sessionStorage.setItem(originKey, path);
  } catch {
    // Without storage it ends at the contacts.
  }
}

export function takeOrigin(): string {
  try {
    const origin = sessionStorage.getItem(originKey);
    sessionStorage.removeItem(originKey);
    return origin ? safeReturnPath(origin) : '/console/contacts';
  } catch {
    return '/console/contacts';
  }
}
