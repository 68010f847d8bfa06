import type { ComponentProps } from 'react';
import classes from './Heading.module.css';

export interface HeadingProps extends ComponentProps<'h1'> {
  order: 1 | 2 | 3;
  /** How large it looks, where that is not what it is. */
  looks?: 1 | 2 | 3;
}

export function Heading({ order, looks = order, className = '', ...heading }: HeadingProps) {
  const Part = `h${order}` as const;
  return <Part {...heading} className={`${classes.heading} ${classes[`h${looks}`]} ${className}`} />;
}
