import type { ReactNode } from 'react';
import { useTranslation } from '../platform/i18n';
import { NavLink } from '../platform/router';
import classes from './Shell.module.css';

export interface NavItem {
  to: string;
  label: string;
  icon: ReactNode;
  badge?: number;
  /** Current only on this very address, not below it. */
  end?: boolean;
}

export function Navigation({ items, className = classes.nav }: { items: NavItem[]; className?: string }) {
  const { t } = useTranslation();
  return (
    <nav className={className} aria-label={t('nav.main')}>
      {items.map(({ to, label, icon, badge, end }) => (
        <NavLink key={to} to={to} end={end} className={classes.item}>
          <span aria-hidden style={{ display: 'inline-flex' }}>
            {icon}
          </span>
          {label}
          {badge ? <span className={classes.badge}>{badge}</span> : null}
        </NavLink>
      ))}
    </nav>
  );
}
