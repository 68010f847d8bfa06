import { type ReactNode, Suspense } from 'react';
import { ErrorBoundary } from './ErrorBoundary';

/** What is downloaded once the page around it is drawn; if it does not arrive, the page is there all the same. */
export function Later({ children }: { children: ReactNode }) {
  return (
    <ErrorBoundary resetKey="" failed={() => null}>
      <Suspense fallback={null}>{children}</Suspense>
    </ErrorBoundary>
  );
}
