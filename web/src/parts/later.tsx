import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';

/** After so many ms the first page is there. What is wanted later is fetched then, or it may be gone after an update. */
const SOON_MS = 500;

/** A component in a file of its own, for which no page waits. `meanwhile` is shown where it is wanted before it is there. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props & { meanwhile?: ReactNode }> {
  let loaded: ComponentType<Props> | null = null;
  const bring = async () => {
    loaded = await load();
    return { default: loaded };
  };
  const Coming = lazy(bring);
  setTimeout(() => void bring().catch(() => undefined), SOON_MS);
  // biome-ignore lint/correctness/noComponentHookFactories: it is called once for each component, when its module is read
  return function Later({ meanwhile, ...rest }) {
    // The same for good, or it would begin anew once it is there.
    const [Shown] = useState<ComponentType<Props>>(() => loaded ?? Coming);
    return (
      <Suspense fallback={meanwhile}>
        <Shown {...(rest as unknown as Props)} />
      </Suspense>
    );
  };
}
