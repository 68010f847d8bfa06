import type { CSSProperties, ReactNode } from 'react';
import classes from './Note.module.css';
import type { Tone } from './brand';

export interface NoteProps {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
}

/** Something worth knowing beside what it concerns. */
export function Note({ tone = 'info', icon, children }: NoteProps) {
  const style = { '--note-ground': `var(--ui-${tone}-ground)`, '--note-ink': `var(--ui-${tone}-ink)` };
  return (
    <div className={classes.note} style={style as CSSProperties}>
      {icon && <span aria-hidden>{icon}</span>}
      <div>{children}</div>
    </div>
  );
}
