import type { PortalItemFragment } from '../../app/operations.generated';
import { classNames } from '../../parts/class-names';
import type { Column } from './columns';
import styles from './grid.module.css';

interface GridRowProps {
  columns: readonly Column[];
  index: number;
  /** Its place, in px from the first row. */
  start: number;
  /** Undefined while it is on its way. */
  item: PortalItemFragment | undefined;
  isActive: boolean;
  isOpen: boolean;
  onOpen: (id: string) => void;
}

/** A row of stock. */
export function GridRow({ columns, index, start, item, isActive, isOpen, onOpen }: GridRowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys of its rows
    <div
      role="row"
      id={`row-${index}`}
      aria-rowindex={index + 2}
      aria-selected={isOpen}
      tabIndex={-1}
      className={classNames(styles['row'], isActive && styles['active'], isOpen && styles['open'])}
      style={{ transform: `translateY(${start}px)` }}
      onClick={() => item && onOpen(item.id)}
    >
      {columns.map(({ name, look, cell }, column) => (
        <div
          key={name}
          role="gridcell"
          aria-colindex={column + 1}
          className={classNames(styles['cell'], look && styles[look], styles[name])}
        >
          {item ? cell(item) : <span className={styles['coming']} />}
        </div>
      ))}
    </div>
  );
}
