import type { ReactNode } from 'react';
import classes from './PageColumns.module.css';

/** What one works on, and beside it what one looks up; below it on narrow screens. */
export function PageColumns({ aside, children }: { aside: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.columns}>
      <div className={classes.main}>{children}</div>
      <div className={classes.aside}>{aside}</div>
    </div>
  );
}
