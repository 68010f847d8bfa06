import type { ReactNode } from 'react';
import classes from './ListTools.module.css';

export interface ListToolsProps {
  search: ReactNode;
  /** Filters and sort. */
  children?: ReactNode;
  /** What one does with the list, at its far end. */
  actions?: ReactNode;
}

/** Search, filters and actions above a list: beside each other where there is room. */
export function ListTools({ search, children, actions }: ListToolsProps) {
  return (
    <div className={classes.tools}>
      <div className={classes.tools} role="search">
        <div className={classes.search}>{search}</div>
        {children}
      </div>
      {actions}
    </div>
  );
}
