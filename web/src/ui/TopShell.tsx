import type { ReactNode } from 'react';
import { Navigation, type NavItem } from './Navigation';
import classes from './Shell.module.css';
import { SkipLink } from './SkipLink';

export interface TopShellProps {
  brand: ReactNode;
  /** At most five: they stand under the thumb on a phone, across the top elsewhere. */
  items: NavItem[];
  tools?: ReactNode;
  notices?: ReactNode;
  children: ReactNode;
}

/** A frame for visits, phone first: bar on top, navigation at the bottom edge of a phone. */
export function TopShell({ brand, items, tools, notices, children }: TopShellProps) {
  return (
    <div className={classes.withBottom}>
      <SkipLink />
      <div className={classes.notices}>{notices}</div>
      <header className={classes.top}>
        <div className={classes.brand}>{brand}</div>
        <Navigation items={items} className={classes.across} />
        <div className={classes.tools}>{tools}</div>
      </header>
      <main id="main" className={classes.main} tabIndex={-1}>
        {children}
      </main>
      <Navigation items={items} className={classes.bottom} />
    </div>
  );
}
