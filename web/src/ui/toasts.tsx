import { lazy, Suspense, useSyncExternalStore } from 'react';

/** The notices at the foot of the page come with the first of them: most visits see none. */
const load = () => import('./Toaster');
const Toaster = lazy(async () => ({ default: (await load()).Toaster }));

let needed = false;
const listeners = new Set<() => void>();

function show(present: (toaster: Awaited<ReturnType<typeof load>>) => void): void {
  needed = true;
  for (const listener of listeners) listener();
  // Without a connection there is nothing to present it with; the offline bar says why.
  load().then(present, () => undefined);
}

/** Says that something was done; screen readers hear it too. */
export function toast(message: string): void {
  show(({ present }) => present({ message }));
}

/** The same, calmly, for what could not be done. */
export function refusal(message: string, id = message): void {
  show(({ present }) => present({ id, message, color: 'yellow', autoClose: 8_000 }));
}

/** Says what was done and offers the way back for ten seconds. */
export function undoToast(message: string, undo: () => void | Promise<unknown>): void {
  show(({ presentUndo }) => presentUndo(message, undo));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Stands once at the root of the page. */
export function ToastPlace() {
  const wanted = useSyncExternalStore(subscribe, () => needed);
  if (!wanted) return null;
  return (
    <Suspense fallback={null}>
      <Toaster />
    </Suspense>
  );
}
