import { type ReactNode, useEffect, useId, useRef } from 'react';
import classes from './Sheet.module.css';

export interface SheetProps {
  title: string;
  /** Escape, the back gesture of a phone, or a press beside it. */
  onClose: () => void;
  children: ReactNode;
  /** Buttons at its foot. */
  actions?: ReactNode;
  /** Beside the title, for example a close button. */
  aside?: ReactNode;
  wide?: boolean;
}

/**
 * The browser's own modal dialog: the rest of the page is out of reach, and the focus returns where it was.
 * The element with `data-autofocus` takes the focus, else the first that can.
 */
export function Sheet({ title, onClose, children, actions, aside, wide = false }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    element?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    // A press beside it closes it, as Escape does by `onCancel`.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className={`${classes.dialog} ${wide ? classes.wide : classes.sheet}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={({ target, currentTarget }) => target === currentTarget && onClose()}
    >
      <div className={classes.inside}>
        <div className={classes.head}>
          <h2 id={titleId} className={classes.title}>
            {title}
          </h2>
          {aside}
        </div>
        {children}
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
    </dialog>
  );
}
