import { useEffect, useState } from 'react';
import { Hidden } from './Hidden';

type Say = (text: string) => void;
const voices = new Set<Say>();

/** Speaks to those who listen to the page: a finished upload, a refused form, a changed list. */
export function announce(text: string): void {
  for (const say of voices) say(text);
}

/** Stands once at the root of the page. */
export function Announcer() {
  const [message, setMessage] = useState({ text: '', turn: 0 });
  useEffect(() => {
    const say: Say = (text) => setMessage(({ turn }) => ({ text, turn: turn + 1 }));
    voices.add(say);
    return () => void voices.delete(say);
  }, []);
  // Two regions by turns: a repeated sentence is a change, and is read again.
  return (
    <Hidden>
      <div role="status" aria-live="polite">
        {message.turn % 2 ? message.text : ''}
      </div>
      <div role="status" aria-live="polite">
        {message.turn % 2 ? '' : message.text}
      </div>
    </Hidden>
  );
}
