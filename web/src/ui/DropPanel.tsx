import { type ReactNode, type ToggleEvent, useId, useRef } from 'react';
import classes from './DropPanel.module.css';

export interface DropPanelProps {
  /** Names the panel, and the button where it shows no words. */
  label: string;
  /** What the button shows. */
  button: ReactNode;
  className?: string;
  /** Links and buttons; choosing one closes it. */
  children: ReactNode;
}

const WIDTH = 352;

/**
 * What a button at the edge of the page opens: below the button, or at the foot of a phone's screen. The
 * browser's own popover: Escape and a press elsewhere close it, and the focus returns.
 */
export function DropPanel({ label, button, className, children }: DropPanelProps) {
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);

  const place = ({ newState }: ToggleEvent) => {
    const anchor = trigger.current?.getBoundingClientRect();
    if (newState !== 'open' || !anchor) return;
    const { clientWidth } = document.documentElement;
    const width = Math.min(WIDTH, clientWidth - 32);
    const left = anchor.left < clientWidth / 2 ? anchor.left : anchor.right - width;
    panel.current?.style.setProperty('--drop-top', `${anchor.bottom + 8}px`);
    panel.current?.style.setProperty('--drop-left', `${left}px`);
    panel.current?.style.setProperty('--drop-width', `${width}px`);
  };
  return (
    <>
      <button ref={trigger} type="button" className={className} popoverTarget={id} aria-label={label}>
        {button}
      </button>
      {/* Presses come up from its links and buttons, which a keyboard reaches. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="group"
        aria-label={label}
        className={classes.panel}
        onBeforeToggle={place}
        onClick={({ target }) => {
          if ((target as Element).closest('a, button')) panel.current?.hidePopover();
        }}
      >
        {children}
      </div>
    </>
  );
}
