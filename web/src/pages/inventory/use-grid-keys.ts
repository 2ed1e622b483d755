import { type KeyboardEvent, type RefObject, useCallback, useState } from 'react';
import type { Column } from './columns';
import { headId } from './grid-header';
import { type GridPlace, HEADER, placeAfter } from './grid-place';

interface GridKeys {
  /** What scrolls. */
  scroller: RefObject<HTMLElement | null>;
  columns: readonly Column[];
  /** Whether the names of the columns are shown. */
  hasHeader: boolean;
  rowHeight: number;
  /** How many rows there are. */
  rows: number;
  /** Enter on a row. */
  onRow: (row: number) => void;
  /** Enter on a column's name; with Shift, as the second key. */
  onHeader: (column: number, adds: boolean) => void;
}

/** Where the keyboard is in the grid, and what its keys do. The place that a key leads to is brought into sight. */
export function useGridKeys(keys: GridKeys) {
  const { scroller, columns, hasHeader, rowHeight, rows, onRow, onHeader } = keys;
  const [last, setPlace] = useState<GridPlace>({ row: 0, column: 0 });
  // The page may have become narrow meanwhile.
  const place = last.row === HEADER && !hasHeader ? { ...last, row: 0 } : last;
  const goTo = useCallback(
    (next: GridPlace) => {
      setPlace(next);
      if (scroller.current) reveal(scroller.current, columns, next, rowHeight);
    },
    [scroller, columns, rowHeight],
  );
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey) return;
    if (key === 'Enter') {
      event.preventDefault();
      if (place.row === HEADER) onHeader(place.column, event.shiftKey);
      else onRow(place.row);
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const size = { hasHeader, rows, columns: columns.length, page };
    const next = placeAfter(turned(key, event.currentTarget), place, size);
    if (!next || event.shiftKey) return;
    event.preventDefault();
    goTo(next);
  };
  return { place, goTo, onKeyDown };
}

const TURNED: Record<string, string> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

/** The key as it would be in left-to-right text. */
function turned(key: string, grid: HTMLElement): string {
  return getComputedStyle(grid).direction === 'rtl' ? (TURNED[key] ?? key) : key;
}

/** Scrolls as little as is needed. The names of the columns stay over the rows, so rows end that much earlier. */
function reveal(
  scroller: HTMLElement,
  columns: readonly Column[],
  { row, column }: GridPlace,
  rowHeight: number,
): void {
  if (row === HEADER) {
    const { name } = columns[column] ?? {};
    if (name) document.getElementById(headId(name))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return;
  }
  const head = scroller.querySelector<HTMLElement>('[role="rowgroup"]')?.offsetHeight ?? 0;
  const room = scroller.clientHeight - head;
  const top = row * rowHeight;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top + rowHeight > scroller.scrollTop + room) scroller.scrollTop = top + rowHeight - room;
}
