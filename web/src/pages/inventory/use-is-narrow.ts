import { useSyncExternalStore } from 'react';

/** Where rows have two lines and filters are in a sheet: as in the style sheets of this area. Paper is not narrow. */
const narrow = matchMedia('screen and (max-width: 760px)');

function onChange(listener: () => void): () => void {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}

/** Whether the page is as narrow as on a phone. */
export const useIsNarrow = (): boolean => useSyncExternalStore(onChange, () => narrow.matches);
