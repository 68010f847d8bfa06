import type { ReactNode } from 'react';
import classes from './QuietState.module.css';

export interface QuietStateProps {
  icon: ReactNode;
  /** That there is nothing now. */
  title: string;
  /** What will stand here. */
  text: string;
}

/** Nothing yet in a part of a page: said in passing, where `EmptyState` fills a page of its own. */
export function QuietState({ icon, title, text }: QuietStateProps) {
  return (
    <div className={classes.quiet}>
      <div className={classes.icon} aria-hidden>
        {icon}
      </div>
      <div className={classes.words}>
        <p className={classes.title}>{title}</p>
        <p className={classes.text}>{text}</p>
      </div>
    </div>
  );
}
