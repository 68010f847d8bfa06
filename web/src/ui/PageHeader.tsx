import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '../platform/i18n';
import { Link } from '../platform/router';
import classes from './PageHeader.module.css';
import { usePageTitle } from './PageTitle';

export interface Crumb {
  label: string;
  to: string;
}

export interface PageHeaderProps {
  title: string;
  lead?: ReactNode;
  /** Where this page stands, from the top down, without the page itself. */
  crumbs?: Crumb[];
  /** Beside the title, for example a StatusChip. */
  aside?: ReactNode;
  actions?: ReactNode;
}

/** The one `h1` of a page; it also names the document and takes the focus after a navigation. */
export function PageHeader({ title, lead, crumbs, aside, actions }: PageHeaderProps) {
  const { t } = useTranslation();
  const heading = usePageTitle(title);
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        {crumbs && (
          <nav aria-label={t('nav.breadcrumbs')}>
            <ol className={classes.crumbs}>
              {crumbs.map(({ label, to }) => (
                <li key={to}>
                  <Link to={to}>{label}</Link>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <div className={classes.title}>
          <Title order={1} ref={heading} tabIndex={-1}>
            {title}
          </Title>
          {aside}
        </div>
        {lead && <div className={classes.lead}>{lead}</div>}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </header>
  );
}
