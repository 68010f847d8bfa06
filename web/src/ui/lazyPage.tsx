import { type ComponentType, lazy } from 'react';

/** A page that is downloaded with its first visit, with the kit that it is drawn with. */
export const lazyPage = <N extends string, P extends object>(
  load: () => Promise<Record<N, ComponentType<P>>>,
  name: N,
) =>
  lazy(async () => {
    const [{ Kit }, loaded] = await Promise.all([import('./Kit'), load()]);
    const Page: ComponentType<P> = loaded[name];
    const page = (props: P) => (
      <Kit>
        <Page {...props} />
      </Kit>
    );
    return { default: page };
  });
