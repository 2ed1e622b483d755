import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useViewer } from '../../app/session-state';
import { columnsOf, gridWidths } from './columns';
import styles from './grid.module.css';
import { GridHeader } from './grid-header';
import { GridRow } from './grid-row';
import { filterOf, type InventorySearch, orderOf, type Sort } from './inventory-search';
import { useIsNarrow } from './use-is-narrow';
import { type Pages, usePages } from './use-pages';

interface InventoryGridProps {
  search: InventorySearch;
  /** How many rows there are, once it is known. */
  rowCount: number | undefined;
  onSort: (pressed: Sort, adds: boolean) => void;
  onOpen: (id: string) => void;
  /** Shows what is around the rows: loading, an error, nothing. */
  around: (pages: Pages) => React.ReactNode;
}

/** Rows that are drawn beyond those in sight. */
const OVERSCAN = 12;

/** The rows in one scroll, however many there are. One tab stop; arrows move, Enter opens. */
export function InventoryGrid({ search, rowCount, onSort, onOpen, around }: InventoryGridProps) {
  const t = useTranslations('inventory');
  const isNarrow = useIsNarrow();
  // A row of a phone has its own two lines.
  const columns = columnsOf(isNarrow ? undefined : search.columns);
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const [range, setRange] = useState({ first: 0, last: 50 });
  const pages = usePages({ filter: filterOf(search), orderBy: orderOf(search) }, range.first, range.last);
  const rowHeight = useRowHeight(isNarrow);
  const virtual = useVirtualizer({
    count: Math.max(pages.reachable, 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heights are measured anew when they are others
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  const rows = virtual.getVirtualItems();
  const [first, last] = [rows[0]?.index ?? 0, rows.at(-1)?.index ?? 0];
  useEffect(() => setRange({ first, last }), [first, last]);
  const move = (event: KeyboardEvent) => {
    const target = nextRow(event, active, pages.reachable);
    if (event.key === 'Enter') {
      const item = pages.row(active);
      if (item) onOpen(item.id);
    } else if (target !== null) {
      event.preventDefault();
      setActive(target);
      virtual.scrollToIndex(target);
    }
  };
  return (
    <>
      {around(pages)}
      <div ref={scroller} className={styles['scroller']} hidden={pages.reachable === 0}>
        <div
          role="grid"
          aria-label={t('title')}
          aria-rowcount={rowCount === undefined ? -1 : rowCount + 1}
          aria-colcount={columns.length}
          aria-activedescendant={`row-${active}`}
          tabIndex={0}
          className={styles['grid']}
          style={gridWidths(columns)}
          onKeyDown={move}
        >
          <GridHeader columns={columns} sort={search.sort ?? ['part']} onSort={onSort} />
          <div role="rowgroup" className={styles['rows']} style={{ height: virtual.getTotalSize() }}>
            {rows.map(({ index, start }) => (
              <GridRow
                key={index}
                columns={columns}
                index={index}
                start={start}
                item={pages.row(index)}
                isActive={index === active}
                isOpen={pages.row(index)?.id === search.item}
                onOpen={(id) => {
                  setActive(index);
                  onOpen(id);
                }}
              />
            ))}
          </div>
        </div>
      </div>
    </>
  );
}

/** The row that a key leads to; null if it leads to none. */
function nextRow({ key, shiftKey }: KeyboardEvent, active: number, count: number): number | null {
  if (shiftKey || count === 0) return null;
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15 };
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = steps[key];
  return step === undefined ? null : Math.min(count - 1, Math.max(0, active + step));
}

/** The height of a row in px: two lines on a phone, else as dense as the viewer wants it. */
function useRowHeight(isNarrow: boolean): number {
  const { density } = useViewer().preferences;
  if (isNarrow) return 64;
  return density === 'COMPACT' ? 32 : 40;
}
