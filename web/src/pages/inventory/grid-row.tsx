import { memo } from 'react';
import { useTranslations } from 'use-intl';
import type { PortalItemFragment } from '../../app/operations.generated';
import { classNames } from '../../parts/class-names';
import type { Column } from './columns';
import styles from './grid.module.css';
import type { ColumnName } from './inventory-search';

interface GridRowProps {
  columns: readonly Column[];
  index: number;
  /** Its place, in px from the first row. */
  start: number;
  /** Undefined while it is on its way. */
  item: PortalItemFragment | undefined;
  isActive: boolean;
  isOpen: boolean;
  /** The columns that have changed a moment ago. */
  changed: readonly ColumnName[] | undefined;
}

/** In which direction values are read, if not as the page. */
const DIRECTIONS = { code: 'ltr', text: 'auto', number: undefined } as const;

/** The id of a row's element. */
export const rowId = (index: number): string => `row-${index}`;

/** A row of stock. Drawn anew only if something of it is another: a scroll draws many. */
export const GridRow = memo(function GridRow({
  columns,
  index,
  start,
  item,
  isActive,
  isOpen,
  changed,
}: GridRowProps) {
  return (
    <div
      role="row"
      id={rowId(index)}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isOpen}
      aria-busy={item ? undefined : true}
      className={classNames(styles['row'], isActive && styles['active'], isOpen && styles['open'])}
      style={{ '--start': `${start}px` }}
    >
      {columns.map(({ name, look, cell }, column) => (
        <div
          key={name}
          role="gridcell"
          aria-colindex={column + 1}
          dir={look && DIRECTIONS[look]}
          data-changed={changed?.includes(name) || undefined}
          className={classNames(styles['cell'], look && styles[look], styles[name])}
        >
          {item ? cell(item) : <Coming isFirst={column === 0} />}
        </div>
      ))}
    </div>
  );
});

/** Where a value will be. The first of a row says that it is on its way. */
function Coming({ isFirst }: { isFirst: boolean }) {
  const common = useTranslations('common');
  return isFirst ? (
    <span className={styles['coming']} role="img" aria-label={common('loading')} />
  ) : (
    <span className={styles['coming']} />
  );
}
