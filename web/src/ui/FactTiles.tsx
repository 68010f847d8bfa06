import type { Fact } from './FactList';
import classes from './FactTiles.module.css';

/** The same as `FactList`, at a glance: label above value, two or three beside each other. */
export function FactTiles({ facts }: { facts: (Fact & { wide?: boolean })[] }) {
  return (
    <dl className={classes.facts}>
      {facts
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map(({ label, value, wide }) => (
          <div key={label} className={wide ? `${classes.fact} ${classes.wide}` : classes.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
