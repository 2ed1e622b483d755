import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { later } from '../../parts/later';
import { type Column, columnsOf, gridWidths } from './columns';
import styles from './grid.module.css';
import { GridBody } from './grid-body';
import { GridHeader, headId } from './grid-header';
import { GridNotes } from './grid-notes';
import { type GridPlace, HEADER } from './grid-place';
import { rowId } from './grid-row';
import { DEFAULT_SORT, filterOf, type InventorySearch, isSort, orderOf, type Sort } from './inventory-search';
import { type LivePages, useLivePages } from './live/use-live-pages';
import { useGridKeys } from './use-grid-keys';
import { useIsNarrow } from './use-is-narrow';
import { useKeptPlace } from './use-kept-place';
import type { Near, Pages } from './use-pages';
import { useRowHeight } from './use-row-height';
import { useStartOver } from './use-start-over';

interface InventoryGridProps {
  search: InventorySearch;
  /** How many rows there are, once it is known. */
  rowCount: number | undefined;
  onSort: (pressed: Sort, adds: boolean) => void;
  /** Opens a row beside the grid, or closes it. @param replaces whether Back leads past the row that was open before */
  onOpen: (id: string | undefined, replaces?: boolean) => void;
  /** Shows what is around the rows: an error, old answers, nothing. */
  around: (pages: LivePages) => ReactNode;
}

const ItemPanel = later(async () => (await import('./item-panel')).ItemPanel);
const TOP: Near = { from: 0, to: 1 };
/** Rows that are drawn as being on their way before anything is known. */
const COMING = 12;

/** The rows in one scroll, however many there are. One tab stop; arrows move, in the columns' names too; Enter opens, or orders. */
export function InventoryGrid({ search, rowCount, onSort, onOpen, around }: InventoryGridProps) {
  const t = useTranslations('inventory');
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const isNarrow = useIsNarrow();
  // A row of a phone has its own two lines.
  const names = isNarrow ? undefined : search.columns;
  const columns = useMemo(() => columnsOf(names), [names]);
  const [near, setNear] = useState(TOP);
  const question = { filter: filterOf(search), orderBy: orderOf(search) };
  const pages = useLivePages(question, near);
  const rowHeight = useRowHeight(isNarrow);
  const count = roomFor(pages, rowCount);
  const open = (row: number, replaces = false) => {
    const id = pages.row(row)?.id;
    if (id) onOpen(id, replaces);
  };
  const sortBy = (column: number, adds: boolean) => {
    const name = columns[column]?.name;
    if (name && isSort(name)) onSort(name, adds);
  };
  const size = { columns, hasHeader: !isNarrow, rowHeight, rows: count };
  const { place, goTo, onKeyDown } = useGridKeys({ scroller, ...size, onRow: open, onHeader: sortBy });
  const keepPlace = useKeptPlace(scroller, pages, rowHeight);
  const showWaiting = () => {
    keepPlace();
    grid.current?.focus({ preventScroll: true });
    pages.live.show();
  };
  useStartOver(JSON.stringify(question), place, goTo);
  const openRow = search.item === undefined ? -1 : pages.indexOf(search.item);
  const step = (by: number) => {
    if (openRow < 0 || !pages.row(openRow + by)) return undefined;
    return () => {
      goTo({ row: openRow + by, column: place.column });
      open(openRow + by, true);
    };
  };
  return (
    <>
      {around(pages)}
      <div className={styles['frame']}>
        <div ref={scroller} className={styles['scroller']} data-empty={count === 0 || undefined}>
          <div
            ref={grid}
            role="grid"
            aria-label={t('title')}
            aria-rowcount={rowsKnown(pages, rowCount)}
            aria-colcount={columns.length}
            aria-activedescendant={activeId(place, columns, count)}
            tabIndex={0}
            className={styles['grid']}
            style={gridWidths(columns)}
            onKeyDown={onKeyDown}
          >
            <GridHeader
              columns={columns}
              sort={search.sort ?? DEFAULT_SORT}
              active={place.row === HEADER ? place.column : null}
              onPress={(column, adds) => {
                grid.current?.focus({ preventScroll: true });
                goTo({ row: HEADER, column });
                sortBy(column, adds);
              }}
            />
            <GridBody
              scroller={scroller}
              columns={columns}
              pages={pages}
              count={count}
              rowHeight={rowHeight}
              active={place.row}
              openId={search.item}
              onPress={(row) => {
                goTo({ row, column: place.column });
                open(row);
              }}
              onNear={setNear}
            />
          </div>
        </div>
        <GridNotes pages={pages} onShow={showWaiting} />
      </div>
      {search.item === undefined ? null : (
        <ItemPanel
          id={search.item}
          known={pages.row(openRow)}
          onPrevious={step(-1)}
          onNext={step(1)}
          onClose={() => onOpen(undefined)}
          returnFocus={grid}
        />
      )}
    </>
  );
}

/** How many rows there is room for: all of them where their number is known, so that the scroll bar tells the truth. */
function roomFor(pages: Pages, rowCount = 0): number {
  if (pages.error && pages.reachable === 0) return 0;
  return pages.count ?? Math.max(pages.reachable, rowCount, pages.isPending ? COMING : 0);
}

/** For `aria-rowcount`: the header counts, and -1 says that it is not known. */
function rowsKnown({ count }: Pages, rowCount: number | undefined): number {
  const rows = count ?? rowCount;
  return rows === undefined ? -1 : rows + 1;
}

function activeId({ row, column }: GridPlace, columns: readonly Column[], count: number): string | undefined {
  const { name } = columns[column] ?? {};
  if (row === HEADER) return name && headId(name);
  return row < count ? rowId(row) : undefined;
}
