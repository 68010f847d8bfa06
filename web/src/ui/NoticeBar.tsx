import type { CSSProperties, ReactNode } from 'react';
import classes from './NoticeBar.module.css';
import type { Tone } from './brand';

/** A bar across the page for what holds everywhere. */
export function NoticeBar({ tone = 'warning', children }: { tone?: Tone; children: ReactNode }) {
  const style = { '--notice-ground': `var(--ui-${tone}-ground)`, '--notice-ink': `var(--ui-${tone}-ink)` };
  return (
    <div className={classes.bar} role="status" style={style as CSSProperties}>
      {children}
    </div>
  );
}
