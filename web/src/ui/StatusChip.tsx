import type { CSSProperties, ReactNode } from 'react';
import classes from './StatusChip.module.css';
import type { Tone } from './brand';

/** A state in a word; the colour only repeats what the word says. */
export function StatusChip({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  const style = { '--chip-ground': `var(--ui-${tone}-ground)`, '--chip-ink': `var(--ui-${tone}-ink)` };
  return (
    <span className={classes.chip} style={style as CSSProperties}>
      {children}
    </span>
  );
}
