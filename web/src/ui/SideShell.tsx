import { ActionIcon, Drawer } from '@mantine/core';
import { IconMenu2 } from './icons';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from '../platform/i18n';
import { useLocation } from '../platform/router';
import { Navigation, type NavItem } from './Navigation';
import classes from './Shell.module.css';
import { SkipLink } from './SkipLink';

export interface SideShellProps {
  /** Top left: name or logo, usually a link. */
  brand: ReactNode;
  items: NavItem[];
  /** Search, person menu and the like; beside the brand on small screens, at the foot of the side on large ones. */
  tools?: ReactNode;
  /** Bars above everything, for example an offline notice. */
  notices?: ReactNode;
  children: ReactNode;
}

/** A frame for work at a desk: navigation at the side, behind a button on small screens. */
export function SideShell({ brand, items, tools, notices, children }: SideShellProps) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [pathname]);
  return (
    <>
      <SkipLink />
      <div className={classes.notices}>{notices}</div>
      <div className={classes.withSide}>
        <header className={classes.side}>
          {brand}
          <Navigation items={items} />
          <div className={classes.sideFoot}>{tools}</div>
        </header>
        <header className={classes.top}>
          <ActionIcon className={classes.burger} aria-label={t('nav.open')} onClick={() => setOpen(true)}>
            <IconMenu2 size={22} />
          </ActionIcon>
          <div className={classes.brand}>{brand}</div>
          <div className={classes.tools}>{tools}</div>
        </header>
        <main id="main" className={classes.main} tabIndex={-1}>
          {children}
        </main>
      </div>
      <Drawer
        opened={open}
        onClose={() => setOpen(false)}
        size="18rem"
        title={t('nav.main')}
        closeButtonProps={{ 'aria-label': t('nav.close') }}
      >
        <Navigation items={items} />
      </Drawer>
    </>
  );
}
