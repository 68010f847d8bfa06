import type { ComponentProps, ReactNode } from 'react';
import classes from './PlainButton.module.css';

type Shared = Pick<ComponentProps<'a'>, 'aria-label' | 'children'> & {
  variant?: 'filled' | 'light' | 'default';
  icon?: ReactNode;
};
export type PlainButtonProps = Shared & ({ href: string } | { onClick: () => void });

/** The kit's button, for pages that do without the kit: one press, or a link that looks like one. */
export function PlainButton({ variant = 'filled', icon, children, ...press }: PlainButtonProps) {
  const className = `mantine-focus-auto mantine-active ${classes.button} ${classes[variant]}`;
  const content = (
    <>
      {icon}
      <span className={classes.label}>{children}</span>
    </>
  );
  return 'href' in press ? (
    <a {...press} className={className}>
      {content}
    </a>
  ) : (
    <button type="button" {...press} className={className}>
      {content}
    </button>
  );
}
