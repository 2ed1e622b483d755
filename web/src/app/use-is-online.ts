import { useSyncExternalStore } from 'react';

/** Whether the browser has a network. One that is there without leading anywhere counts as one. */
export const useIsOnline = (): boolean => useSyncExternalStore(onNetwork, () => navigator.onLine);

function onNetwork(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}
