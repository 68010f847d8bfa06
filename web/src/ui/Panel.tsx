import { type ReactNode, useId } from 'react';
import { Heading } from './Heading';
import classes from './Panel.module.css';

export interface PanelProps {
  title: string;
  /** One sentence on what this part is for. */
  lead?: ReactNode;
  /** Buttons beside the title. */
  actions?: ReactNode;
  /** Lists and tables reach its edges. */
  flush?: boolean;
  children: ReactNode;
}

/** A part of a page with a heading of its own. */
export function Panel({ title, lead, actions, flush = false, children }: PanelProps) {
  const id = useId();
  return (
    <section className={classes.panel} aria-labelledby={id}>
      <header className={classes.header}>
        <Heading order={2} looks={3} id={id} className={classes.title}>
          {title}
        </Heading>
        {actions && <div className={classes.actions}>{actions}</div>}
        {lead && <p className={classes.lead}>{lead}</p>}
      </header>
      <div className={flush ? classes.flush : classes.body}>{children}</div>
    </section>
  );
}
