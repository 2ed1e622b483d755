import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, type RefObject, useEffect } from 'react';
import type { Column } from './columns';
import styles from './grid.module.css';
import { GridRow } from './grid-row';
import { PAGE } from './known-cursors';
import type { LivePages } from './live/use-live-pages';
import type { Near } from './use-pages';

interface GridBodyProps {
  scroller: RefObject<HTMLElement | null>;
  columns: readonly Column[];
  pages: LivePages;
  /** How many rows there is room for, those that are on their way among them. */
  count: number;
  rowHeight: number;
  /** The row that the keyboard is at. */
  active: number;
  /** The id of the row that is open beside the grid. */
  openId: string | undefined;
  onPress: (index: number) => void;
  /** Called with the pages in sight, and the next one, when they are others. */
  onNear: (near: Near) => void;
}

/** Rows that are drawn beyond those in sight. */
const OVERSCAN = 12;

/** The rows in sight, at their places among all. A scroll draws this alone anew, not the page around it. */
export function GridBody({
  scroller,
  columns,
  pages,
  count,
  rowHeight,
  active,
  openId,
  onPress,
  onNear,
}: GridBodyProps) {
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heights are measured anew when they are others
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  const rows = virtual.getVirtualItems();
  const from = Math.floor((rows[0]?.index ?? 0) / PAGE);
  const to = Math.floor((rows.at(-1)?.index ?? 0) / PAGE) + 1;
  useEffect(() => onNear({ from, to }), [onNear, from, to]);
  const press = (event: MouseEvent<HTMLElement>) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    if (row) onPress(Number(row.dataset['index']));
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys of its rows
    <div
      role="rowgroup"
      className={styles['rows']}
      style={{ '--height': `${virtual.getTotalSize()}px` }}
      onClick={press}
    >
      {rows.map(({ index, start }) => {
        const item = pages.row(index);
        return (
          <GridRow
            key={index}
            columns={columns}
            index={index}
            start={start}
            item={item}
            isActive={index === active}
            isOpen={item !== undefined && item.id === openId}
            changed={item && pages.live.marks.get(item.id)}
          />
        );
      })}
    </div>
  );
}
