import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Pages } from './use-pages';

/**
 * Keeps the first row in sight where it is when the rows are asked for again and others come or go before it, until the user
 * scrolls. At the top the first rows are shown, whichever they are then.
 *
 * @returns to be called before they are asked for
 */
export function useKeptPlace(
  scroller: RefObject<HTMLElement | null>,
  pages: Pages,
  rowHeight: number,
): () => void {
  const kept = useRef<{ id: string; row: number; scrollTop: number } | null>(null);
  useLayoutEffect(() => {
    const place = kept.current;
    if (!place || !scroller.current) return;
    if (scroller.current.scrollTop !== place.scrollTop) {
      kept.current = null;
      return;
    }
    const row = pages.indexOf(place.id);
    if (row < 0 || row === place.row) return;
    scroller.current.scrollTop += (row - place.row) * rowHeight;
    const { scrollTop } = scroller.current;
    // At the end there may be no room for that until the number of rows is known.
    kept.current = { ...place, row: place.row + (scrollTop - place.scrollTop) / rowHeight, scrollTop };
  });
  return () => {
    const { scrollTop = 0 } = scroller.current ?? {};
    const row = Math.ceil(scrollTop / rowHeight);
    const id = pages.row(row)?.id;
    kept.current = id === undefined || row === 0 ? null : { id, row, scrollTop };
  };
}
