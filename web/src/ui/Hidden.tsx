import type { ComponentProps } from 'react';
import classes from './Hidden.module.css';

/** Only for those who listen to the page. */
export function Hidden(props: ComponentProps<'div'>) {
  return <div {...props} className={classes.hidden} />;
}
