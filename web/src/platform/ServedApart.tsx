import { useEffect } from 'react';

/** A page that is not part of this program: the browser asks the server for it, for example after signing in. */
export function ServedApart() {
  useEffect(() => window.location.reload(), []);
  return null;
}
