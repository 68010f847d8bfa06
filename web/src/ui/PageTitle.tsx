import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { useLocation } from '../platform/router';

const SiteName = createContext('');
export const SiteNameProvider = ({ name, children }: { name: string; children: ReactNode }) => (
  <SiteName value={name}>{children}</SiteName>
);

let firstPage = true;

/**
 * Names the document and, after a navigation, moves the focus to the page's heading, so that a screen
 * reader starts where a sighted reader does. Put the returned ref on an `h1` with `tabIndex={-1}`.
 */
export function usePageTitle(title: string) {
  const site = useContext(SiteName);
  const { pathname } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = [title, site].filter(Boolean).join(' · ');
  }, [title, site]);
  useEffect(() => {
    const typing = document.activeElement instanceof HTMLInputElement;
    if (!firstPage && !typing) heading.current?.focus({ preventScroll: true });
    firstPage = false;
  }, [pathname]);
  return heading;
}
